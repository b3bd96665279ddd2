"""One person who closes everything in sight within minutes."""

from dataclasses import replace
from datetime import date

from ringtrue.simulation.calendar import moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, changed, plain
from ringtrue.simulation.history import CLOSED, WORKING
from ringtrue.simulation.incident import Ending
from ringtrue.simulation.organisation import Organisation

BEGINS = moment(date(2026, 7, 10), "16:52")
SECONDS = 356


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a team; one of its members closes forty incidents of all teams in six minutes, the open ones first."""
    person = organisation.people.of_team(where, BEGINS)[2].id
    wanted = round(40 * strength)
    open_then = [
        one
        for one in plain(organisation)
        if one.opened < BEGINS - 3600 and _end(organisation, one.id) > BEGINS + SECONDS
    ]
    by_need = sorted(open_then, key=lambda one: (-(_resolved(organisation, one.id) or 0), one.id))
    chosen = dice.shuffled(by_need[:wanted])
    ended = {
        one.id: replace(one, ending=Ending(at, at + 2, person))
        for place, one in enumerate(chosen)
        for at in (BEGINS + round(place * SECONDS / wanted) + dice.whole(0, 4),)
    }
    return changed(organisation, "person", person, ended)


def _end(organisation: Organisation, incident: str) -> int:
    return organisation.histories[incident].closed or organisation.export


def _resolved(organisation: Organisation, incident: str) -> int | None:
    found = organisation.histories[incident]
    return found.resolved if found.state == CLOSED or found.state > WORKING else organisation.export


FAULT = Fault(
    "substance.mass-closure",
    "One person closes 40 incidents of many services in six minutes on a Friday afternoon; they have no parent in common.",
    plant,
)
