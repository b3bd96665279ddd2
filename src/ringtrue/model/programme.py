"""The programme: which audits of which services, over several years."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PlannedAudit:
    """One audit of the programme. ``quarter`` is written 2027-Q2; ``state`` as the audit's own, once it began."""

    id: str
    title: str
    quarter: str
    services: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    lead_auditor: str = ""
    days: float | None = None
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class Programme:
    """Audits over some years. ``resources`` and ``risks`` are those of the programme itself."""

    objectives: tuple[str, ...]
    owner: str
    years: tuple[int, ...]
    audits: tuple[PlannedAudit, ...] = ()
    resources: str = ""
    risks: str = ""
    methods: str = ""
    reviewed_on: str | None = None
