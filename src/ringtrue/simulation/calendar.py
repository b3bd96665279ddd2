"""Opening hours: how much open time lies between two moments, and when so much of it has passed."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

FIRST_DAY, LAST_DAY = date(2025, 7, 1), date(2027, 3, 31)
"""The days for which opening hours are worked out."""

MINUTE, HOUR, DAY = 60, 3600, 86400


def moment(day: date, clock: str = "00:00", zone: str = "Europe/Berlin") -> int:
    """Seconds since 1970 (UTC) at which the clocks of the zone show this; 24:00 is the next midnight."""
    hours, minutes = (int(part) for part in clock.split(":"))
    shown = datetime.combine(day + timedelta(days=hours // 24), time(hours % 24, minutes), ZoneInfo(zone))
    return int(shown.timestamp())


def local(at: int, zone: str = "Europe/Berlin") -> datetime:
    """What calendar and clock of the zone show at this moment."""
    return datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(zone))


@dataclass(frozen=True)
class Calendar:
    """The hours of a week, by weekday (1 = Monday), in a zone; on holidays it is closed."""

    id: str
    zone: str
    week: Mapping[int, tuple[str, str]]
    holidays: tuple[date, ...] = field(default=())

    @cached_property
    def _spans(self) -> tuple[list[int], list[int], list[int]]:
        opens, closes, sums = [], [], [0]
        for day in (FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days)):
            hours = self.week.get(day.isoweekday())
            if hours is None or day in self.holidays:
                continue
            opens.append(moment(day, hours[0], self.zone))
            closes.append(moment(day, hours[1], self.zone))
            sums.append(sums[-1] + closes[-1] - opens[-1])
        return opens, closes, sums

    def _open_until(self, at: int) -> int:
        opens, closes, sums = self._spans
        place = bisect_right(opens, at)
        if place == 0:
            return 0
        return sums[place - 1] + min(at, closes[place - 1]) - opens[place - 1]

    def seconds(self, begins: int, ends: int) -> int:
        """Open seconds from one moment to another."""
        return self._open_until(ends) - self._open_until(begins)

    def after(self, begins: int, minutes: float) -> int:
        """The moment at which this many open minutes have passed since ``begins``."""
        opens, _, sums = self._spans
        wanted = self._open_until(begins) + max(round(minutes * MINUTE), 1)
        place = bisect_left(sums, wanted)
        return opens[place - 1] + wanted - sums[place - 1]

    def is_open(self, at: int) -> bool:
        """Whether the moment lies in the hours."""
        opens, closes, _ = self._spans
        place = bisect_right(opens, at)
        return place > 0 and at < closes[place - 1]

    def closing(self, at: int) -> int:
        """The end of the hours in which the moment lies; the moment itself if it lies in none."""
        opens, closes, _ = self._spans
        return max(at, closes[bisect_right(opens, at) - 1])
