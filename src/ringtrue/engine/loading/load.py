"""All sources of an audit into its canonical tables: read, typed, checked, counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading import issues
from ringtrue.engine.loading.comments import tell_comments
from ringtrue.engine.loading.conversion import Reading, converted
from ringtrue.engine.loading.derive import complete_cases
from ringtrue.engine.loading.flags import flag_facts
from ringtrue.engine.loading.implausible import note_implausible
from ringtrue.engine.loading.mapping import TableMapping, reading_of, table_mappings
from ringtrue.engine.loading.narrow import LARGE, kinds_of
from ringtrue.engine.loading.parts import Part, load_part
from ringtrue.engine.loading.references import check_references
from ringtrue.engine.tables_folder import ORDER
from ringtrue.model.errors import MappingIncomplete, UnreadableInput
from ringtrue.model.place import place_of
from ringtrue.model.progress import Progress, Told, silent
from ringtrue.model.source import Mapping, RawTable, ReadResult
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import all_tables, table

PARQUET = ("read_parquet(", "(select file_row_number")
"""How relations begin that are files in Parquet."""

FEW = 10_000
"""Rows up to which a relation that is no such file is held in memory; what has more is put into one."""

SORTED = ("case_events",)
"""Tables on whose order others rely: events case by case, each in the order of time."""


@dataclass(frozen=True)
class Incoming:
    """A source that an importer has read, on its way into the tables."""

    file: str
    read: ReadResult
    mapping: Mapping


@dataclass
class Loaded:
    """What became of the sources: counts per file, what was assumed, which columns were given, facts of flags, which tables
    stand in the order in which they are written; how many parts each table is made of, and from how many rows it is large."""

    rows: dict[str, int] = field(default_factory=dict)
    loaded: dict[str, int] = field(default_factory=dict)
    rejected: dict[str, int] = field(default_factory=dict)
    assumptions: dict[str, list[str]] = field(default_factory=dict)
    errors: dict[str, UnreadableInput] = field(default_factory=dict)
    given: dict[str, set[str]] = field(default_factory=dict)
    shared_assumptions: list[str] = field(default_factory=list)
    cases_from: list[str] = field(default_factory=list)
    facts: list[dict[str, object]] = field(default_factory=list)
    in_order: set[str] = field(default_factory=set)
    fed: Counter[str] = field(default_factory=Counter)
    large: int = LARGE


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
    _unite(database, parts, outcome)
    _finish(database, outcome)
    return outcome


def _fed(sources: Sequence[Incoming]) -> Counter[str]:
    return Counter(entry.name for source in sources for entry in table_mappings(source.mapping))


def _load_source(
    database: DuckDBPyConnection, source: Incoming, number: int, zone: str, outcome: Loaded, told: Told
) -> list[Part]:
    reading = reading_of(source.mapping, zone)
    raws = {raw.name: raw for raw in source.read.tables}
    mappings = [_fitting(entry, raws, source) for entry in table_mappings(source.mapping)]
    for entry in mappings:
        _refuse_incomplete(entry, raws[entry.raw], source.file)
    parts, notes = [], list(source.read.assumptions)
    for index, raw in enumerate(source.read.tables):
        fed = [entry for entry in mappings if entry.raw == raw.name]
        held = _held(database, raw, f"raw_{number}_{index}")
        _count_raw(database, held, raw, source.file, outcome, bool(fed))
        for number_of_part, entry in enumerate(fed):
            if entry.per is None and "id" not in entry.columns and table(entry.name).unique_id:
                entry = _with_row_numbers(entry, source.file, notes)
            part = load_part(
                database,
                held,
                source.file,
                place_of(source.file, raw.part),
                entry,
                reading,
                f"part_{number}_{index}_{number_of_part}",
                _order(entry, fed, reading),
                is_large=entry.name in SORTED and raw.rows >= outcome.large,
                sorted_by=_sorted_by(entry, outcome),
                told=told,
                rows=raw.rows,
            )
            parts.append(part)
            notes += part.assumptions
            outcome.facts += flag_facts(
                database, held, source.file, entry, reading, _order(entry, fed, reading)
            )
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


def _held(database: DuckDBPyConnection, raw: RawTable, name: str) -> str:
    """Where the raw rows are read from: their own place where that is Parquet, which is read column by column, else one of their own."""
    if raw.is_file or raw.relation.startswith(PARQUET):
        return raw.relation
    if raw.rows <= FEW:
        database.execute(f"create temp table {name} as select * from {raw.relation}")
        return name
    folder = database.execute("select current_setting('temp_directory')").fetchone() or ("",)
    place = literal(str(Path(folder[0]) / f"{name}.parquet"))
    database.execute(f"copy (select * from {raw.relation}) to {place} (format parquet, compression lz4)")
    return f"read_parquet({place})"


def _fitting(entry: TableMapping, raws: dict[str, RawTable], source: Incoming) -> TableMapping:
    raw = raws.get(entry.raw) or (source.read.tables[0] if len(raws) == 1 else None)
    if raw is None:
        raise UnreadableInput(
            source.file,
            f'there is no table "{entry.raw}" in it',
            "one of " + ", ".join(raws),
            "Correct `from` in the mapping.",
        )
    fitted = entry.only_with({*raw.columns, "source_row"})
    return replace(fitted, raw=raw.name)


def _refuse_incomplete(entry: TableMapping, raw: RawTable, file: str) -> None:
    if not entry.primary:
        return
    missing = [name for name in table(entry.name).required if name not in entry.columns and name != "id"]
    if missing:
        wanted = ", ".join(missing)
        raise MappingIncomplete(
            file,
            raw.columns,
            f"columns for {wanted} of {entry.name}",
            "Name them in the mapping file and import again.",
        )


def _with_row_numbers(entry: TableMapping, file: str, notes: list[str]) -> TableMapping:
    notes.append(f"rows of {entry.name} have no id: their row numbers are taken")
    return replace(entry, columns={"id": "source_row", **entry.columns})


def _order(entry: TableMapping, fed: Sequence[TableMapping], reading: Reading) -> str | None:
    wanted = entry.order or "at"
    events = next((one for one in fed if one.name == "case_events" and wanted in one.columns), None)
    if events is None:
        return None
    return converted(events.text(wanted, reading), table(events.name).column(wanted), reading)


def _count_raw(
    database: DuckDBPyConnection, held: str, raw: RawTable, file: str, outcome: Loaded, fed: bool
) -> None:
    counted = database.execute(f"select count(*) from {held}").fetchone()
    rows = int(counted[0]) if counted else 0
    issues.add(database, (replace(issue, file=place_of(file, raw.part)) for issue in raw.issues))
    if not fed:
        return
    outcome.rows[file] = outcome.rows.get(file, 0) + rows + raw.rows_rejected
    outcome.rejected[file] = outcome.rejected.get(file, 0) + raw.rows_rejected


def _unite(database: DuckDBPyConnection, parts: Sequence[Part], outcome: Loaded) -> None:
    for name, declared in all_tables().items():
        fitting = [part for part in parts if part.table == name]
        columns = ", ".join(f"{quoted(column.name)} {column.type.sql}" for column in declared.columns)
        database.execute(
            f"create or replace temp table {name} ({columns}, source_file VARCHAR, source_row BIGINT, source_line BIGINT)"
        )
        for part in sorted(fitting, key=lambda part: part.derived):
            _append(database, part, declared.unique_id, outcome, alone=len(fitting) == 1)
        for part in fitting:
            outcome.given.setdefault(name, set()).update(part.given)
    for name in SORTED:
        if name in outcome.given and name not in outcome.in_order:
            _put_in_order(database, name, outcome)


def _put_in_order(database: DuckDBPyConnection, name: str, outcome: Loaded) -> None:
    """Events of several sources case by case, each in the order of time: cases and their file rely on it."""
    declared = table(name)
    rows = database.execute(f"select count(*) from {name}").fetchone() or (0,)
    kinds = kinds_of(database, name, name, declared, declared.columns) if rows[0] >= outcome.large else {}
    kept = ", ".join(
        f"cast({quoted(column)} as {kind}) as {quoted(column)}" for column, kind in kinds.items()
    )
    database.execute(
        f"create temp table in_order as select * {f'replace ({kept})' if kept else ''} from {name} order by {ORDER[name]}; "
        f"drop table {name}; alter table in_order rename to {name}"
    )
    outcome.in_order.add(name)


def _append(
    database: DuckDBPyConnection, part: Part, unique_id: bool, outcome: Loaded, *, alone: bool
) -> None:
    repeats = 0
    if unique_id and not part.derived:
        repeats = _reject_repeats(database, part)
    only_new = f"where id not in (select id from {part.table})" if unique_id and part.derived else ""
    if alone:
        database.execute(f"drop table {part.table}; alter table {part.relation} rename to {part.table}")
        database.execute(f"select count(*) from {part.table}")
    else:
        database.execute(f"insert into {part.table} select * from {part.relation} {only_new}")
    counted = database.fetchone()
    if part.primary:
        outcome.loaded[part.file] = outcome.loaded.get(part.file, 0) + (int(counted[0]) if counted else 0)
        outcome.rejected[part.file] = outcome.rejected.get(part.file, 0) + part.rejected + repeats
    database.execute(f"drop table if exists {part.relation}")


def _reject_repeats(database: DuckDBPyConnection, part: Part) -> int:
    if not _has_repeats(database, part):
        return 0
    database.execute(
        f"""create or replace temp table repeated as
        select source_row from {part.relation}
        qualify row_number() over (partition by id order by source_row) > 1 or id in (select id from {part.table})"""
    )
    expected = literal(f"an id that no other row of {part.table} has; the first row with it stays")
    if part.primary:
        issues.add_where(
            database,
            part.relation,
            "source_row in (select source_row from repeated)",
            table=part.table,
            column="id",
            value="id",
            expected=expected,
            kind="duplicate_id",
            outcome="rejected",
        )
    database.execute(f"delete from {part.relation} where source_row in (select source_row from repeated)")
    gone = database.fetchone()
    return int(gone[0]) if gone else 0


def _has_repeats(database: DuckDBPyConnection, part: Part) -> bool:
    found = database.execute(
        f"""select count(*) > count(distinct id) or exists (select 1 from {part.table} where id in (select id from {part.relation}))
        from {part.relation}"""
    ).fetchone()
    return bool(found and found[0])


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
