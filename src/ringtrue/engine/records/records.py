"""Records of the journal as rows of the canonical tables, so that procedures judge them like any export."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue.engine.records.journal import Journal
from ringtrue.method.follow_up.actions import actions_of
from ringtrue.model.entry import Entry, from_content
from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import Response
from ringtrue.model.sql import quoted
from ringtrue.tables import PROVENANCE, ColumnType, all_tables

TABLES = {"question": "questions", "interview": "interviews", "answer": "answers"}
"""The kinds of record whose content has the columns of a canonical table."""
SOURCE = "records/journal.jsonl"


@dataclass(frozen=True)
class RecordRows:
    """What the journal adds to the tables: rows by table."""

    rows: Mapping[str, Sequence[Mapping[str, Any]]]

    @property
    def digest(self) -> str:
        """The SHA-256 of the rows; of nothing, where there are none."""
        told = json.dumps(self.rows, sort_keys=True, default=str) if self.rows else ""
        return hashlib.sha256(told.encode()).hexdigest()

    def with_given(self, given: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """The columns that were given, by table, and those that some row here fills."""
        filled = {
            table: {name for row in rows for name, value in row.items() if value is not None}
            for table, rows in self.rows.items()
        }
        tables = sorted({*given, *filled})
        return {table: sorted({*given.get(table, ()), *filled.get(table, ())}) for table in tables}

    def source(self) -> dict[str, Any] | None:
        """The journal as one of the sources of a run; None where it adds nothing."""
        rows = sum(map(len, self.rows.values()))
        if not rows:
            return None
        counted = {"rows": rows, "loaded": rows, "rejected": 0, "issues": 0}
        told = "Records of this audit: what was asked, answered, decided and done, as people recorded it."
        return {
            "file": SOURCE,
            "sha256": self.digest,
            "importer": "records",
            **counted,
            "assumptions": [told, "The SHA-256 is that of these records, not of the whole journal."],
        }


def rows_of_records(journal: Journal) -> RecordRows:
    """The current records of the journal as rows."""
    entries = journal.entries()
    current = {(entry.kind, entry.id): entry for entry in entries}
    rows: dict[str, list[Mapping[str, Any]]] = {}
    for entry in current.values():
        if entry.kind in TABLES:
            rows.setdefault(TABLES[entry.kind], []).append(_row(entry))
    if nameless := [
        one for one in map(_nameless, rows.get("interviews", ()), _teams(current.values())) if one
    ]:
        rows["parties"] = nameless
        ids = {one["id"] for one in nameless}
        rows["interviews"] = [
            {**row, "party": row["id"]} if row["id"] in ids else row for row in rows["interviews"]
        ]
    if actions := _actions(entries, current.values()):
        rows["actions"] = actions
    return RecordRows(rows)


def _teams(current: Iterable[Entry]) -> list[str | None]:
    """The team that each interview names, in the order of the rows."""
    return [entry.content.get("team") for entry in current if entry.kind == "interview"]


def _nameless(row: Mapping[str, Any], team: str | None) -> Mapping[str, Any] | None:
    """Where an interview names a team and no person: somebody of that team, who is known by the interview only, and is of no kind."""
    if not team or row.get("party"):
        return None
    return {"id": row["id"], "parent": team, "source_file": SOURCE, "source_row": row["source_row"]}


def _actions(entries: Sequence[Entry], current: Iterable[Entry]) -> list[Mapping[str, Any]]:
    """What was promised and done about findings; each row stands in the journal where its finding was changed last."""
    last = {entry.id: entry for entry in current if entry.kind == "finding"}
    findings = [from_content(Finding, entry.content) for entry in last.values()]
    responses = [from_content(Response, entry.content) for entry in current if entry.kind == "response"]
    raised = {entry.id: entry.at for entry in reversed(entries) if entry.kind == "finding"}
    rows = actions_of(findings, responses, raised)
    return [{**row, "source_file": SOURCE, "source_row": last[row["origin"]].seq} for row in rows]


def add_records(database: DuckDBPyConnection, records: RecordRows) -> None:
    """Add the rows to the views of the canonical tables. A record takes the place of an imported row with its id."""
    for table, rows in records.rows.items():
        columns = {column.name: column.type for column in (*all_tables()[table].columns, *PROVENANCE)}
        names = ", ".join(map(quoted, columns))
        database.execute(
            f"create or replace temp table recorded_{table} "
            f"({', '.join(f'{quoted(name)} {kind.sql}' for name, kind in columns.items())})"
        )
        marks = ", ".join("?" * len(columns))
        values = [[_value(row.get(name), kind) for name, kind in columns.items()] for row in rows]
        database.executemany(f"insert into recorded_{table} values ({marks})", values)
        database.execute(f"create or replace temp table imported_{table} as select {names} from {table}")
        others = f"where id not in (select id from recorded_{table})" if "id" in columns else ""
        database.execute(
            f"create or replace view {table} as select {names} from imported_{table} {others} "
            f"union all select {names} from recorded_{table}"
        )


def _row(entry: Entry) -> Mapping[str, Any]:
    columns = {column.name for column in all_tables()[TABLES[entry.kind]].columns}
    content = {"id": entry.id, **entry.content}
    row = {name: value for name, value in content.items() if name in columns}
    return {**row, "source_file": SOURCE, "source_row": entry.seq}


def _value(value: Any, kind: ColumnType) -> Any:
    if isinstance(value, str) and kind == ColumnType.TIME:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    if isinstance(value, str) and kind == ColumnType.DATE:
        return date.fromisoformat(value[:10])
    return value
