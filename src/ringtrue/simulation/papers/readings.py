"""What the measures read, month by month."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ringtrue.simulation.calendar import local, moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.rows import Row, Rows
from ringtrue.simulation.papers.thread import measure_id
from ringtrue.simulation.papers.thread_texts import Wish, wishes
from ringtrue.simulation.services import SERVICES

CHECKABLE_MONTHS = 10
"""Misses fall into the first months only, so that what was done about them can have been checked."""

SUPPORT_SINCE = date(2026, 1, 1)
"""The share in time is reported since this month; before, nobody computed it."""


def measurements(organisation: Organisation) -> Rows:
    """One reading a month for each measure, with the colour of the report."""
    months = list(_months(organisation.begins, organisation.ends))
    in_time = _in_time(organisation)
    rows: list[Row] = []
    for service in SERVICES:
        for wish in wishes(service.id, service.id not in organisation.without_outcome):
            values = _values(organisation.dice.of("readings", service.id, wish.facet), wish, len(months))
            for (begins, ends), value in zip(months, values, strict=True):
                if wish.facet == "support" and begins < SUPPORT_SINCE:
                    continue
                read = in_time[service.id][begins.month] if wish.facet == "support" else value
                rows.append(_reading(measure_id(service.id, wish.facet), begins, ends, read, wish))
    return rows


def is_missed(wish: Wish, value: float) -> bool:
    """Whether a reading does not reach its target."""
    return value < wish.target if wish.operator == ">=" else value > wish.target


def _months(begins: date, ends: date) -> Iterator[tuple[date, date]]:
    first = begins.replace(day=1)
    while first <= ends:
        following = (first + timedelta(days=32)).replace(day=1)
        yield first, following - timedelta(days=1)
        first = following


def _reading(measure: str, begins: date, ends: date, value: float, wish: Wish) -> Row:
    return {
        "measure": measure,
        "period_start": moment(begins),
        "period_end": moment(ends, "24:00"),
        "value": round(value, 2),
        "reported_status": "amber" if is_missed(wish, round(value, 2)) else "green",
    }


def _values(dice: Dice, wish: Wish, months: int) -> list[float]:
    """Readings on the good side of the target, but for one or two."""
    misses = {dice.whole(0, CHECKABLE_MONTHS - 1) for _ in range(1 if wish.kind == "outcome" else 2)}
    sign = 1 if wish.operator == ">=" else -1
    good = [wish.target + sign * wish.reach * dice.between(0.2, 0.8) for _ in range(months)]
    poor = [wish.target - sign * wish.reach * dice.between(0.15, 0.6) for _ in range(months)]
    return [poor[month] if month in misses else good[month] for month in range(months)]


def _in_time(organisation: Organisation) -> Mapping[str, Mapping[int, float]]:
    """The share in time, in percent, by service and month of opening, as the tool itself reports it."""
    found: dict[str, dict[int, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for one in organisation.incidents:
        attained = organisation.histories[one.id].attained
        if one.is_reported and attained is not None:
            found[one.service][local(one.opened).month].append(attained)
    return {
        service: {month: 100 * sum(values) / len(values) for month, values in by_month.items()}
        for service, by_month in found.items()
    }
