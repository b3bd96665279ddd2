"""A service that is green outside and red inside: its targets are attained, and its customers and users are not content."""

from dataclasses import replace
from datetime import date

from ringtrue.simulation.calendar import moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted
from ringtrue.simulation.organisation import Mood, Organisation
from ringtrue.simulation.services import TARGET_MINUTES

SINCE = date(2026, 4, 28)
"""The first working days after the new payroll portal."""


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """From one day on few are satisfied with the service; half of its late incidents come in time."""
    since = moment(SINCE)
    satisfied = organisation.satisfied(where, since) - 0.36 * strength
    late = [
        one
        for one in organisation.incidents
        if one.service == where and one.opened >= since and one.minutes > TARGET_MINUTES[one.priority]
    ]
    saved = {
        one.id: one.lasting(TARGET_MINUTES[one.priority] * dice.between(0.3, 0.8))
        for one in dice.some(late, min(0.5 * strength, 1))
    }
    moods = {**organisation.moods, where: (*organisation.moods[where], Mood(since, satisfied))}
    return Planted(
        organisation=replace(organisation.with_incidents(saved), moods=moods),
        object_kind="service",
        object=where,
        services=(where,),
        records=(),
    )


FAULT = Fault(
    "value.watermelon-gap",
    "From the end of April 2026 the agreed times are still met, and hardly more than half of those who answer are satisfied.",
    plant,
)
