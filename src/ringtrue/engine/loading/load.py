"""All sources of an audit into its canonical tables: read, typed, checked, counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.tables_folder import ORDER
from ringtrue.engine.loading import issues
from ringtrue.engine.loading.comments import tell_comments
from ringtrue.engine.loading.conversion import Reading, converted
from ringtrue.engine.loading.derive import complete_cases
from ringtrue.engine.loading.flags import flag_facts
from ringtrue.engine.loading.implausible import note_implausible
from ringtrue.engine.loading.mapping import TableMapping, reading_of, table_mappings
from ringtrue.engine.loading.narrow import LARGE
from ringtrue.engine.loading.outcome import SORTED, Incoming, Loaded
from ringtrue.engine.loading.parts import Part, load_part
from ringtrue.engine.loading.raws import count_raw, fitting, hold, refuse_incomplete
from ringtrue.engine.loading.references import check_references
from ringtrue.engine.loading.unite import unite
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.place import place_of
from ringtrue.model.progress import Progress, Told, silent
from ringtrue.tables import table


def load(
    database: DuckDBPyConnection,
    sources: Sequence[Incoming],
    zone: str,
    large: int = LARGE,
    progress: Progress | None = None,
) -> Loaded:
    """Fill the canonical tables (temporary tables of those names) and ``load_issues`` from all sources, in their order.

    ``large`` is the number of rows from which a table is kept in the way of large ones; what is loaded is the same.
    """
    issues.create(database)
    outcome = Loaded(large=large, fed=_fed(sources))
    parts: list[Part] = []
    for number, source in enumerate(sources):
        try:
            told = partial(progress, f"checking and sorting {source.file}") if progress else silent
            parts += _load_source(database, source, number, zone, outcome, told)
        except UnreadableInput as error:
            outcome.errors[source.file] = error
    of_cases = [part.file for part in parts if part.table in ("case_events", "cases")]
    outcome.cases_from = of_cases or [part.file for part in parts]
    unite(database, parts, outcome)
    _finish(database, outcome)
    return outcome


def _fed(sources: Sequence[Incoming]) -> Counter[str]:
    return Counter(entry.name for source in sources for entry in table_mappings(source.mapping))


def _load_source(
    database: DuckDBPyConnection, source: Incoming, number: int, zone: str, outcome: Loaded, told: Told
) -> list[Part]:
    as_mapped = reading_of(source.mapping, zone)
    raws = {raw.name: raw for raw in source.read.tables}
    mappings = [fitting(entry, raws, source) for entry in table_mappings(source.mapping)]
    for entry in mappings:
        refuse_incomplete(entry, raws[entry.raw], source.file)
    parts, notes = [], list(source.read.assumptions)
    for index, raw in enumerate(source.read.tables):
        reading = replace(as_mapped, are_trimmed=raw.is_trimmed)
        fed = [entry for entry in mappings if entry.raw == raw.name]
        held = hold(database, raw, f"raw_{number}_{index}")
        count_raw(database, held, raw, source.file, outcome, bool(fed))
        for place, entry in enumerate(fed):
            order = _order(entry, fed, reading)
            entry = _with_id(entry, source.file, notes)
            part = load_part(
                database,
                held,
                source.file,
                place_of(source.file, raw.part),
                entry,
                reading,
                f"part_{number}_{index}_{place}",
                order,
                is_large=entry.name in SORTED and raw.rows >= outcome.large,
                sorted_by=_sorted_by(entry, outcome),
                told=told,
                rows=raw.rows,
            )
            parts.append(part)
            notes += part.assumptions
            outcome.facts += flag_facts(database, held, source.file, entry, reading, order)
        if not fed and raw.rows:
            notes.append(f"table {raw.name} ({raw.rows:,} rows) is not known and was left out")
        database.execute(f"drop table if exists raw_{number}_{index}")
    outcome.assumptions[source.file] = notes
    return parts


def _sorted_by(entry: TableMapping, outcome: Loaded) -> str | None:
    """The order in which a table is put at once, where it is made of one part."""
    if entry.name not in SORTED or outcome.fed[entry.name] != 1:
        return None
    outcome.in_order.add(entry.name)
    return ORDER[entry.name]


def _with_id(entry: TableMapping, file: str, notes: list[str]) -> TableMapping:
    """The mapping with an id: where it has none and its table wants one, the row numbers are taken, and that is noted."""
    if entry.per is not None or "id" in entry.columns or not table(entry.name).unique_id:
        return entry
    notes.append(f"rows of {entry.name} have no id: their row numbers are taken")
    return replace(entry, columns={"id": "source_row", **entry.columns})


def _order(entry: TableMapping, fed: Sequence[TableMapping], reading: Reading) -> str | None:
    wanted = entry.order or "at"
    events = next((one for one in fed if one.name == "case_events" and wanted in one.columns), None)
    if events is None:
        return None
    return converted(events.text(wanted, reading), table(events.name).column(wanted), reading)


def _finish(database: DuckDBPyConnection, outcome: Loaded) -> None:
    cases = outcome.given.setdefault("cases", set())
    if not cases:
        outcome.in_order.add("cases")
    outcome.shared_assumptions += complete_cases(database, cases, outcome.given.get("case_events", set()))
    if not cases:
        del outcome.given["cases"]
    filled = set(outcome.given)
    outcome.shared_assumptions += check_references(database, filled)
    if {"cases", "case_events"} <= filled:
        outcome.shared_assumptions += tell_comments(database)
    note_implausible(database, filled)
