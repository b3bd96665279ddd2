"""An incident as it was lived: who had it when and for how long. The ticket's history is written from it (``history``)."""

from dataclasses import dataclass, replace
from typing import Literal

Closing = Literal["automatic", "caller", "agent"]
"""Who closes a resolved incident: the tool after five days, the caller sooner, or the one who resolved it, at once."""


@dataclass(frozen=True)
class Wait:
    """A pause of the clock in the middle of a phase.

    ``asked``: the user got a message when it began; ``answered``: it ended with the user's reply.
    """

    reason: Literal["user", "supplier"]
    minutes: float
    asked: bool = True
    answered: bool = True


@dataclass(frozen=True)
class Phase:
    """A stretch of work of one team, in minutes of the target's calendar without the wait.

    ``queue`` is the share of it in which the incident is assigned and nobody has touched it yet.
    """

    team: str
    minutes: float
    queue: float
    wait: Wait | None = None


@dataclass(frozen=True)
class Ending:
    """An end set from outside: resolved and closed by somebody at a moment, whatever was still to do."""

    resolved_at: int
    closed_at: int
    by: str


@dataclass(frozen=True)
class Incident:
    """One incident.

    ``reopened`` is the place of the phase before which the user opened it again, after ``reopen_hours``. ``downgrade`` is the
    minutes of work after which the priority was set to another. ``is_reported`` is false where no target was ever attached.
    """

    id: str
    service: str
    opened: int
    priority: int
    phases: tuple[Phase, ...]
    requester: str
    unit: str
    site: str
    language: str
    channel: str
    category: str
    item: str
    title: str
    description: str
    close_code: str
    close_note: str
    closing: Closing = "automatic"
    reopened: int | None = None
    reopen_hours: float = 0.0
    downgrade: tuple[float, int] | None = None
    ending: Ending | None = None
    is_cancelled: bool = False
    is_left_open: bool = False
    is_reported: bool = True
    has_service: bool = True
    parent: str = ""
    problem: str = ""

    @property
    def minutes(self) -> float:
        """Minutes of work in all phases: what the target's clock will count."""
        return sum(phase.minutes for phase in self.phases)

    @property
    def waits(self) -> tuple[Wait, ...]:
        """All its pauses."""
        return tuple(phase.wait for phase in self.phases if phase.wait)

    @property
    def team(self) -> str:
        """The team that has it at the end."""
        return self.phases[-1].team

    def lasting(self, minutes: float) -> "Incident":
        """The same incident with this much work, all phases stretched alike."""
        factor = minutes / self.minutes
        return replace(
            self, phases=tuple(replace(phase, minutes=phase.minutes * factor) for phase in self.phases)
        )
