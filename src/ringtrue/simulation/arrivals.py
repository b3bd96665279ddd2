"""When incidents come in: by season, weekday and hour of the place where people work."""

from collections.abc import Iterator
from datetime import date, timedelta

from ringtrue.simulation.calendar import moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.hours import CANADIAN_HOLIDAYS, GERMAN_HOLIDAYS
from ringtrue.simulation.services import Service

SEASON = {
    1: 1.06,
    2: 1.02,
    3: 1.0,
    4: 0.98,
    5: 0.97,
    6: 1.0,
    7: 0.95,
    8: 0.9,
    9: 1.03,
    10: 1.02,
    11: 1.05,
    12: 1.02,
}
OFFICE_WEEK = {1: 1.22, 2: 1.08, 3: 1.02, 4: 1.0, 5: 0.9, 6: 0.1, 7: 0.06}
SHOP_WEEK = {1: 1.02, 2: 0.95, 3: 0.95, 4: 1.0, 5: 1.05, 6: 1.0, 7: 0.03}
OFFICE_DAY = {
    5: 0.2,
    6: 0.8,
    7: 3,
    8: 8,
    9: 10,
    10: 9,
    11: 8,
    12: 5,
    13: 7,
    14: 8,
    15: 7,
    16: 5,
    17: 3,
    18: 1,
    19: 0.5,
    21: 0.3,
    23: 0.2,
}
SHOP_DAY = {
    6: 1,
    7: 5,
    8: 7,
    9: 7,
    10: 7,
    11: 7,
    12: 6,
    13: 6,
    14: 6,
    15: 6,
    16: 7,
    17: 7,
    18: 6,
    19: 4,
    20: 2,
    21: 0.4,
}
ZONES = {"Montréal": "America/Toronto"}
CHANGE_OF_CLOCKS = {date(2025, 10, 26), date(2026, 3, 29)}
"""Sundays whose night has an hour too many or too few."""


def days(begins: date, ends: date) -> Iterator[date]:
    """All days from the first to the last, both included."""
    return (begins + timedelta(days=n) for n in range((ends - begins).days + 1))


def is_shop(service: Service) -> bool:
    """Whether its users work in shop hours."""
    return service.hours == "retail-hours"


def expected(service: Service, day: date) -> float:
    """How many incidents of the service are to be expected on the day, before holidays."""
    week = SHOP_WEEK if is_shop(service) else OFFICE_WEEK
    month_end = 1.15 if service.id == "payroll" and (day + timedelta(days=4)).month != day.month else 1.0
    return (
        service.incidents_a_year
        / 365
        * 7
        / sum(week.values())
        * week[day.isoweekday()]
        * SEASON[day.month]
        * month_end
    )


def opening(dice: Dice, service: Service, day: date, site: str) -> int | None:
    """The moment on that day at which somebody at the site reports; None where it is a holiday there."""
    holidays = CANADIAN_HOLIDAYS if site == "Montréal" else GERMAN_HOLIDAYS
    if day in holidays and dice.chance(0.9):
        return None
    hour = dice.weighted(SHOP_DAY if is_shop(service) else OFFICE_DAY)
    if day in CHANGE_OF_CLOCKS:
        hour = max(hour, 6)
    return moment(day, f"{hour:02}:{dice.whole(0, 59):02}", ZONES.get(site, "Europe/Berlin")) + dice.whole(
        0, 59
    )
