"""Old open incidents that no report knows."""

from dataclasses import replace
from datetime import date, timedelta

from ringtrue.simulation.arrivals import opening
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, changed
from ringtrue.simulation.incident import Incident, Phase
from ringtrue.simulation.incidents import incident
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.people import Person
from ringtrue.simulation.services import BY_ID


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a service. Eight of its incidents stay open for most of a year, without any target."""
    users = [
        user
        for user in organisation.people.users
        if user.group in BY_ID[where].units and user.site != "Montréal"
    ]
    forgotten = [
        _forgotten(dice.of(place), organisation, where, users) for place in range(round(8 * strength))
    ]
    return changed(organisation, "service", where, {}, forgotten)


def _forgotten(dice: Dice, organisation: Organisation, where: str, users: list[Person]) -> Incident:
    user, service = dice.pick(users), BY_ID[where]
    opened = None
    while opened is None:
        day: date = organisation.begins + timedelta(days=dice.whole(5, 150))
        opened = opening(dice, service, day, user.site)
    fresh = incident(dice, f"{where}-forgotten-{opened}", service, user, opened)
    return replace(
        fresh,
        priority=dice.pick((3, 4, 4)),
        phases=(Phase(dice.pick(list(service.first_teams)), dice.between(60, 400), 0.5),),
        is_cancelled=False,
        is_left_open=True,
        is_reported=False,
        downgrade=None,
        has_service=True,
    )


FAULT = Fault(
    "substance.dark-backlog",
    "Eight incidents from autumn and winter are still open; no target is attached to them, so no report counts them.",
    plant,
)
