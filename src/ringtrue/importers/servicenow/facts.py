"""What the values of a file show: filled columns, marks for missing values, the order of dates, stored references."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ringtrue.model.sql import literal, quoted

MARKS = ("?", "NULL", "null", "(empty)", "(leer)", "#N/A")
STATE_MARKS = ("-100",)
REFERENCES = (
    "assignment_group",
    "assigned_to",
    "caller_id",
    "cmdb_ci",
    "business_service",
    "company",
    "owned_by",
    "manager",
)
MOSTLY = 0.9

_DAY_MONTH = r"^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}(\D|$)"


@dataclass(frozen=True)
class DateOrder:
    """The order of day and month in dates that are not ISO: what shows it, and whether it is only assumed."""

    order: str | None
    note: str = ""


def one_row(database: DuckDBPyConnection, relation: str, expressions: Sequence[str]) -> tuple[int, ...]:
    """The values of these aggregates over all rows."""
    if not expressions:
        return ()
    row = database.execute(f"select {', '.join(expressions)} from {relation}").fetchone() or ()
    return tuple(int(value or 0) for value in row)


def filled(database: DuckDBPyConnection, relation: str, columns: Sequence[str]) -> dict[str, int]:
    """How many rows have a value in each column."""
    counts = one_row(database, relation, [f"count(nullif(trim({quoted(column)}), ''))" for column in columns])
    return dict(zip(columns, counts, strict=True))


def marks(
    database: DuckDBPyConnection, relation: str, columns: Sequence[str], states: Sequence[str]
) -> dict[str, int]:
    """The marks for missing values that occur, with how often; a mark of states counts in those columns only."""
    found = dict.fromkeys((*MARKS, *STATE_MARKS), 0)
    for known, places in ((MARKS, columns), (STATE_MARKS, states)):
        wanted = ", ".join(map(literal, known))
        counts = one_row(
            database, relation, [f"count(*) filter (where {quoted(name)} in ({wanted}))" for name in places]
        )
        for name in [name for name, count in zip(places, counts, strict=True) if count]:
            chosen = f"select {quoted(name)} as mark, count(*) from {relation}"
            for mark, count in database.execute(f"{chosen} where mark in ({wanted}) group by 1").fetchall():
                found[mark] += count
    return {mark: count for mark, count in found.items() if count}


def date_order(database: DuckDBPyConnection, relation: str, columns: Sequence[str]) -> DateOrder:
    """The order that the dates themselves show: a number above twelve is a day."""
    if not columns:
        return DateOrder(None)
    parts = [
        f"count(*) filter (where try_cast(regexp_extract({quoted(name)}, '{_DAY_MONTH}', {place}) as integer) > 12)"
        for place in (1, 2)
        for name in columns
    ]
    any_dates = [
        f"count(*) filter (where regexp_matches({quoted(name)}, '{_DAY_MONTH}'))" for name in columns
    ]
    counts = one_row(database, relation, [*parts, *any_dates])
    width = len(columns)
    return _order(sum(counts[:width]), sum(counts[width : 2 * width]), sum(counts[2 * width :]))


def _order(day_first: int, day_second: int, dates: int) -> DateOrder:
    if not dates:
        return DateOrder(None)
    if day_first and not day_second:
        return DateOrder(
            "dmy",
            f"dates are read as day, month, year: {day_first:,} of {dates:,} can be read in no other way",
        )
    if day_second and not day_first:
        return DateOrder(
            "mdy",
            f"dates are read as month, day, year: {day_second:,} of {dates:,} can be read in no other way",
        )
    if not day_first:
        return DateOrder(
            "dmy",
            f"dates are read as day, month, year, though none of {dates:,} shows it: check this ([read] date_order)",
        )
    order, words = ("dmy", "day, month, year") if day_first >= day_second else ("mdy", "month, day, year")
    return DateOrder(
        order,
        f"dates are read as {words}, though {min(day_first, day_second):,} of {dates:,} are written the other way round",
    )


def is_stored(database: DuckDBPyConnection, relation: str, columns: Mapping[str, str]) -> bool:
    """Whether references stand as the tool stores them, by sys_id, and not as people read them."""
    names = [columns[name] for name in REFERENCES if name in columns]
    ids = [f"count(*) filter (where regexp_full_match({quoted(name)}, '[0-9a-f]{{32}}'))" for name in names]
    texts = [f"count(nullif(trim({quoted(name)}), ''))" for name in names]
    counts = one_row(database, relation, [*ids, *texts])
    found, total = sum(counts[: len(names)]), sum(counts[len(names) :])
    return total > 0 and found >= MOSTLY * total


def repeats(database: DuckDBPyConnection, relation: str, column: str) -> bool:
    """Whether most records stand on several rows, so that each row is a snapshot."""
    rows, different = one_row(
        database, relation, [f"count({quoted(column)})", f"count(distinct {quoted(column)})"]
    )
    return rows > 1 and different < MOSTLY * rows


def has_both(database: DuckDBPyConnection, relation: str, column: str) -> bool:
    """Whether a flag is true on some rows and false on others."""
    text = f"lower(trim({quoted(column)}))"
    yes, no = one_row(
        database,
        relation,
        [
            f"count(*) filter (where {text} in ('true', '1', 'yes', 'ja', 'wahr'))",
            f"count(*) filter (where {text} in ('false', '0', 'no', 'nein', 'falsch'))",
        ],
    )
    return yes > 0 and no > 0


def holds_others(
    database: DuckDBPyConnection, relation: str, column: str, expected: str, others: str | None = None
) -> bool:
    """Whether a column has values that do not fit a pattern, and, where given, fit that of the others."""
    text = f"lower(trim({quoted(column)}))"
    other = f" and regexp_matches({text}, {literal(others)})" if others else f" and {text} <> ''"
    condition = f"not regexp_matches({text}, {literal(expected)}){other}"
    return one_row(database, relation, [f"count(*) filter (where {condition})"])[0] > 0


def words(
    database: DuckDBPyConnection, relation: str, column: str, when: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """The values of a column in lower case, with how often they stand on rows that meet the conditions."""
    conditions = [f"{quoted(column)} is not null"]
    conditions += [
        f"lower(trim({quoted(name)})) in ({', '.join(map(literal, known))})" for name, known in when.items()
    ]
    rows = database.execute(
        f"select lower(trim({quoted(column)})) as word, count(*) as n from {relation} "
        f"where {' and '.join(conditions)} group by 1 order by n desc, 1 limit 200"
    ).fetchall()
    return {str(word): int(n) for word, n in rows}
