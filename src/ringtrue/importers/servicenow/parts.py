"""The parts of a file: where records of several sorts stand in one table, each sort is a table of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ringtrue.importers.servicenow.fields import Fields
from ringtrue.importers.servicenow.kinds import Kind, kinds
from ringtrue.model.sql import literal, quoted

DECIDED = ("approved", "rejected", "genehmigt", "abgelehnt")
HISTORIES = {"incident": "INC", "request": "(REQ|RITM)", "problem": "PRB"}
TABLES = {"incident": ("incident",), "request": ("sc_request", "sc_req_item"), "problem": ("problem",)}


@dataclass(frozen=True)
class Part:
    """Rows of one sort: which kind they are (None: of no use here), and the condition that picks them (None: all).

    ``of`` names the sort of record where the kind is a history. ``note`` is what was assumed.
    """

    kind: Kind | None
    label: str = ""
    condition: str | None = None
    of: Kind | None = None
    note: str = ""


def parts_of(kind: Kind, fields: Fields) -> list[Part]:
    """The parts of a table of that kind; together they hold every row once."""
    rule = kind.split.get("rule")
    if rule == "histories":
        return _histories(kind, fields)
    if rule == "approvals":
        return _approvals(kind, fields)
    if kind.split:
        return _by_field(kind, fields)
    return [Part(kind)]


def sort_words(kind: Kind) -> tuple[str, ...]:
    """What sys_class_name says of records of that kind, where they can stand among others; else nothing."""
    return tuple(kinds()["task"].split["parts"].get(kind.name, ()))


def _by_field(kind: Kind, fields: Fields) -> list[Part]:
    chosen = {name: _is_of_sort(kinds()[name], words, fields) for name, words in kind.split["parts"].items()}
    parts = [
        Part(kinds()[name], f"of {kinds()[name].title}", condition) for name, condition in chosen.items()
    ]
    note = "records that are no incidents, requests, problems or changes have no place in the tables and were left out"
    return [*parts, Part(None, "of others", _none_of(chosen.values()), note=note)]


def _is_of_sort(kind: Kind, words: Sequence[str], fields: Fields) -> str:
    if fields.has("sys_class_name"):
        return f"coalesce({_text(fields, 'sys_class_name')} in ({_listed(words)}), false)"
    return f"coalesce(regexp_matches({quoted(fields.columns['number'])}, {literal(kind.numbers)}), false)"


def _histories(kind: Kind, fields: Fields) -> list[Part]:
    chosen = _history_conditions(fields)
    if not chosen:
        note = "no column tells of which table a record is: all are taken for incidents"
        return [Part(kind, of=kinds()["incident"], note=note)]
    parts = [Part(kind, f"of {name}s", condition, of=kinds()[name]) for name, condition in chosen.items()]
    note = "the history of records that are no incidents, requests or problems has no place in the tables and was left out"
    return [*parts, Part(None, "of others", _none_of(chosen.values()), note=note)]


def _history_conditions(fields: Fields) -> dict[str, str]:
    if fields.has("tablename"):
        text = _text(fields, "tablename")
        return {name: f"coalesce({text} in ({_listed(tables)}), false)" for name, tables in TABLES.items()}
    column = fields.column("number|set")
    if column is None:
        return {}
    return {
        name: f"coalesce(regexp_matches({quoted(column)}, {literal(f'(^|[^A-Z]){prefix}[0-9]')}), false)"
        for name, prefix in HISTORIES.items()
    }


def _approvals(kind: Kind, fields: Fields) -> list[Part]:
    column = quoted(fields.columns["sysapproval" if fields.has("sysapproval") else "document_id"])
    change = f"coalesce(regexp_matches({column}, '(^|[^A-Z])CHG[0-9]'), false)"
    if fields.has("source_table"):
        change = f"({change} or coalesce({_text(fields, 'source_table')} = 'change_request', false))"
    decided = (
        f"coalesce({_text(fields, 'state')} in ({_listed(DECIDED)}), false)"
        if fields.has("state")
        else "true"
    )
    return [
        Part(kind, "of changes", f"{change} and {decided}"),
        Part(
            None,
            "not decided",
            f"{change} and not {decided}",
            note="approvals that were not decided were left out",
        ),
        Part(
            None, "of others", f"not {change}", note="approvals of other records than changes were left out"
        ),
    ]


def _text(fields: Fields, name: str) -> str:
    return f"lower(trim({quoted(fields.columns[name])}))"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(map(literal, words))


def _none_of(conditions: Iterable[str]) -> str:
    return "not (" + " or ".join(conditions) + ")"
