"""A major incident with many children that are closed together: one decision, not one burst of closings."""

from dataclasses import replace
from datetime import date

from ringtrue.simulation.calendar import MINUTE, moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.incident import Ending, Incident, Phase
from ringtrue.simulation.incidents import incident
from ringtrue.simulation.organisation import Event, Organisation
from ringtrue.simulation.people import Person
from ringtrue.simulation.services import BY_ID

SERVICE, ITEM = "till-network", "core-switch-2"
BREAKS, RESTORED = moment(date(2026, 6, 17), "10:37"), moment(date(2026, 6, 17), "12:24")
CLOSED = moment(date(2026, 6, 18), "09:11")
CHILDREN = 25


def add(organisation: Organisation, dice: Dice) -> Organisation:
    """A core switch fails; 25 shops report it, and the parent takes all of them with it when it is restored and closed."""
    user, *users = dice.shuffled(
        [one for one in organisation.people.users if one.group in BY_ID[SERVICE].units]
    )
    by = organisation.people.of_team("network", CLOSED)[0].id
    parent = replace(
        _one(dice.of("parent"), user, "major", BREAKS, RESTORED, CLOSED, by),
        title="Kernswitch 2 ausgefallen, Kassen ohne Netz",
        priority=1,
        channel="Phone",
    )
    children = [
        replace(
            _one(
                dice.of(place),
                user,
                f"major-{place:02}",
                opened,
                RESTORED + 7 + place,
                CLOSED + 4 + 6 * place,
                by,
            ),
            parent=parent.id,
        )
        for place, user in enumerate(users[:CHILDREN])
        for opened in (BREAKS + dice.whole(2, 45) * MINUTE + dice.whole(0, 59),)
    ]
    event = Event(
        "major_incident", BREAKS, RESTORED, SERVICE, "Core switch 2 failed; shops without tills for two hours"
    )
    return replace(organisation.with_incidents({}, [parent, *children]), events=(*organisation.events, event))


def _one(dice: Dice, user: Person, name: str, opened: int, resolved: int, closed: int, by: str) -> Incident:
    fresh = incident(dice, f"{SERVICE}-{name}", BY_ID[SERVICE], user, opened)
    return replace(
        fresh,
        priority=2,
        phases=(Phase("network", 200, 0.05),),
        item=ITEM,
        category="till",
        close_code="Resolved by change",
        close_note="Kernswitch 2 ersetzt.",
        ending=Ending(resolved, closed, by),
        is_cancelled=False,
        downgrade=None,
        has_service=True,
    )
