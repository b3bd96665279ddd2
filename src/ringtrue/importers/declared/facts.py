"""What the values of a file show: the order of dates, filled columns, words for states, marks for missing values."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from ringtrue.importers.declared.sql import MARKS
from ringtrue.model.sql import literal, quoted

_DAY_MONTH = r"^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{4}(\D|$)"


def count(database: DuckDBPyConnection, relation: str, conditions: Sequence[str]) -> tuple[int, ...]:
    """How many rows meet each condition."""
    if not conditions:
        return ()
    counted = ", ".join(f"count(*) filter (where {condition})" for condition in conditions)
    row = database.execute(f"select {counted} from {relation}").fetchone() or ()
    return tuple(int(value) for value in row)


def filled(database: DuckDBPyConnection, relation: str, columns: Sequence[str]) -> dict[str, int]:
    """How many rows have a value in each column."""
    counts = count(database, relation, [f"trim({quoted(column)}) <> ''" for column in columns])
    return dict(zip(columns, counts, strict=True))


def date_order(database: DuckDBPyConnection, relation: str, columns: Sequence[str]) -> tuple[str | None, str]:
    """The order of day and month in dates that do not begin with the year: what shows it, or that nothing does."""
    tests = []
    for name in columns:
        for place in (1, 2):
            part = f"try_cast(regexp_extract({quoted(name)}, {literal(_DAY_MONTH)}, {place}) as integer)"
            tests.append(f"{part} > 12")
        tests.append(f"regexp_matches({quoted(name)}, {literal(_DAY_MONTH)})")
    counts = count(database, relation, tests)
    first, second, dates = sum(counts[0::3]), sum(counts[1::3]), sum(counts[2::3])
    if not dates:
        return None, ""
    order, said = ("mdy", "month, day, year") if second > first else ("dmy", "day, month, year")
    if first and second:
        return (
            order,
            f"dates are read as {said}, though {min(first, second):,} of {dates:,} are written the other way",
        )
    if first or second:
        return (
            order,
            f"dates are read as {said}: {max(first, second):,} of {dates:,} can be read in no other way",
        )
    return (
        order,
        f"dates are read as {said}, though none of {dates:,} shows it: check this ([read] date_order)",
    )


def marks(database: DuckDBPyConnection, relation: str, columns: Sequence[str]) -> dict[str, int]:
    """The marks for missing values that occur, with how often."""
    tests = [f"{quoted(name)} = {literal(mark)}" for mark in MARKS for name in columns]
    counts, width = count(database, relation, tests), len(columns)
    totals = {mark: sum(counts[place * width : (place + 1) * width]) for place, mark in enumerate(MARKS)}
    return {mark: total for mark, total in totals.items() if total}


def spelled(database: DuckDBPyConnection, relation: str, column: str) -> dict[str, int]:
    """The values of a column in lower case, most frequent first, with how often they stand there."""
    text = f"lower(trim({quoted(column)}))"
    rows = database.execute(
        f"select {text} as word, count(*) as n from {relation} where {text} <> '' "
        "group by 1 order by n desc, 1 limit 200"
    ).fetchall()
    return {str(word): int(n) for word, n in rows}
