"""What is known of an audit when a finding is judged: given as plain records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ringtrue.method.findings.names import Names
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Outcome


def _no_objection(criteria: str | None, clause: str) -> str | None:
    return None


@dataclass(frozen=True)
class OwnWork:
    """What a member of the team works on, or did: services by id, and clauses, by their numbers."""

    member: str
    services: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Known:
    """``changed`` are pieces of evidence whose content is no longer what its hash says, with what was found.

    ``dispositions`` are the outcomes of the leads. ``objection`` says what is wrong with a clause of an edition: that it is
    unknown, or that its number is of a withdrawn edition; None where nothing is.
    """

    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    dispositions: Mapping[str, Outcome] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    own_work: tuple[OwnWork, ...] = ()
    objection: Callable[[str | None, str], str | None] = _no_objection


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names as they were written mean the same person."""
    return bool(one and other) and _plain(one) == _plain(other)


def _plain(name: str | None) -> str:
    return " ".join((name or "").split()).casefold()
