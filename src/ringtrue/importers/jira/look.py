"""What only a look into the values tells: which custom fields are clocks, organisations, ratings or approvals."""

import re
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.importers.described.columns import Columns
from ringtrue.importers.described.file import Looked
from ringtrue.importers.described.kinds import Kind, words
from ringtrue.importers.jira.clocks import clocks_view, navigator_clocks
from ringtrue.importers.jira.fields import aliases
from ringtrue.importers.reading import plain_file
from ringtrue.model.source import RawTable, SourceFile
from ringtrue.model.sql import literal, quoted

PACKAGE = "ringtrue.importers.jira"
SIGNS = {"@organizations": "servicedeskapi/organization", "@approvals": '"finalDecision"'}
_RATING = re.compile(r"fields\.customfield_\d+\.rating", re.I)
_REQUEST_TYPE = re.compile(r"fields\.customfield_\d+\.requestType\.name", re.I)
_CUSTOM = re.compile(r"fields\.customfield_\d+", re.I)


def look(connection: DuckDBPyConnection, raw: RawTable, kind: Kind, source: SourceFile, work: Path) -> Looked:
    """The columns of the table by all names, the words for states, the views of its clocks."""
    told = aliases(raw.columns, _names(source, work) if kind.name == "issues" else None)
    told |= _by_shape(connection, raw)
    columns = Columns(raw.columns, told)
    states = _states(connection, raw, columns)
    known = words(PACKAGE)
    values = {
        "states": states,
        "kinds": known["kinds"],
        "fields": known["fields"],
        "classes": known["classes"],
    }
    lists = {
        name: _listed([word for word, state in states.items() if state in chosen])
        for name, chosen in GROUPS.items()
    }
    lists |= {name: _listed(known["sorts"][name]) for name in known["sorts"]}
    lists["teams"] = _listed(known["teams"])
    views = (
        clocks_view(raw.columns, _names(source, work))
        if kind.name == "issues"
        else navigator_clocks(raw.columns, kind)
    )
    return Looked(Columns(raw.columns, told, lists), values, views)


GROUPS = {
    "waiting": ("waiting_user", "waiting_supplier", "waiting_change", "waiting_other"),
    "ended": ("resolved", "closed"),
    "resolved": ("resolved",),
    "closed": ("closed",),
    "active": ("new", "assigned", "in_progress"),
}


def _states(connection: DuckDBPyConnection, raw: RawTable, columns: Columns) -> dict[str, str]:
    """The known words for states; a status of the organisation's own is read by its category, where that is given."""
    known: dict[str, str] = {word: state for state, each in words(PACKAGE)["states"].items() for word in each}
    status, category = (
        columns.find("fields.status.name|status"),
        columns.find("fields.status.statuscategory.key|status category|status_category"),
    )
    if not status or not category:
        return known
    rows = connection.execute(
        f"select distinct lower(trim({quoted(status)})), lower(trim({quoted(category)})) from {raw.relation} order by all limit 1000"
    ).fetchall()
    by_category: dict[str, str] = words(PACKAGE)["categories"]
    return {str(word): by_category[of] for word, of in rows if word and of in by_category} | known


def _by_shape(connection: DuckDBPyConnection, raw: RawTable) -> dict[str, str]:
    found: dict[str, str] = {}
    for alias, pattern in (("@rating", _RATING), ("request type", _REQUEST_TYPE)):
        found.update((alias, name) for name in raw.columns if pattern.fullmatch(name))
    custom = [name for name in raw.columns if _CUSTOM.fullmatch(name)]
    for alias, sign in SIGNS.items() if custom else ():
        counts = ", ".join(
            f"count(*) filter (where contains({quoted(name)}, {literal(sign)}))" for name in custom
        )
        row = connection.execute(f"select {counts} from {raw.relation}").fetchone() or ()
        found.update((alias, name) for name, count in zip(custom, row, strict=True) if count)
    return found


def _names(source: SourceFile, work: Path) -> dict[str, str]:
    """What the answer of a search calls its custom fields (expand=names); nothing where it does not say."""
    import ijson  # type: ignore[import-untyped]

    path = plain_file(source, work).path
    try:
        with path.open("rb") as file:
            return {str(key): str(name) for key, name in ijson.kvitems(file, "names")}
    except (ijson.JSONError, ValueError):
        return {}


def _listed(known: list[str]) -> str:
    return "(" + ", ".join(map(literal, known or [""])) + ")"
