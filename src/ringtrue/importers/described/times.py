"""The form of times in an export, where it is not ISO 8601: told by the values, and said."""

from dataclasses import dataclass, field
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue.model.sql import literal, quoted

FORMS = (
    "%d/%b/%y %I:%M %p",
    "%d/%b/%y %H:%M",
    "%d/%b/%Y %I:%M %p",
    "%d/%b/%Y %H:%M",
    "%d-%b-%Y %H:%M",
    "%b %d, %Y, %I:%M %p",
    "%d.%m.%Y %H:%M",
    "%d.%m.%y %H:%M",
    "%d/%m/%Y %H:%M",
    "%d/%m/%y %H:%M",
    "%d/%m/%Y %I:%M %p",
    "%d/%m/%y %I:%M %p",
    "%m/%d/%Y %H:%M",
    "%m/%d/%y %H:%M",
    "%m/%d/%Y %I:%M %p",
    "%m/%d/%y %I:%M %p",
)


@dataclass(frozen=True)
class Times:
    """The part of ``[read]`` that fits, and what was assumed by it."""

    read: dict[str, Any] = field(default_factory=dict)
    note: str = ""


def form_of_times(connection: DuckDBPyConnection, places: list[tuple[str, str]]) -> Times:
    """The form that reads most of the values of these (relation, column) which are not ISO 8601."""
    if not places:
        return Times()
    values = " union all ".join(
        f"select trim({quoted(column)}) as told from {relation}" for relation, column in places
    )
    counts = ", ".join(f"count(try_strptime(told, {literal(form)}))" for form in FORMS)
    row = connection.execute(
        f"select count(*), {counts}, any_value(told) from ({values}) where told <> '' "
        "and try_cast(told as timestamp) is null and try_cast(told as timestamptz) is null"
    ).fetchone()
    if row is None or not row[0] or not max(row[1:-1]):
        return Times()
    best = max(row[1:-1])
    fitting = [form for form, count in zip(FORMS, row[1:-1], strict=True) if count == best]
    sure = len({form.replace("%Y", "%y") for form in fitting}) == 1
    doubt = "" if sure else f"; {fitting[1]} would fit as well: check this ([read] time_format)"
    rest = f"; {row[0] - best:,} others cannot be read so" if best < row[0] else ""
    note = f'times such as "{row[-1]}" are read as {fitting[0]} ({best:,}){rest}{doubt}'
    return Times({"time_format": fitting[0]}, note)
