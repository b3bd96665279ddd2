"""The plan of an audit: what for, of what, by what, by whom, when."""

from dataclasses import dataclass

COMPETENCES = ("method", "standard", "service_management", "sector", "data_analysis")
"""What a team as a whole has to know (after ISO 19011, clause 7, in own words)."""

LEVELS = (0, 1, 2, 3)
"""No knowledge, some, able, expert."""

TEAM_ROLES = ("lead_auditor", "auditor", "technical_expert", "observer")
AUDITORS = ("lead_auditor", "auditor")
ACTIVITIES = (
    "opening_meeting",
    "document_review",
    "interview",
    "observation",
    "sample",
    "team_meeting",
    "closing_meeting",
    "other",
)


@dataclass(frozen=True, kw_only=True)
class Member:
    """One of the team. ``own_work`` are services or processes in which the person works or worked within two years.

    ``competence`` gives a level (0 to 3) for each of ``COMPETENCES``; ``evaluated`` says on what ground.
    """

    name: str
    role: str
    organisation: str = ""
    own_work: tuple[str, ...] = ()
    conflicts_declared_on: str | None = None
    competence: tuple[tuple[str, int], ...] = ()
    evaluated: str = ""


@dataclass(frozen=True, kw_only=True)
class ServiceInPlan:
    """A service that could be audited, what speaks for it, and whether it is. ``last_audit`` is a day, or nothing known."""

    service: str
    name: str = ""
    criticality: str | None = None
    leads: int = 0
    changes: int = 0
    last_audit: str | None = None
    weight: int = 0
    in_scope: bool = False
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """One line of the schedule. Days are ISO dates, times of day HH:MM in the audit's zone."""

    day: str
    starts: str
    ends: str
    activity: str
    subject: str = ""
    services: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    auditors: tuple[str, ...] = ()
    with_whom: str = ""
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan. ``risks`` are risks to the audit itself; ``exclusions`` say what is left out and why."""

    objectives: tuple[str, ...]
    criteria: tuple[str, ...]
    method: str
    period: tuple[str, str] | None
    exclusions: str = ""
    risks: str = ""
    remote: str = ""
    confidentiality: str = ""
    language: str = "en"
    approved_by: str = ""
    approved_on: str | None = None
    team: tuple[Member, ...] = ()
    services: tuple[ServiceInPlan, ...] = ()
    schedule: tuple[Appointment, ...] = ()
