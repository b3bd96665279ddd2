"""What the catalogue says of one organisation: clean, with look-alikes, and with each fault at each strength."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from duckdb import DuckDBPyConnection
from organisations import AUDIT, MADE, given, made, organisation, touched

from ringtrue import plugins
from ringtrue.engine.running.assess import assess, views_of
from ringtrue.engine.running.leads import ORGANISATION, create_lead_records
from ringtrue.engine.running.pseudonyms import build_pseudonyms
from ringtrue.engine.running.views import build_views, create_views, needed_views, view_texts
from ringtrue.model import Catalogued
from ringtrue.model.result import Lead
from ringtrue.simulation.invented.organisation import all_faults, plant


@dataclass(frozen=True)
class Size:
    """How big the organisations are."""

    services: int = 30
    months: int = 18


@dataclass(frozen=True)
class Trial:
    """One fault at one strength in one organisation: the objects it lies in, and those that leads named."""

    seed: int
    procedure: str
    strength: float
    planted: tuple[str, ...]
    named: tuple[str, ...]
    result: str
    example: str = ""


@dataclass(frozen=True)
class Proof:
    """What was found in the organisation of one seed. ``clean`` and ``lookalikes`` are false leads: (procedure, object)."""

    seed: int
    trials: tuple[Trial, ...]
    judged: tuple[str, ...] = ()
    clean: tuple[tuple[str, str], ...] = ()
    lookalikes: tuple[tuple[str, str], ...] = ()
    silent: dict[str, str] = field(default_factory=dict)


def prove(seed: int, size: Size, chosen: Sequence[str], strengths: Sequence[float]) -> Proof:
    """Run the chosen procedures on the organisation of a seed, as it is and with their faults."""
    catalogue = {one.declaration.id: one for one in plugins.procedures()}
    procedures = [catalogue[name] for name in chosen]
    with organisation(seed, size.services, size.months) as database:
        build_views(database, {name for one in procedures for name in views_of(one, AUDIT)})
        clean, silent = _false_leads(database, procedures)
        trials = [
            _trial(database, seed, one, strength)
            for one in procedures
            if one.declaration.id in all_faults()
            for strength in strengths
        ]
    with organisation(seed, size.services, size.months, lookalikes=True) as database:
        build_views(database, {name for one in procedures for name in views_of(one, AUDIT)})
        alike, _ = _false_leads(database, procedures)
    return Proof(seed, tuple(trials), tuple(chosen), clean, alike, silent)


def _false_leads(
    database: DuckDBPyConnection, procedures: Sequence[Catalogued]
) -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    found, silent = [], {}
    for one in procedures:
        leads, result, why = _leads(database, one)
        found += [(one.declaration.id, lead.object.id) for lead in leads]
        if result not in ("lead", "no_lead"):
            silent[one.declaration.id] = f"{result}: {why}"
    return tuple(found), silent


def _trial(database: DuckDBPyConnection, seed: int, procedure: Catalogued, strength: float) -> Trial:
    name = procedure.declaration.id
    with _undone(database):
        covering = _uncover(database)
        with made(database):
            planted = set(plant(database, name, strength))
        build_pseudonyms(database)
        changed = touched(all_faults()[name].sql) | covering
        create_views(database, [name for name in needed_views(views_of(procedure, AUDIT)) if name in changed])
        leads, result, _ = _leads(database, procedure)
        spoken = dict(database.execute("select person, pseudonym from pseudonyms").fetchall())
    leading = {lead.object.id for lead in leads}
    objects = {one if one in leading else spoken.get(one, one) for one in planted}
    example = next((lead.statement for lead in leads if lead.object.id in objects), "")
    # A lead about the organisation as a whole names none of its parts, right or wrong.
    named = tuple(sorted(leading - ({ORGANISATION} - objects)))
    return Trial(seed, name, strength, tuple(sorted(objects)), named, result, example)


def _uncover(database: DuckDBPyConnection) -> set[str]:
    """Drop the views that bear the name of a table of the organisation: temporary ones would be taken for it. Which they were."""
    named = "', '".join(view_texts())
    covering = database.execute(
        "select table_name, table_type from information_schema.tables "
        f"where table_catalog = 'temp' and table_name in ('{named}') "
        f"and table_name in (select table_name from duckdb_tables() where database_name = '{MADE}')"
    ).fetchall()
    for name, kind in covering:
        database.execute(f"drop {'view' if kind == 'VIEW' else 'table'} temp.{name}")
    return {name for name, _ in covering}


@contextmanager
def _undone(database: DuckDBPyConnection) -> Iterator[None]:
    database.execute("begin transaction")
    try:
        yield
    finally:
        database.execute("rollback")


def _leads(database: DuckDBPyConnection, procedure: Catalogued) -> tuple[tuple[Lead, ...], str, str]:
    create_lead_records(database)
    with tempfile.TemporaryDirectory() as place:
        result = assess(database, procedure, given(database), AUDIT, (), Path(place)).result
    return result.leads, result.result, result.why
