"""What a run says: the content of ``results.json``, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ringtrue.model.criteria import Edition

SCHEMA = "ringtrue/results/1"

Answer = Literal["contradicted", "supported", "undetermined"]
ResultKind = Literal["lead", "no_lead", "insufficient_data", "not_applicable"]
Bounds = tuple[float, float]

QUESTIONS: dict[str, str] = {
    "outcomes": "Does it manage services by outcomes, or tools by activity?",
    "value": "Do customers perceive the value that the dashboards claim?",
    "roles": "Does it know its customers from its users?",
    "flow": "Does work cross interfaces without loss, and do feedback loops close?",
    "substance": "Is there control and understanding behind the paper?",
    "thread": "Can each need be followed to a requirement, a reading, an improvement, and back?",
}
"""The six questions, by the folder of the procedures that answer them."""


@dataclass(frozen=True, kw_only=True)
class ObjectRef:
    """What a lead or fact is about."""

    kind: str
    id: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question to put to a role."""

    role: str
    question: str


@dataclass(frozen=True, kw_only=True)
class SettingUsed:
    """A setting as it was in this run. ``basis``: R requirement, P published, S statistical, D default of ours."""

    name: str
    value: float | int | str | bool
    basis: str


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A true statement without a verdict, that the auditor must know.

    ``unit`` says how its value is written (``share``, ``minutes``, ``hours``, ``days``, ``points``); None: as a plain number.
    """

    statement: str
    value: float | int | str | None
    n: int | None = None
    bounds: Bounds | None = None
    id: str | None = None
    object: ObjectRef | None = None
    unit: str | None = None


@dataclass(frozen=True, kw_only=True)
class Lead:
    """A reason to look: what was seen, how sure it is, what else could explain it, whom to ask what.

    ``values`` are further numbers, with the unit at the end of the name (``attained_share``, ``median_hours``); ``limit``
    among them is what the estimate was compared with.
    """

    id: str
    object: ObjectRef
    service: str | None
    statement: str
    estimate: float | None
    bounds: Bounds | None
    p_value: float | None
    q_value: float | None
    n: int
    deviations: int | None
    explanations: tuple[str, ...]
    ask: tuple[Question, ...]
    records: int
    values: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class ProcedureResult:
    """What one procedure found. ``share`` = deviations / judged, with exact two-sided bounds at ``confidence``.

    ``measure`` names what the estimates of its leads are, with the unit at the end (``satisfied_share``, ``rate_ratio``); empty:
    the share. ``disproof`` is what would prove its leads wrong. ``item_kind`` says what its items are (``case``, ``approval``).
    ``worst`` names the values that say how bad a record is, with their bad end: ``most returns``, ``least score``.
    """

    id: str
    title: str
    question: str
    result: ResultKind
    why: str
    request: str
    population: int
    judged: int
    deviations: int
    untestable: int
    share: float | None
    bounds: Bounds | None
    confidence: float
    coverage: float | None
    settings: tuple[SettingUsed, ...]
    clauses: tuple[str, ...]
    judged_table: str | None
    facts: tuple[Fact, ...]
    leads: tuple[Lead, ...]
    disproof: str = ""
    measure: str = ""
    item_kind: str = ""
    worst: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AuditInfo:
    """The audit as ``audit.toml`` gives it; ``records`` are the first and last day that the data know of.

    ``editions`` are the criteria with their standard, edition and amendment; ``method`` is how the audit is done.
    """

    title: str
    organisation: str | None
    period: tuple[str, str] | None
    criteria: tuple[str, ...]
    timezone: str
    records: tuple[str, str] | None = None
    editions: tuple[Edition, ...] = ()
    method: Edition | None = None


@dataclass(frozen=True, kw_only=True)
class SourceResult:
    """One file: rows = loaded + rejected. ``issues`` counts the records in ``load_issues``."""

    file: str
    sha256: str
    importer: str | None
    rows: int
    loaded: int
    rejected: int
    issues: int
    assumptions: tuple[str, ...]
    error: str | None = None


@dataclass(frozen=True, kw_only=True)
class ServiceResult:
    """The six questions for one service."""

    id: str
    name: str
    criticality: str | None
    questions: Mapping[str, Answer]
    leads: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ClauseResult:
    """One clause of the criteria of that id: what kind of evidence the run looked at, and how many leads bear on it."""

    id: str
    title: str
    evidence: Literal["operating", "documented", "none"]
    leads: int
    procedures: tuple[str, ...]
    criteria: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionResult:
    """The answer to one of the six questions."""

    id: str
    answer: Answer
    why: str


@dataclass(frozen=True, kw_only=True)
class Results:
    """A whole run."""

    schema: str
    run: str
    version: str
    audit: AuditInfo
    sources: tuple[SourceResult, ...]
    procedures: tuple[ProcedureResult, ...]
    facts: tuple[Fact, ...]
    services: tuple[ServiceResult, ...]
    clauses: tuple[ClauseResult, ...]
    questions: tuple[QuestionResult, ...]
