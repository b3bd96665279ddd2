"""Rows of a run, a page at a time: those behind a lead, and those that a claim judged. A million rows are read as fast as ten."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VERDICTS = ("deviation", "pass", "untestable")
_PROVENANCE = ("source_file", "source_row")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which rows: those of a verdict, of a service, those in which a text stands; the page, counted from 1."""

    verdict: str = ""
    service: str = ""
    text: str = ""
    page: int = 1
    size: int = 50


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A page of rows: the names of the columns, the rows, and how many there are in all."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int


def rows_of_lead(run: Path, lead: str, asked: Asked) -> Rows:
    """The rows behind a lead, in the order in which the run wrote them; the values shown are columns of their own."""
    found = _page(run / "leads.parquet", asked, ["lead = $lead"], {"lead": lead})
    if not found.rows:
        return Rows(columns=(), rows=(), total=found.total)
    place = {name: number for number, name in enumerate(found.columns)}
    shown = [_shown(row[place["shown"]]) for row in found.rows]
    names = list(dict.fromkeys(name for one in shown for name in one))
    fixed = ("item", "service", "reason")
    return Rows(
        columns=(*fixed, *names, *_PROVENANCE),
        rows=tuple(
            (
                *(row[place[name]] for name in fixed),
                *(one.get(name) for name in names),
                *(row[place[name]] for name in _PROVENANCE),
            )
            for row, one in zip(found.rows, shown, strict=True)
        ),
        total=found.total,
    )


def rows_of_claim(run: Path, procedure: str, asked: Asked) -> Rows:
    """The rows that a claim judged, with their verdicts; none where it judged nothing."""
    file = run / "judged" / f"{procedure}.parquet"
    if file.parent != run / "judged" or file.name != f"{procedure}.parquet":
        return Rows(columns=(), rows=(), total=0)
    return _page(file, asked, [], {})


def _page(file: Path, asked: Asked, conditions: Sequence[str], given: dict[str, Any]) -> Rows:
    import duckdb

    from ringtrue.model.sql import literal, quoted

    if not file.is_file():
        return Rows(columns=(), rows=(), total=0)
    with duckdb.connect(config={"memory_limit": "1GB", "autoinstall_known_extensions": "false"}) as database:
        database.execute("set enable_progress_bar = false")
        source = f"read_parquet({literal(_exactly(file))})"
        described = database.execute(f"describe select * from {source}").fetchall()
        names = tuple(str(row[0]) for row in described)
        wanted, values = [*conditions], dict(given)
        for name, value in (("verdict", asked.verdict), ("service", asked.service)):
            if value and name in names:
                wanted.append(f"{name} = ${name}")
                values[name] = value
        if asked.text:
            text = f"concat_ws(' ', {', '.join(f'cast({quoted(name)} as varchar)' for name in names)})"
            wanted.append(f"contains(lower({text}), lower($text))")
            values["text"] = asked.text
        where = f"where {' and '.join(wanted)}" if wanted else ""
        (total,) = database.execute(f"select count(*) from {source} {where}", values).fetchall()[0]
        start = (max(asked.page, 1) - 1) * asked.size
        statement = f"select * from {source} {where} limit {int(asked.size)} offset {int(start)}"
        rows = database.execute(statement, values).fetchall() if start < total else []
    return Rows(columns=names, rows=tuple(rows), total=int(total))


def _exactly(file: Path) -> str:
    """The path, none of its characters taken as a pattern of file names."""
    return "".join(f"[{sign}]" if sign in "[*?" else sign for sign in str(file))


def _shown(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        found = text
    return found if isinstance(found, dict) else {"shown": found}
