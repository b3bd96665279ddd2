"""What a fault is: a habit that can be planted into a clean organisation, with the truth about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ringtrue.simulation.dice import Dice
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.organisation import Organisation


@dataclass(frozen=True, kw_only=True)
class Planted:
    """The organisation with the fault in it, and where it lies.

    ``object_kind`` and ``object`` name what a lead should name; ``records`` are the incidents (by id) or controls that were changed.
    """

    organisation: Organisation
    object_kind: str
    object: str
    services: tuple[str, ...]
    records: tuple[str, ...]


class Planter(Protocol):
    """Plants a fault. ``where`` is a service, a team or whatever the fault falls on; ``strength`` 1 is moderate, 0 nothing."""

    def __call__(self, organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted: ...


@dataclass(frozen=True)
class Fault:
    """A fault by the id of the procedure that should find it, with what was done in plain words."""

    procedure: str
    what: str
    plant: Planter


def changed(
    organisation: Organisation,
    object_kind: str,
    name: str,
    incidents: Mapping[str, Incident],
    added: Sequence[Incident] = (),
) -> Planted:
    """A fault that lies in incidents which were lived otherwise, or were added."""
    lived = [*incidents.values(), *added]
    return Planted(
        organisation=organisation.with_incidents(incidents, added),
        object_kind=object_kind,
        object=name,
        services=tuple(sorted({one.service for one in lived})),
        records=tuple(one.id for one in sorted(lived, key=lambda one: (one.opened, one.id))),
    )


def plain(organisation: Organisation) -> list[Incident]:
    """Incidents that nothing unusual has befallen: those in which a fault can be planted without undoing another."""
    return [
        one
        for one in organisation.incidents
        if one.ending is None
        and one.reopened is None
        and not one.is_cancelled
        and one.downgrade is None
        and one.closing == "automatic"
        and not one.is_left_open
    ]
