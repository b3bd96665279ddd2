"""What kind all cases of a table are: told by a column, by their ids, by the file's name, or by a known
export."""

from typing import TYPE_CHECKING, Any

from ringtrue.importers.tabular.known import Known
from ringtrue.importers.tabular.values import counted, values_of
from ringtrue.importers.tabular.words import kind_of, kind_of_id, normalise, tables_named
from ringtrue.model.source import RawTable

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEARLY_ALL = 0.95
"""Share of ids that must begin with the same letters."""


def tell_kind(
    connection: "DuckDBPyConnection",
    raw: RawTable,
    columns: dict[str, Any],
    known: Known | None,
    notes: list[str],
) -> dict[str, str]:
    """Put the kind of the cases into ``columns`` if it is known; returns what each word for it means."""
    if "kind" in columns:
        words = {
            word: meant for word, _ in counted(connection, raw, columns["kind"]) if (meant := kind_of(word))
        }
        if words:
            return words
        del columns["kind"]
    told = _by_ids(connection, raw, columns.get("id")) or _by_name(raw) or _by_export(known)
    if told:
        columns["kind"] = {"value": told[0]}
        notes.append(f"all cases are taken for the kind {told[0]}, as {told[1]}")
    return {}


def letters_of_ids(connection: "DuckDBPyConnection", raw: RawTable, column: str) -> str | None:
    """The capital letters with which nearly all ids begin."""
    rows = connection.execute(
        f"""select regexp_extract(v, '^([A-Z]+)\\d', 1), count(*) from ({values_of(raw, column)})
        group by 1 order by 2 desc, 1 limit 50"""
    ).fetchall()
    total = sum(row[1] for row in rows)
    return rows[0][0] if rows and rows[0][0] and rows[0][1] >= NEARLY_ALL * total else None


def _by_ids(connection: "DuckDBPyConnection", raw: RawTable, column: str | None) -> tuple[str, str] | None:
    letters = letters_of_ids(connection, raw, column) if column else None
    kind = kind_of_id(f"{letters}1") if letters else None
    return (kind, f"their ids begin with {letters}") if kind else None


def _by_name(raw: RawTable) -> tuple[str, str] | None:
    if "cases" not in tables_named(raw.name):
        return None
    kinds = {kind for word in normalise(raw.name).split() if (kind := kind_of(word))}
    return (kinds.pop(), f'the name "{raw.name}" says') if len(kinds) == 1 else None


def _by_export(known: Known | None) -> tuple[str, str] | None:
    return (known.kind, f"the file was taken for {known.title}") if known else None
