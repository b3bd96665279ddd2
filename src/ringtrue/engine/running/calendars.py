"""``open_hours``: for every calendar and day, the hours in which it counts, in UTC, with daylight saving exact."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from duckdb import DuckDBPyConnection

LONGEST_YEARS = 40
Span = tuple[datetime, datetime]


def build_open_hours(database: DuckDBPyConnection, begins: date, ends: date) -> None:
    """Create the table from ``calendars`` and ``holidays`` for the days from ``begins`` to ``ends``, both included.

    One row per span of open time and UTC day, and one empty row for a day without any: ``calendar``, ``day``,
    ``minutes_before`` (counted since ``begins``), ``starts_at``, ``ends_at``.
    """
    database.execute(
        "create or replace temp table open_hours "
        "(calendar VARCHAR, day DATE, minutes_before DOUBLE, starts_at TIMESTAMP, ends_at TIMESTAMP)"
    )
    last = min(ends, begins + timedelta(days=LONGEST_YEARS * 366))
    rows = [row for calendar in _calendars(database) for row in _rows(database, calendar, begins, last)]
    if rows:
        database.execute(
            "insert into open_hours select unnest(?::varchar[]), unnest(?::date[]), unnest(?::double[]), unnest(?::timestamp[]), "
            "unnest(?::timestamp[])",
            [list(column) for column in zip(*rows, strict=True)],
        )


def _calendars(database: DuckDBPyConnection) -> list[str]:
    return [row[0] for row in database.execute("select distinct id from calendars order by id").fetchall()]


def _rows(
    database: DuckDBPyConnection, calendar: str, begins: date, ends: date
) -> Iterator[tuple[str, date, float, datetime, datetime]]:
    spans = sorted(_spans(database, calendar, begins, ends))
    by_day: dict[date, list[Span]] = {}
    for span in spans:
        by_day.setdefault(span[0].date(), []).append(span)
    counted, day = 0.0, begins
    while day <= ends:
        midnight = datetime.combine(day, time())
        today = by_day.get(day, [(midnight, midnight)])
        before = counted
        for starts_at, ends_at in today:
            yield calendar, day, before, starts_at, ends_at
            counted += (ends_at - starts_at).total_seconds() / 60
        day += timedelta(days=1)


def _spans(database: DuckDBPyConnection, calendar: str, begins: date, ends: date) -> Iterator[Span]:
    """Open spans in UTC, cut at midnight UTC, none overlapping another."""
    hours = database.execute(
        "select zone, weekday, opens, closes from calendars where id = ? order by weekday, opens", [calendar]
    ).fetchall()
    free = {
        row[0]
        for row in database.execute("select day from holidays where calendar = ?", [calendar]).fetchall()
    }
    whole = []
    day = begins - timedelta(days=1)
    while day <= ends + timedelta(days=1):
        if day not in free:
            whole += [
                _in_utc(day, zone, opens, closes)
                for zone, weekday, opens, closes in hours
                if weekday == day.isoweekday()
            ]
        day += timedelta(days=1)
    for starts_at, ends_at in _merged(sorted(whole)):
        yield from _cut(starts_at, ends_at)


def _in_utc(day: date, zone: str, opens: str, closes: str) -> Span:
    local = ZoneInfo(zone)
    end_day, end_clock = (day + timedelta(days=1), "00:00") if closes == "24:00" else (day, closes)
    begins = datetime.combine(day, time.fromisoformat(opens), local)
    ends = datetime.combine(end_day, time.fromisoformat(end_clock), local)
    return begins.astimezone(UTC).replace(tzinfo=None), ends.astimezone(UTC).replace(tzinfo=None)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for starts_at, ends_at in spans:
        if merged and starts_at <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(ends_at, merged[-1][1]))
        else:
            merged.append((starts_at, ends_at))
    return merged


def _cut(starts_at: datetime, ends_at: datetime) -> Iterator[Span]:
    while starts_at < ends_at:
        midnight = datetime.combine(starts_at.date() + timedelta(days=1), time())
        yield starts_at, min(ends_at, midnight)
        starts_at = midnight
