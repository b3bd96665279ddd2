"""A cell as text: nothing of its value is lost, and it reads the same whatever the country of the
workbook."""

from datetime import date, datetime, time, timedelta

EXACT = 2**53
"""From here on a workbook's numbers are not exact any more."""


def cell_text(value: object) -> str:
    """Text of a cell's value: ISO 8601 for dates and times, whole numbers without a point, ``true`` and
    ``false``."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return f"{value.isoformat()}T00:00:00"
    if isinstance(value, time):
        return value.isoformat("seconds" if not value.microsecond else "milliseconds")
    if isinstance(value, timedelta):
        return _duration(value)
    return "" if value is None else str(value)


def _moment(value: datetime) -> str:
    """To the millisecond, as workbooks keep times as fractions of days, which are no exact seconds."""
    rounded = value.replace(microsecond=0) + timedelta(milliseconds=round(value.microsecond / 1000))
    return rounded.isoformat(timespec="milliseconds" if rounded.microsecond else "seconds")


def _duration(value: timedelta) -> str:
    seconds = round(abs(value).total_seconds())
    sign = "-" if value < timedelta(0) else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
