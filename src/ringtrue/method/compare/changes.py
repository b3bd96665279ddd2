"""What two runs say differently, as plain records. ``before`` is always the first run, ``after`` the second."""

from dataclasses import dataclass
from typing import Literal

from ringtrue.model.result import Bounds, ResultKind

Presence = Literal["new", "gone", "in_both"]
"""Whether something is told by the second run only, by the first only, or by both."""

Reason = Literal["", "no_lead", "no_data", "not_tested", "out_of_scope", "other_settings"]
"""Why a lead of the first run is not in the second: its procedure found none; could say nothing; is not there; its service is not there;
was set otherwise. Only the first may be an improvement."""


@dataclass(frozen=True, kw_only=True)
class RunNamed:
    """One of the two runs: its id, the code's version, and what it was about."""

    run: str
    version: str
    title: str
    organisation: str | None
    period: tuple[str, str] | None
    records: tuple[str, str] | None


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A number in both runs with its bounds. ``apart``: whether the bounds do not touch; None where one of them has none."""

    before: float | None
    after: float | None
    bounds_before: Bounds | None
    bounds_after: Bounds | None
    apart: bool | None


@dataclass(frozen=True, kw_only=True)
class SettingChange:
    """A setting with another value; None where one of the runs does not have it."""

    name: str
    before: float | int | str | bool | None
    after: float | int | str | bool | None


@dataclass(frozen=True, kw_only=True)
class ProcedureChange:
    """A procedure in both runs. ``changed``: its result, its settings or its leads differ, or its shares are apart."""

    id: str
    title: str
    presence: Presence
    before: ResultKind | None
    after: ResultKind | None
    why_before: str
    why_after: str
    judged_before: int | None
    judged_after: int | None
    deviations_before: int | None
    deviations_after: int | None
    share: Estimate
    settings: tuple[SettingChange, ...]
    leads_new: int
    leads_gone: int
    leads_in_both: int
    changed: bool


@dataclass(frozen=True, kw_only=True)
class LeadChange:
    """A lead by its id. ``reason`` says why one is gone; ``measure`` names its estimate, with the unit at the end."""

    id: str
    procedure: str
    presence: Presence
    service: str | None
    statement: str
    measure: str
    estimate: Estimate
    n_before: int | None
    n_after: int | None
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class SourceChange:
    """A source by its name. ``changed``: the file holds other bytes, or was read otherwise."""

    file: str
    presence: Presence
    changed: bool
    same_bytes: bool
    rows_before: int | None
    rows_after: int | None
    rejected_before: int | None
    rejected_after: int | None


@dataclass(frozen=True, kw_only=True)
class AnswerChange:
    """An answer that is another one: of a question, of a question for a service, or the evidence seen for a clause."""

    kind: Literal["question", "service", "clause"]
    id: str
    question: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two runs side by side. ``cautions`` are reasons why a difference may not be one of the organisation."""

    first: RunNamed
    second: RunNamed
    cautions: tuple[str, ...]
    procedures: tuple[ProcedureChange, ...]
    leads: tuple[LeadChange, ...]
    sources: tuple[SourceChange, ...]
    answers: tuple[AnswerChange, ...]
    services_new: tuple[str, ...]
    services_gone: tuple[str, ...]

    @property
    def is_equal(self) -> bool:
        """Whether the two say the same of everything."""
        differing = any(one.changed or one.presence != "in_both" for one in self.procedures)
        other_sources = any(one.changed or one.presence != "in_both" for one in self.sources)
        return not (differing or other_sources or self.answers or self.services_new or self.services_gone)
