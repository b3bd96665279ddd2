"""What still lacks a link or a kind: the texts for which proposals can be made."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import connection
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.views import build_views

Texts = tuple[tuple[str, str], ...]
"""(id, text)"""

_TEXTS = {
    "need": "select id, statement, service from needs",
    "requirement": "select id, statement, service from requirements",
    "measure": "select id, concat_ws(' ', name, definition), service from measures",
}
_STEPS = (("need", "requirement"), ("requirement", "measure"))


@dataclass(frozen=True)
class Gap:
    """Records of one service that are not linked to any of another sort, and those of that sort that they could be linked to."""

    from_kind: str
    to_kind: str
    unlinked: Texts
    candidates: Texts


@dataclass(frozen=True)
class Unlinked:
    """Gaps by service; measures without a kind; and measures of which the organisation says the kind, by kind."""

    gaps: tuple[Gap, ...]
    measures: Texts
    known: dict[str, tuple[str, ...]]


def unlinked(folder: AuditFolder, memory: str) -> Unlinked:
    """Read from the tables of an audit folder what lacks a link or a kind."""
    with connection(memory) as database:
        attach_tables(database, folder.tables, RENAMED)
        set_scope(database, folder.audit())
        build_views(database, {"thread_links"})
        gaps = tuple(gap for step in _STEPS for gap in _gaps(database, *step))
        rated = database.execute(
            "select id, trim(concat_ws(' ', name, definition)), kind from measures order by id"
        ).fetchall()
    known: dict[str, list[str]] = {}
    for _, text, kind in rated:
        if kind:
            known.setdefault(kind, []).append(text)
    measures = tuple((id_, text) for id_, text, kind in rated if not kind)
    return Unlinked(gaps, measures, {kind: tuple(texts) for kind, texts in known.items()})


def _gaps(database: DuckDBPyConnection, from_kind: str, to_kind: str) -> list[Gap]:
    linked = database.execute(
        'select "from", "to" from thread_links where from_kind = ? and to_kind = ?', [from_kind, to_kind]
    ).fetchall()
    begun, reached = {one for one, _ in linked}, {other for _, other in linked}
    ones, others = _by_service(database, from_kind), _by_service(database, to_kind)
    gaps = []
    for service in sorted(ones.keys() | others.keys(), key=str):
        near = [*others.get(service, ()), *(others.get(None, ()) if service else ())]
        gaps.append(Gap(from_kind, to_kind, _without(ones.get(service, ()), begun), tuple(near)))
        back = [*ones.get(service, ()), *(ones.get(None, ()) if service else ())]
        gaps.append(Gap(to_kind, from_kind, _without(others.get(service, ()), reached), tuple(back)))
    return [gap for gap in gaps if gap.unlinked and gap.candidates]


def _by_service(database: DuckDBPyConnection, kind: str) -> dict[str | None, list[tuple[str, str]]]:
    found: dict[str | None, list[tuple[str, str]]] = {}
    for id_, text, service in database.execute(f"{_TEXTS[kind]} order by id").fetchall():
        found.setdefault(service, []).append((id_, text or ""))
    return found


def _without(texts: list[tuple[str, str]] | tuple[()], linked: set[str]) -> Texts:
    return tuple(one for one in texts if one[0] not in linked)
