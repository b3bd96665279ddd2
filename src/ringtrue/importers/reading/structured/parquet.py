"""A Parquet file as a raw table: each value as the text that it would have in an export."""

from pathlib import Path

from ringtrue.importers.reading.columns import unique_names
from ringtrue.importers.reading.store import database, relation, store
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.room import lacks_room
from ringtrue.model.source import RawTable
from ringtrue.model.sql import literal, quoted


def read_parquet(path: Path, name: str, table: str, folder: Path) -> tuple[list[RawTable], list[str]]:
    """The whole file as one raw table, and what was assumed. Raises ``UnreadableInput`` where it is
    damaged."""
    import duckdb

    source = (
        f"read_parquet({literal(path)}, binary_as_string=true, file_row_number=true, hive_partitioning=false)"
    )
    stored = folder / "rows.parquet"
    try:
        with database(folder) as connection:
            kinds = connection.execute(f"describe select * from {source}").fetchall()
        given = [(row[0], row[1]) for row in kinds if row[0] != "file_row_number"]
        columns, notes = unique_names([column for column, _ in given], len(given), name)
        texts = "".join(
            f", {_text(quoted(column), kind)} as {quoted(called)}"
            for (column, kind), called in zip(given, columns, strict=True)
        )
        rows = store(
            f"select file_row_number + 1 as source_row, cast(null as bigint) as source_line{texts} from {source}",
            stored,
            folder,
        )
    except duckdb.Error as error:
        if lacks_room(error):
            raise
        raise UnreadableInput(
            name,
            f"the Parquet file cannot be read ({str(error).splitlines()[0][:150]})",
            "a whole Parquet file",
            "Fetch or export it again.",
        ) from error
    return [RawTable(name=table, relation=relation(stored), columns=columns, rows=rows)], notes


def _text(value: str, kind: str) -> str:
    """SQL for the text of a value of that SQL type."""
    if kind == "VARCHAR":
        return value
    if kind.endswith("[]") and not kind.startswith(("STRUCT", "MAP")) and not kind.endswith("[][]"):
        return f"array_to_string(list_transform({value}, lambda part: {_text('part', kind[:-2])}), ';')"
    if kind.startswith(("STRUCT", "MAP")) or kind.endswith("]"):
        return f"cast(to_json({value}) as varchar)"
    if kind in ("DOUBLE", "FLOAT"):
        whole = f"{value} = trunc({value}) and abs({value}) < {2**53}"
        return f"case when {whole} then cast(cast({value} as bigint) as varchar) else cast({value} as varchar) end"
    if kind.startswith("TIMESTAMP WITH TIME ZONE"):
        return f"{_moment(f'make_timestamp(epoch_us({value}))')} || 'Z'"
    if kind.startswith("TIMESTAMP"):
        return _moment(f"cast({value} as timestamp)")
    return f"cast({value} as varchar)"


def _moment(value: str) -> str:
    """ISO 8601, with a fraction of a second only where there is one."""
    return f"rtrim(rtrim(strftime({value}, '%Y-%m-%dT%H:%M:%S.%f'), '0'), '.')"
