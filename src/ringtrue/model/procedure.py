"""What a procedure declares: one claim that can be true or false of a service management system."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Basis = Literal["R", "P", "S", "D"]
"""Why a threshold is what it is: a requirement, a publication, statistics, or our default."""

ChartForm = Literal["funnel", "intervals", "histogram", "series"]

SettingValue = float | int | str | bool


@dataclass(frozen=True)
class Setting:
    """A number or word that an auditor may change, with the reason for its default."""

    name: str
    value: SettingValue
    basis: Basis
    meaning: str


@dataclass(frozen=True)
class Ask:
    """A question to put to a role (a value of ``role_assignments.role``)."""

    role: str
    question: str


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What a judge says of one group (a service, a team, a pair, a period).

    ``estimate`` with ``lower`` and ``upper`` is the size of the effect; ``p_value`` says how easily chance alone gives it (None
    where the rule is not statistical). ``effect`` says that the effect threshold is reached, ``testable`` that there was data
    enough; ``reason`` tells why not. ``values`` are further numbers for the statement.
    """

    object: str
    n: int
    deviations: int | None = None
    estimate: float | None = None
    lower: float | None = None
    upper: float | None = None
    p_value: float | None = None
    q_value: float | None = None
    effect: bool = False
    testable: bool = True
    reason: str = ""
    service: str | None = None
    family: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


Rows = Sequence[Mapping[str, Any]]
Judge = Callable[[Rows, Mapping[str, SettingValue]], list[Judgement]]
"""Rows of groups and the procedure's settings in, one judgement per group out. Pure."""


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """What every procedure says of itself. Its title is the first sentence of its module's docstring.

    ``needs`` maps tables to the columns without which nothing can be said; ``"a|b"`` means that one of them is enough, for
    tables as for columns.
    ``object_kind`` is what a lead names (service, team, team_pair, control...). ``statement`` is the neutral sentence of a lead, with
    ``{object}``, ``{n}``, ``{deviations}``, ``{share}``, ``{lower}``, ``{upper}`` and the judge's ``values``.
    ``explanations`` are to be checked first; ``disproof`` is what would prove the lead wrong. ``request`` is what to ask the auditee
    for when the data do not suffice. ``demanded`` are tables that a clause demands: an organisation that declares to have none of them gets a
    lead, not silence. ``weakness`` says, where a fault of that sort is often missed, how often: a silence of it is told with it.
    ``worst`` names the shown values that say how bad a record is, each with its bad end: ``most returns``, ``least score``; a report shows
    those records first. Empty: nothing shown says so, and records stand in the order of the sources. ``facts`` are statements without a verdict: sentence to SQL aggregate over the judged table.
    """

    id: str
    item_kind: str
    needs: Mapping[str, Sequence[str]]
    statement: str
    explanations: Sequence[str]
    ask: Sequence[Ask]
    disproof: str
    request: str
    object_kind: str = "service"
    demanded: Sequence[str] = ()
    weakness: str = ""
    settings: Sequence[Setting] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    show: Sequence[str] = ()
    worst: Sequence[str] = ()
    persons: Sequence[str] = ()
    measure: str = ""
    chart: ChartForm | None = None
    chart_title: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordProcedure(Procedure):
    """A claim about records: the SQL gives one row per item with boolean facts.

    ``deviation`` and ``untestable`` map facts to fixed sentences; the first that holds, in order, is the reason; untestable comes
    first, and a fact of ``deviation`` that is NULL makes the item untestable. ``lead_by`` is the column of the judged table that names
    the object (a list column: the item speaks for each of them). ``lead_when`` judges the groups, from ``<name>.groups.sql`` where
    there is one, else counted from the judged table.
    """

    deviation: Mapping[str, str]
    untestable: Mapping[str, str] = field(default_factory=dict)
    lead_by: str = "service"
    lead_when: Judge


@dataclass(frozen=True, kw_only=True)
class GroupProcedure(Procedure):
    """A claim about groups: the SQL gives rows of groups (one or many per ``object``), a judge the verdicts.

    The judged table has one row per object. ``deviation`` and ``within`` are the fixed sentences of the two verdicts.
    ``<name>.records.sql``, where there is one, names the records behind a group: ``object``, ``item``, ``source_file``, ``source_row``
    and what else is to be shown.
    """

    deviation: str
    within: str
    lead_when: Judge


@dataclass(frozen=True, kw_only=True)
class Catalogued:
    """A procedure as it stands in the catalogue: its declaration, its claim in a sentence, and its SQL files."""

    declaration: RecordProcedure | GroupProcedure
    title: str
    docstring: str
    sql: str
    groups_sql: str | None = None
    records_sql: str | None = None
    chart_sql: str | None = None
