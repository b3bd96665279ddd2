"""An invented organisation in a database: its tables by seed, then look-alikes, then faults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from duckdb import DuckDBPyConnection

from ringtrue.simulation.invented.errors import UnknownFault, UnknownLookalike
from ringtrue.simulation.invented.statements import Script, in_order, macros, scripts, texts, used

ENDS = datetime(2026, 10, 1)
PERIOD_MONTHS = 12
CASES_A_MONTH = 1500


@dataclass(frozen=True, kw_only=True)
class Size:
    """How big the organisation is, and which part of its cases is built (one part of one: all)."""

    services: int = 30
    months: int = 18
    cases_a_month: int = CASES_A_MONTH
    part: int = 0
    parts: int = 1

    @property
    def begins(self) -> datetime:
        """The first moment of the data."""
        return _months_before(ENDS, self.months)

    @property
    def period_begins(self) -> datetime:
        """The first moment of the audit period."""
        return _months_before(ENDS, min(PERIOD_MONTHS, self.months))

    def settings(self, seed: int) -> dict[str, object]:
        """What the files of ``tables/`` may name with a dollar sign."""
        return {
            "seed": seed,
            "services": self.services,
            "months": self.months,
            "cases_a_month": self.cases_a_month,
            "users": max(250, self.cases_a_month // 5),
            "begins": self.begins,
            "ends": ENDS,
            "period_begins": self.period_begins,
            "part": self.part,
            "parts": self.parts,
        }


def build(
    database: DuckDBPyConnection,
    seed: int,
    *,
    services: int = 30,
    months: int = 18,
    cases_a_month: int = CASES_A_MONTH,
    faults: Mapping[str, float] = {},
    lookalikes: Sequence[str] | bool = (),
) -> dict[str, list[str]]:
    """Create the organisation's tables in the current schema; what was planted, as objects by procedure."""
    chosen = {name: all_faults_named(name) for name in faults}
    size = Size(services=services, months=months, cases_a_month=cases_a_month)
    set_seed(database, seed)
    build_tables(database, list(in_order(texts())), size.settings(seed))
    for name in names_of(lookalikes):
        _run(database, all_lookalikes()[name], {})
    return {name: plant(database, name, faults[name]) for name in chosen}


def set_seed(database: DuckDBPyConnection, seed: int) -> None:
    """Create the macros that draw by chance."""
    for statement in macros(seed):
        database.execute(statement)


def build_tables(database: DuckDBPyConnection, names: Sequence[str], settings: Mapping[str, object]) -> None:
    """Create the named tables, each from its file."""
    for name in names:
        text = texts()[name]
        database.execute(f'create or replace table "{name}" as {text}', used(text, settings))


def plant(database: DuckDBPyConnection, procedure: str, strength: float) -> list[str]:
    """Plant the fault of a procedure in the organisation that stands in the database; the objects in which it lies."""
    _run(database, all_faults_named(procedure), {"strength": strength})
    return [
        row[0] for row in database.execute("select distinct object from planted order by object").fetchall()
    ]


def all_faults() -> dict[str, Script]:
    """Every fault by the id of the procedure that is to find it."""
    return scripts("faults")


def all_lookalikes() -> dict[str, Script]:
    """Every legitimate pattern that looks like a fault, by name."""
    return scripts("lookalikes")


def all_faults_named(name: str) -> Script:
    """The fault of that procedure; UnknownFault where there is none."""
    if name not in all_faults():
        raise UnknownFault(name, list(all_faults()))
    return all_faults()[name]


def names_of(lookalikes: Sequence[str] | bool) -> list[str]:
    """The names of the chosen look-alikes; ``True`` means all of them."""
    known = all_lookalikes()
    chosen = (list(known) if lookalikes else []) if isinstance(lookalikes, bool) else list(lookalikes)
    for name in chosen:
        if name not in known:
            raise UnknownLookalike(name, list(known))
    return chosen


def _run(database: DuckDBPyConnection, script: Script, settings: Mapping[str, float]) -> None:
    for statement in script.statements(settings):
        database.execute(statement)


def _months_before(moment: datetime, months: int) -> datetime:
    years, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return datetime(years, month + 1, 1)
