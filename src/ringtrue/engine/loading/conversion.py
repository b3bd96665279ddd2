"""SQL expressions that turn a cell's text into a typed value, or into NULL where it cannot be read.

Every function takes SQL that yields trimmed text (NULL: no value) and returns SQL. Nothing is repaired: what does not fit
is NULL here and a load issue in the caller.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ringtrue.model.sql import literal
from ringtrue.tables import Column, ColumnType
from ringtrue.tables.vocabulary import SHARE

BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(160)"

LAST_DAYS = ("_to", "until")
"""How columns are called that hold the end of a span, last day included."""

TRUE_WORDS = ("true", "t", "yes", "y", "1", "ja", "j", "wahr", "oui", "vrai", "sí", "si", "verdadero", "x")
FALSE_WORDS = ("false", "f", "no", "n", "0", "nein", "falsch", "non", "faux", "falso")

_CLOCK_PARTS = ("", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", "T%H:%M", "T%H:%M:%S", " %I:%M %p", " %I:%M:%S %p")
_ORDERS = {"dmy": ("%d", "%m", "{year}"), "mdy": ("%m", "%d", "{year}"), "ymd": ("{year}", "%m", "%d")}


@dataclass(frozen=True)
class Reading:
    """How text becomes values in one source: the ``[read]`` part of its mapping, and whether its texts ``are_trimmed`` already."""

    zone: str = "UTC"
    date_order: str | None = None
    time_format: str | None = None
    decimal: str = "."
    missing: tuple[str, ...] = ()
    are_trimmed: bool = False


def cell(text: str, reading: Reading, *, all_differ: bool = False) -> str:
    """The text without blanks around it; NULL where it is empty or a mark for a missing value.

    ``all_differ`` is for columns of which hardly two texts are the same: those without blanks around them are told first. Where texts
    come again, the database trims each of them once, and the question would be asked of every row.
    """
    if reading.are_trimmed and not reading.missing:
        return text
    marks = ", ".join(literal(mark) for mark in ("", *reading.missing))
    if reading.are_trimmed:
        return f"case when {text} not in ({marks}) then {text} end"
    trimmed = f"trim({text}, {BLANKS})"
    if not all_differ:
        return f"case when {trimmed} not in ({marks}) then {trimmed} end"
    plain = f"case when {text} not in ({marks}) then {text} end" if reading.missing else text
    return f"case when {_has_no_blanks(text)} then {plain} when {trimmed} not in ({marks}) then {trimmed} end"


def _has_no_blanks(text: str) -> str:
    """Whether the first and the last letter are plainly none: cheaper than to trim what needs no trimming."""
    return f"ascii({text}) between 33 and 126 and ascii(right({text}, 1)) between 33 and 126"


def converted(text: str, column: Column, reading: Reading) -> str:
    """The typed value of a cell for that column."""
    if column.values and column.type is ColumnType.LIST:
        return _known_list(text, column.values, reading)
    if column.values:
        return _enumeration(text, column.values)
    if column.unit == SHARE:
        return _share(text, reading)
    if column.type is ColumnType.TIME and column.name.endswith(LAST_DAYS):
        return _through_the_day(text, reading)
    return _CONVERTERS[column.type](text, reading)


def expectation(column: Column, reading: Reading) -> str:
    """What a cell of that column should have looked like, in words."""
    if column.values:
        return "one of " + ", ".join(column.values)
    if column.unit == SHARE:
        return "a share from 0 to 1, or per cent with the sign %"
    if column.type in (ColumnType.TIME, ColumnType.DATE):
        return _EXPECTED[column.type] + _order_in_words(reading)
    return _EXPECTED[column.type]


def has_zone(text: str) -> str:
    """Whether a time's text names its zone: ``Z``, an offset, or UTC behind the clock."""
    named = rf"regexp_matches({text}, '[0-9:.] ?([zZ]|UTC|GMT|[+-]\d\d(:?\d\d)?)$') and contains({text}, ':')"
    return f"case when {_is_plain_utc(text)} then true else {named} end"


def _is_plain_utc(text: str) -> str:
    """Whether it is laid out as 2026-07-31T14:05:00Z, which needs no pattern to be told and no zone to be read."""
    return f"{text} like '____-__-__T__:__:__Z'"


def local_time(text: str, reading: Reading) -> str:
    """The time as its text says it, before any zone is applied: a TIMESTAMP or NULL."""
    if reading.time_format in ("epoch", "epoch_ms"):
        micros = 1_000_000 if reading.time_format == "epoch" else 1_000
        return f"make_timestamp(cast(round(try_cast({text} as double) * {micros}) as bigint))"
    attempts = [f"try_cast({text} as timestamp)"]
    if reading.time_format:
        attempts.insert(0, f"try_strptime({text}, {literal(reading.time_format)})")
    if reading.date_order:
        attempts.append(_by_order(text, reading.date_order))
    return f"coalesce({', '.join(attempts)})" if len(attempts) > 1 else attempts[0]


def is_hole(text: str, reading: Reading) -> str:
    """Whether a local time falls into the hour that daylight saving leaves out in its zone."""
    local, zone = local_time(text, reading), literal(reading.zone)
    return f"timezone({zone}, timezone({zone}, {local})) <> {local}"


def _time(text: str, reading: Reading) -> str:
    local = local_time(text, reading)
    in_utc = (
        local if reading.zone == "UTC" else f"cast(timezone({literal(reading.zone)}, {local}) as timestamp)"
    )
    plain = f"case when {_is_plain_utc(text)} then try_cast({text} as timestamp) end"
    return f"coalesce({plain}, case when {has_zone(text)} then cast({zoned_time(text)} as timestamp) else {in_utc} end)"


def zoned_time(text: str) -> str:
    """The instant of a text that names its zone."""
    return rf"try_cast(regexp_replace({text}, ' ?(UTC|GMT)$', 'Z') as timestamptz)"


def _by_order(text: str, order: str) -> str:
    long_year = _formats(order, "%Y")
    short_year = _formats(order, "%y")
    is_short = rf"regexp_matches({text}, '^\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2}}(\D|$)')"
    return f"case when {is_short} then try_strptime({text}, {short_year}) else try_strptime({text}, {long_year}) end"


def _formats(order: str, year: str) -> str:
    parts = [part.format(year=year) for part in _ORDERS[order]]
    days = [separator.join(parts) for separator in ("/", ".", "-")]
    return (
        "["
        + ", ".join(
            literal(day + clock) for day in days for clock in (*_CLOCK_PARTS, ", %H:%M", ", %H:%M:%S")
        )
        + "]"
    )


def _date(text: str, reading: Reading) -> str:
    return f"cast({_time(text, Reading(date_order=reading.date_order, time_format=reading.time_format))} as date)"


def _number(text: str, reading: Reading) -> str:
    plain = rf"rtrim(rtrim({text}, '%'), {BLANKS})"
    if reading.decimal == ",":
        grouped, point = r"^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$", f"replace(replace({plain}, '.', ''), ',', '.')"
        simple, other = r"^[+-]?\d+(,\d+)?$", f"replace({plain}, ',', '.')"
    else:
        grouped, point = r"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$", f"replace({plain}, ',', '')"
        simple, other = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$", plain
    return (
        f"case when regexp_matches({plain}, '{simple}') then try_cast({other} as double) "
        f"when regexp_matches({plain}, '{grouped}') then try_cast({point} as double) end"
    )


def _share(text: str, reading: Reading) -> str:
    number = _number(text, reading)
    share = f"{number} / case when right({text}, 1) = '%' then 100.0 else 1.0 end"
    return f"case when {share} between 0 and 1 then {share} end"


def _through_the_day(text: str, reading: Reading) -> str:
    """An end given as a day without a clock includes that day."""
    time = _time(text, reading)
    return f"case when contains({text}, ':') then {time} else {time} + interval 1 day end"


def _known_list(text: str, values: tuple[str, ...], reading: Reading) -> str:
    known = f"list_transform({_list(text, reading)}, lambda part: {_enumeration('part', values)})"
    return f"case when len(list_filter({known}, lambda part: part is null)) = 0 then {known} end"


def _integer(text: str, reading: Reading) -> str:
    number = _number(text, reading)
    digits = rf"regexp_matches({text}, '^\d{{1,15}}$')"
    return f"case when {digits} then try_cast({text} as bigint) when {number} = floor({number}) and abs({number}) < 9e15 then cast({number} as bigint) end"


def _boolean(text: str, reading: Reading) -> str:
    truths = ", ".join(map(literal, TRUE_WORDS))
    falsehoods = ", ".join(map(literal, FALSE_WORDS))
    return (
        f"case when lower({text}) in ({truths}) then true when lower({text}) in ({falsehoods}) then false end"
    )


def _list(text: str, reading: Reading) -> str:
    parts = f"list_transform(string_split({text}, ';'), lambda part: trim(part, {BLANKS}))"
    return f"list_filter({parts}, lambda part: part <> '')"


def _clock(text: str, reading: Reading) -> str:
    return rf"case when regexp_matches({text}, '^(([01]?\d|2[0-3]):[0-5]\d|24:00)$') then lpad({text}, 5, '0') end"


def _text(text: str, reading: Reading) -> str:
    return text


def _enumeration(text: str, values: tuple[str, ...]) -> str:
    spelled: Mapping[str, str] = {value.lower(): value for value in values}
    key = f"regexp_replace(lower({text}), '[ -]+', '_', 'g')"
    pairs = ", ".join(f"{literal(key)}: {literal(value)}" for key, value in spelled.items())
    return f"coalesce(map {{{pairs}}}[lower({text})], map {{{pairs}}}[{key}])"


def _order_in_words(reading: Reading) -> str:
    words = {"dmy": " or day, month, year", "mdy": " or month, day, year", "ymd": ""}
    return words.get(reading.date_order or "", "")


_CONVERTERS = {
    ColumnType.TEXT: _text,
    ColumnType.NUMBER: _number,
    ColumnType.INTEGER: _integer,
    ColumnType.BOOLEAN: _boolean,
    ColumnType.TIME: _time,
    ColumnType.DATE: _date,
    ColumnType.CLOCK: _clock,
    ColumnType.LIST: _list,
}
_EXPECTED = {
    ColumnType.TEXT: "text",
    ColumnType.NUMBER: "a number",
    ColumnType.INTEGER: "a whole number",
    ColumnType.BOOLEAN: "true or false",
    ColumnType.TIME: "a date and time as in 2026-07-31T14:05:00Z",
    ColumnType.DATE: "a date as in 2026-07-31",
    ColumnType.CLOCK: "a time of day as in 08:30, or 24:00",
    ColumnType.LIST: "values separated by ;",
}
