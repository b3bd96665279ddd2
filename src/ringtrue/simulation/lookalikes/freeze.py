"""A freeze at the end of a quarter: what is nearly done is finished on the last days, and everybody knows why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ringtrue.simulation.calendar import DAY, MINUTE, moment
from ringtrue.simulation.changes import FREEZES
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import plain
from ringtrue.simulation.hours import CALENDARS
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.organisation import Event, Organisation
from ringtrue.simulation.services import BY_ID, TARGET_MINUTES

SERVICE = "workplace"
NOTES = (
    "Change freeze over the turn of the year",
    "Change freeze for the half-year closing",
    "Change freeze for the third quarter's closing",
)


def add(organisation: Organisation, dice: Dice) -> Organisation:
    """Freezes as events; on the last two working days of the two that end a quarter many workplace incidents get done."""
    events = [
        Event("freeze", moment(first), moment(last, "24:00"), "", note)
        for (first, last), note in zip(FREEZES, NOTES, strict=True)
    ]
    moved = {
        one.id: one
        for _, last in FREEZES[1:]
        for one in _finished(dice.of(last.isoformat()), organisation, last)
    }
    return replace(organisation.with_incidents(moved), events=(*organisation.events, *events))


def _finished(dice: Dice, organisation: Organisation, last: date) -> Iterator[Incident]:
    for one in plain(organisation):
        if (
            one.service != SERVICE
            or one.waits
            or not moment(last) - 7 * DAY < one.opened < moment(last, "15:00")
        ):
            continue
        calendar = CALENDARS[BY_ID[SERVICE].calendar(one.priority)]
        day = dice.pick((last, last - timedelta(days=1)))
        minutes = (
            calendar.seconds(one.opened, moment(day, f"{dice.whole(9, 17)}:{dice.whole(10, 59)}")) / MINUTE
        )
        if 20 < minutes < 0.9 * TARGET_MINUTES[one.priority] and dice.chance(0.6):
            yield one.lasting(minutes)
