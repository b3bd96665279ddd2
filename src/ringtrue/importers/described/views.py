"""From one raw table to its views: parts of it, lists inside it unfolded, with the mapping of each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue.importers.described.columns import Columns
from ringtrue.model.source import RawTable
from ringtrue.model.sql import quoted
from ringtrue.tables import table

Content = dict[str, Any]


@dataclass(frozen=True)
class View:
    """A raw table of its own, and the ``[[table]]`` parts that it feeds."""

    raw: RawTable
    tables: tuple[Content, ...]
    note: str


def view_of(
    connection: DuckDBPyConnection,
    raw: RawTable,
    told: Content,
    columns: Columns,
    values: Mapping[str, Mapping[str, str]],
) -> View | None:
    """The view as described, or None where its columns are not there or it holds no rows."""
    if not all(columns.has(need) for need in told.get("needs", ())):
        return None
    unfolded = "sql" in told
    sql = told.get("sql", "select * from {raw}")
    derived = "".join(f", {text} as {quoted(name)}" for name, text in told.get("derived", {}).items())
    if not unfolded:
        sql = f"select *{derived} from {{raw}}" + (f" where {told['where']}" if "where" in told else "")
    relation = f"({columns.sql(sql, raw.relation)})"
    given = connection.execute(f"describe select * from {relation}").fetchall()
    names = tuple(str(row[0]) for row in given if row[0] not in ("source_row", "source_line"))
    relation = _as_text(relation, [str(row[0]) for row in given if row[0] in names and row[1] != "VARCHAR"])
    looked = replace_columns(columns, names, unfolded)
    filled = _filled(connection, relation, _candidates(told, looked))
    looked = replace(looked, filled=filled[1])
    if not filled[0]:
        return None
    name = f"{raw.name} {told.get('label', '')}".strip()
    mapped = tuple(_entry(entry, looked, name, values) for entry in told.get("table", ()))
    kept = tuple(entry for entry in mapped if entry.get("primary") or _is_complete(entry))
    return View(
        RawTable(name=name, relation=relation, columns=names, rows=filled[0], part=raw.part),
        kept,
        told.get("note", ""),
    )


def _as_text(relation: str, others: list[str]) -> str:
    """The relation with those columns as text, as every raw table has them."""
    casts = ", ".join(f"cast({quoted(name)} as varchar) as {quoted(name)}" for name in others)
    return f"(select * replace ({casts}) from {relation})" if others else relation


def replace_columns(columns: Columns, names: tuple[str, ...], unfolded: bool) -> Columns:
    """The columns of a view: those of the raw table and the derived ones, or only its own where it is unfolded."""
    return Columns(names, {} if unfolded else columns.aliases, columns.lists)


def _candidates(told: Content, columns: Columns) -> list[str]:
    wanted = [
        spec if isinstance(spec, str) else spec.get("column", "")
        for entry in told.get("table", ())
        for spec in entry["columns"].values()
    ]
    found = [columns.find(one) for spec in wanted for one in spec.split("|") if one]
    return list(dict.fromkeys(name for name in found if name))


def _filled(connection: DuckDBPyConnection, relation: str, names: list[str]) -> tuple[int, dict[str, int]]:
    counts = "".join(f", count(nullif(trim(cast({quoted(name)} as varchar)), ''))" for name in names)
    row = connection.execute(f"select count(*){counts} from {relation}").fetchone() or (0,)
    return int(row[0]), dict(zip(names, map(int, row[1:]), strict=True))


def _entry(entry: Content, columns: Columns, name: str, values: Mapping[str, Mapping[str, str]]) -> Content:
    mapped = {to: spec for to, told in entry["columns"].items() if (spec := _mapped(told, columns))}
    known = {
        to: dict(values[words]) if isinstance(words, str) else dict(words)
        for to, words in entry.get("values", {}).items()
        if to in mapped
    }
    told: Content = {"name": entry["name"], "from": name}
    told |= {key: entry[key] for key in ("primary", "per") if entry.get(key)}
    told["columns"] = mapped
    told |= {"patterns": entry["patterns"]} if "patterns" in entry else {}
    return told | ({"values": known} if known else {})


def _mapped(told: Any, columns: Columns) -> Any:
    if isinstance(told, str):
        return columns.find(told)
    if "column" not in told:
        return told
    column = columns.find(told["column"])
    when = {columns.find(name): words for name, words in told["when"].items()}
    return {"column": column, "when": when} if column and None not in when else None


def _is_complete(entry: Content) -> bool:
    return set(table(entry["name"]).required) <= set(entry["columns"])
