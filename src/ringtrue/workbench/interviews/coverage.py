"""Who was heard of which service, and whom the leads ask for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ringtrue.api import interview_agenda, interviewed_roles
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.interviews.records import Held, interviews_of
from ringtrue.workbench.interviews.scope import Scope


@dataclass(frozen=True)
class Place:
    """One role about one service: how many interviews were held, and how many leads ask for one."""

    role: str
    held: int
    leads: int

    @property
    def state(self) -> str:
        """The colour of the answer: heard, asked for by leads and not heard, or neither."""
        return "for" if self.held else "against" if self.leads else "open"


@dataclass(frozen=True)
class Line:
    """A service, or none in particular, and its places in the order of the roles."""

    service: str
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Coverage:
    """Roles in words, and a line for each service in scope; how many places are filled."""

    roles: dict[str, str]
    lines: tuple[Line, ...]

    @property
    def filled(self) -> int:
        """Places at which somebody was heard."""
        return sum(one.held > 0 for line in self.lines for one in line.places)

    @property
    def all(self) -> int:
        """All places."""
        return sum(len(line.places) for line in self.lines)

    @property
    def missing(self) -> int:
        """Places that leads ask for, and at which nobody was heard."""
        return sum(one.state == "against" for line in self.lines for one in line.places)


def coverage(audit: Audit, scope: Scope, language: str) -> Coverage:
    """Roles by services in scope. What is about no service in scope stands in a line of its own."""
    roles = interviewed_roles(language)
    held = _counted((one, scope) for one in interviews_of(audit))
    asked: Counter[tuple[str, str]] = Counter()
    for one in interview_agenda(scope.results, language=language) if scope.results else ():
        asked[one.role, one.service if one.service in scope.services else ""] += one.leads
    lines = [("", ""), *scope.services.items()]
    return Coverage(
        roles,
        tuple(
            Line(id, name, tuple(Place(role, held[role, id], asked[role, id]) for role in roles))
            for id, name in lines
        ),
    )


def _counted(held: Iterable[tuple[Held, Scope]]) -> Counter[tuple[str, str]]:
    return Counter(
        (one.interview.role, one.interview.service if one.interview.service in scope.services else "")
        for one, scope in held
    )
