"""In which order days and months stand, and in which form times are written: told by the values, or asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringtrue.importers.tabular.shapes import LONGEST_MARK, MARKS, trimmed
from ringtrue.model.sql import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEARLY_ALL = 0.99
"""Share of dates that must agree on the order of day and month; the others are reported one by one as
unreadable."""

EARLIEST, LATEST = 1900, 2200
"""Years between which a time is believed to have been read rightly."""

SAMPLE = 2_000
"""Different values by which the form of times is told."""

_PLAIN = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
_ISO = r"^\d{4}-\d{1,2}-\d{1,2}($|[T ]\d)"
_YEAR_FIRST = r"^\d{4}[/.]\d{1,2}[/.]\d{1,2}($|\D)"
_NUMERIC = r"^(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})($|\D)"
_EPOCH = r"^\d{10}(\.\d+)?$"
_EPOCH_MS = r"^\d{13}$"

_DAYS = (
    "%d-%b-%Y",
    "%d %b %Y",
    "%d/%b/%Y",
    "%d-%b-%y",
    "%d/%b/%y",
    "%d %b %y",
    "%d %B %Y",
    "%d. %B %Y",
    "%b %d, %Y",
    "%B %d, %Y",
    "%b %d %Y",
)
_WEEKDAYS = ("%a %b %d %Y", "%a, %d %b %Y", "%A, %B %d, %Y", "%a %d %b %Y")
_CLOCKS = (
    "",
    " %H:%M",
    " %H:%M:%S",
    " %I:%M %p",
    " %I:%M:%S %p",
    ", %H:%M",
    ", %H:%M:%S",
    ", %I:%M %p",
    ", %I:%M:%S %p",
)
_COMPACT = ("%Y%m%d", "%Y%m%d%H%M", "%Y%m%d%H%M%S", "%Y%m%dT%H%M%S", "%Y%m%d %H%M", "%Y%m%d %H%M%S")
FORMS = (*(day + clock for day in (*_DAYS, *_WEEKDAYS) for clock in _CLOCKS), *_COMPACT)
"""Forms of times that are tried where they are neither ISO 8601 nor written in numbers alone."""


@dataclass(frozen=True)
class Dates:
    """How the times of one column are written, counted."""

    column: str
    example: str | None
    values: int
    iso: int
    year_first: int
    numeric: int
    first_over: int
    second_over: int
    dotted: int
    short: int
    least_first: int
    epoch: int
    epoch_ms: int

    @property
    def other(self) -> int:
        """Values in none of the forms counted."""
        return self.values - self.iso - self.year_first - self.numeric - self.epoch - self.epoch_ms


@dataclass(frozen=True)
class Doubt:
    """What cannot be told, what was found, and the key under ``[read]`` that settles it."""

    key: str
    found: str
    choices: str


@dataclass(frozen=True)
class TimeReading:
    """The keys of ``[read]``, what was assumed, and what cannot be told."""

    read: dict[str, str]
    notes: list[str]
    doubt: Doubt | None = None


def all_plain(connection: "DuckDBPyConnection", relation: str, column: str) -> int | None:
    """The number of values, if every one of them is a time such as 2026-07-31T14:05:00Z: then nothing else is to be told of them."""
    text = quoted(column)
    if any(
        not _is_plain(value)
        for (value,) in connection.execute(f"select {text} from {relation} limit 100").fetchall()
    ):
        return None
    plain = f"{text} between '0' and ':' and {text} like '____-__-__T__:__:__Z' and try_cast({text} as timestamp) is not null"
    row = connection.execute(f"select count({text}), count(*) filter ({plain}) from {relation}").fetchone()
    return int(row[0]) if row and row[0] == row[1] else None


def _is_plain(value: str | None) -> bool:
    return value is None or re.fullmatch(_PLAIN, value) is not None


def dates_of(connection: "DuckDBPyConnection", relation: str, column: str) -> Dates:
    """How the times of that column are written."""
    values = all_plain(connection, relation, column)
    if values is not None:
        return Dates(column, None, values, values, *[0] * 9)
    marks = ", ".join(literal(mark) for mark in ("", *MARKS))
    row = (
        connection.execute(
            f"""with told as (
            select v, regexp_matches(v, '{_ISO}') as iso from (select {trimmed(quoted(column))} as v from {relation})
            where v is not null and (strlen(v) > {LONGEST_MARK} or v not in ({marks}))
        ),
        parted as (
            select v, iso,
                case when not iso then regexp_extract(v, '{_NUMERIC}', ['first', 'sign', 'second', 'year', 'rest']) end as part
            from told
        ),
        numbered as (
            select v, iso, part.sign as sign, length(part.year) = 2 as short, try_cast(part.first as int) as first,
                try_cast(part.second as int) as second,
                case when not iso then regexp_matches(v, '{_YEAR_FIRST}') end as year_first,
                case when not iso then regexp_matches(v, '{_EPOCH}') end as epoch,
                case when not iso then regexp_matches(v, '{_EPOCH_MS}') end as epoch_ms
            from parted
        )
        select count(*), count(*) filter (iso), count(*) filter (year_first),
            count(first), count(*) filter (first > 12 and second <= 12), count(*) filter (second > 12 and first <= 12),
            count(*) filter (sign = '.'), count(*) filter (first is not null and short), min(first),
            count(*) filter (epoch), count(*) filter (epoch_ms), min(v) filter (first is not null)
        from numbered"""
        ).fetchone()
        or (0,) * 12
    )
    counts = [int(value or 0) for value in row[:-1]]
    return Dates(column, row[-1], *counts)


def told_by(connection: "DuckDBPyConnection", relation: str, columns: Sequence[str]) -> TimeReading:
    """How the times of these columns are to be read."""
    found = [dates_of(connection, relation, column) for column in columns]
    order = _order([dates for dates in found if dates.numeric])
    if order.doubt:
        return order
    form = _form(
        connection,
        relation,
        [dates for dates in found if dates.other > dates.values * (1 - NEARLY_ALL)],
        found,
    )
    read = {**order.read, **form.read}
    if not order.read and any(dates.year_first for dates in found):
        read["date_order"] = "ymd"
    return TimeReading(read, [*order.notes, *form.notes], form.doubt)


def _order(found: Sequence[Dates]) -> TimeReading:
    if not found:
        return TimeReading({}, [])
    day_first, month_first = (
        sum(dates.first_over for dates in found),
        sum(dates.second_over for dates in found),
    )
    example = found[0].example or ""
    if any(dates.short == dates.numeric and dates.least_first > 12 for dates in found):
        return TimeReading(
            {},
            [],
            Doubt(
                "date_order",
                f'in dates such as "{example}" the year may stand first or last',
                "ymd, dmy or mdy",
            ),
        )
    if day_first >= NEARLY_ALL * (day_first + month_first) and day_first:
        return _settled(
            "dmy",
            f"the day stands first in dates such as {example}: {day_first:,} have a first number over 12",
            month_first,
        )
    if month_first >= NEARLY_ALL * (day_first + month_first) and month_first:
        return _settled(
            "mdy",
            f"the month stands first in dates such as {example}: {month_first:,} have a second number over 12",
            day_first,
        )
    if day_first or month_first:
        found_both = f"{day_first:,} dates can only have the day first, {month_first:,} only the month"
        return TimeReading({}, [], Doubt("date_order", found_both, "dmy or mdy"))
    if all(dates.dotted == dates.numeric for dates in found):
        return _settled(
            "dmy", f"the day stands first in dates such as {example}, as they are written with dots", 0
        )
    doubt = f'no date tells whether the day or the month stands first in dates such as "{example}"'
    return TimeReading({}, [], Doubt("date_order", doubt, "dmy or mdy"))


def _settled(order: str, why: str, against: int) -> TimeReading:
    odd = f"; {against:,} do not fit and are reported as unreadable" if against else ""
    return TimeReading({"date_order": order}, [why + odd])


def _form(
    connection: "DuckDBPyConnection", relation: str, others: Sequence[Dates], found: Sequence[Dates]
) -> TimeReading:
    stamped = [dates for dates in found if dates.epoch + dates.epoch_ms]
    if stamped and not others:
        key = "epoch" if sum(d.epoch for d in stamped) > sum(d.epoch_ms for d in stamped) else "epoch_ms"
        unit = "seconds" if key == "epoch" else "milliseconds"
        return TimeReading({"time_format": key}, [f"{stamped[0].column} counts {unit} since 1970, in UTC"])
    if not others:
        return TimeReading({}, [])
    values = sorted({value for dates in others for value in _others(connection, relation, dates.column)})
    best, share = _best_form(connection, values)
    if best and share >= NEARLY_ALL:
        return TimeReading(
            {"time_format": best}, [f'times such as "{values[0]}" are read by the form {best}']
        )
    shown = values[0] if values else ""
    return TimeReading(
        {},
        [],
        Doubt(
            "time_format",
            f'times such as "{shown}" are in no form that is known',
            "a form such as %d-%b-%Y %H:%M",
        ),
    )


def _others(connection: "DuckDBPyConnection", relation: str, column: str) -> list[str]:
    marks = ", ".join(literal(mark) for mark in ("", *MARKS))
    known = " or ".join(
        f"regexp_matches(v, '{form}')" for form in (_ISO, _YEAR_FIRST, _NUMERIC, _EPOCH, _EPOCH_MS)
    )
    rows = connection.execute(
        f"""select distinct v from (select trim({quoted(column)}) as v from {relation})
        where v not in ({marks}) and not ({known}) order by hash(v) limit {SAMPLE}"""
    ).fetchall()
    return [row[0] for row in rows]


def _best_form(connection: "DuckDBPyConnection", values: Sequence[str]) -> tuple[str | None, float]:
    if not values:
        return None, 0.0
    read_by = [f"try_strptime(v, {literal(form)})" for form in FORMS]  # %Y reads 24 as the year 24
    counts = ", ".join(f"count(*) filter (year({time}) between {EARLIEST} and {LATEST})" for time in read_by)
    read = (
        connection.execute(
            f"select {counts} from (select unnest(?::varchar[]) as v)", [list(values)]
        ).fetchone()
        or ()
    )
    most = max(range(len(FORMS)), key=lambda place: (read[place], -place))
    return FORMS[most], read[most] / len(values)
