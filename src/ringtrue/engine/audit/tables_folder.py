"""``tables/``: canonical tables as Parquet, load issues, and what is known of where they came from."""

import json
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue.model.errors import WrongUse
from ringtrue.model.progress import Progress, Told, silent, watched
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import PROVENANCE, all_tables

ORDER = {
    "case_events": '"case", "at", sequence nulls last, source_file, source_row',
    "target_runs": '"case", started_at, source_file, source_row',
    "load_issues": 'file, "row" nulls first, "table", "column", kind',
}
"""The order of rows in the files; ``source_file, source_row`` where none is named."""

_DEFAULT_ORDER = "source_file, source_row"


def write_tables(
    database: DuckDBPyConnection,
    folder: Path,
    given: dict[str, set[str]],
    about: dict[str, Any],
    in_order: Collection[str] = (),
    progress: Progress | None = None,
) -> None:
    """Write every table that was given, sorted and compressed, ``load_issues`` and ``tables.json``.

    The tables ``in_order`` stand sorted already.
    """
    for name in sorted(given):
        columns = [column.name for column in (*all_tables()[name].columns, *PROVENANCE)]
        told = partial(progress, f"writing {name}") if progress else silent
        _write(database, name, ", ".join(map(quoted, columns)), folder, name in in_order, told)
    _write(database, "load_issues", "*", folder)
    content = {"given": {name: sorted(columns) for name, columns in sorted(given.items())}, **about}
    (folder / "tables.json").write_text(
        json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8"
    )


def read_about(folder: Path) -> dict[str, Any]:
    """``tables.json``: the columns given per table, the sources, assumptions and facts of loading. WrongUse if the file of a table is gone."""
    content: dict[str, Any] = json.loads((folder / "tables.json").read_text("utf-8"))
    gone = [name for name in content["given"] if not (folder / f"{name}.parquet").exists()]
    if gone:
        raise WrongUse(
            f"{folder}: tables.json names {', '.join(gone)}, but the file is not there: {gone[0]}.parquet. Import the sources again."
        )
    return content


def attach_tables(
    database: DuckDBPyConnection, folder: Path, names: dict[str, str], only: Collection[str] | None = None
) -> None:
    """A view on every canonical table, or on those in ``only``, empty where it was not given. ``names`` renames some of them."""
    for name, declared in all_tables().items():
        if only is not None and name not in only:
            continue
        file = folder / f"{name}.parquet"
        if file.exists():
            relation = f"read_parquet({literal(str(file))})"
        else:
            columns = ", ".join(
                f"cast(null as {column.type.sql}) as {quoted(column.name)}"
                for column in (*declared.columns, *PROVENANCE)
            )
            relation = f"(select {columns} where false)"
        database.execute(f"create or replace view {names.get(name, name)} as select * from {relation}")


def _with_ties(name: str) -> str:
    """The usual order, and where several rows stem from one row of a file, that of all they say."""
    declared = all_tables().get(name)
    if declared is None or declared.unique_id:
        return _DEFAULT_ORDER
    return ", ".join([_DEFAULT_ORDER, *(quoted(column.name) for column in declared.columns)])


def _write(
    database: DuckDBPyConnection,
    name: str,
    columns: str,
    folder: Path,
    in_order: bool = False,
    told: Told = silent,
) -> None:
    order = "" if in_order else f"order by {ORDER.get(name) or _with_ties(name)}"
    counted = database.execute(f"select count(*) from {name}").fetchone() or (0,)
    place = literal(str(folder / f"{name}.parquet"))
    copied = f"copy (select {columns} from {name} {order}) to {place} (format parquet, compression zstd, write_bloom_filter false)"
    watched(database, copied, told, int(counted[0]))
