"""A service whose incidents are not opened again when the trouble returns: the user must write a new one."""

from dataclasses import replace

from ringtrue.simulation.calendar import HOUR
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, plain
from ringtrue.simulation.hours import CALENDARS
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.incidents import incident
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.people import Person
from ringtrue.simulation.services import BY_ID

NO_MORE_REOPENED = 0.7
SHARE = 0.14


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a service. Whoever resolves closes at once; within three days the same text comes as a new incident."""
    users = {user.id: user for user in organisation.people.users}
    instead = {
        one.id: _never_reopened(one)
        for one in organisation.incidents
        if one.service == where
        and one.reopened is not None
        and not dice.of("kept", one.id).chance(1 - NO_MORE_REOPENED * strength)
    }
    others = [
        one for one in plain(organisation) if one.service == where and one.priority > 2 and not one.problem
    ]
    first = {**instead, **{one.id: one for one in dice.some(others, min(SHARE * strength, 1))}}
    closed = {key: _said_at_length(dice.of(key), replace(one, closing="agent")) for key, one in first.items()}
    planted = organisation.with_incidents(closed)
    again = [
        _again(dice.of("again", key), one, planted.histories[key].resolved or 0, users[one.requester])
        for key, one in closed.items()
        if planted.histories[key].resolved
    ]
    again = [one for one in again if one.opened < organisation.export - 10 * HOUR]
    return Planted(
        organisation=planted.with_incidents({}, again),
        object_kind="service",
        object=where,
        services=(where,),
        records=tuple(sorted(one.id for one in again)),
    )


def _never_reopened(one: Incident) -> Incident:
    return replace(one, phases=one.phases[: one.reopened], reopened=None, reopen_hours=0.0)


def _said_at_length(dice: Dice, one: Incident) -> Incident:
    """A text of eight words or more, so that it can be recognised when it comes again."""
    room, clock = dice.whole(101, 499), f"{dice.whole(7, 17)}:{dice.whole(10, 59)}"
    text = {
        "de": f"Seit {clock} Uhr in Raum {room}, auch nach dem Neustart dasselbe Bild.",
        "en": f"Since {clock} in room {room}, and a restart does not help either.",
        "fr": f"Depuis {clock} en salle {room}, le redémarrage ne change rien du tout.",
    }[one.language]
    return replace(one, description=text)


def _again(dice: Dice, first: Incident, resolved: int, user: Person) -> Incident:
    """A new incident of the same user with the same words, when they are at work again after a few hours or days."""
    service = BY_ID[first.service]
    calendar = CALENDARS[service.hours]
    opened = calendar.after(resolved + int(min(dice.skewed(9, 0.8), 50) * HOUR), dice.between(1, 50))
    fresh = incident(dice, f"{first.id}-again", service, user, opened)
    return replace(
        fresh,
        title=first.title,
        description=first.description,
        category=first.category,
        item=first.item,
        is_cancelled=False,
    )


FAULT = Fault(
    "substance.hidden-reopen",
    "Resolved incidents are closed at once, so that they cannot be opened again; the same user reports the same words within three days.",
    plant,
)
