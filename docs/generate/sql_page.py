"""The page of the SQL that procedures may use, from the list that a procedure is held against when it is loaded."""

import markdown

from ringtrue.engine.subset import ALLOWED_FUNCTIONS, CONSTRUCTS

INTRODUCTION = """\
The SQL of procedures, views and facts is DuckDB's, in the part that Spark can be given too with the same meaning: a run gives the same
judged rows on both. What is outside is refused when a procedure is loaded, with its name, its file and its line; the same holds for
procedures that others install."""

FUNCTIONS = """\
`len` counts a list, `length` a text. `list` and `string_agg` need an order, unless a `list` is sorted at once. `strftime` takes
%Y %m %d %H %M %S. What `list_distinct` and `list_intersect` give is in no order: count it, sort it or unnest it. Other spellings of the same function (`substr`, `array_agg`) are taken too."""

REFUSED = """\
- any other function, and the time of the run (`now`, `current_date`): same data, same result
- {constructs}
- casts to other types than text, whole numbers, double, boolean, date, timestamp and lists of them; decimals stand only inside a sum,
  `sum(cast(x as decimal(18, 9)))`, so that the order of adding does not matter
- differences of days (`epoch` gives seconds); time zones but for `(moment at time zone 'UTC') at time zone zone`
- in regular expressions: flags other than `(?ims)` at the start"""

REWRITTEN = """\
Division by zero, rounding to whole numbers, division of decimals, numbers written as text, logarithms; ordered lists with unknown
values; the row with the highest value; nulls in orders; days of the week; seconds; time zones; `in` over rows of which some are unknown; the case of letters; and regular
expressions, sign by sign."""


def page() -> str:
    """What may be used, what is refused, what is rewritten for Spark."""
    names = ", ".join(f"`{name}`" for name in sorted(ALLOWED_FUNCTIONS))
    return markdown.page(
        "The SQL of procedures",
        INTRODUCTION,
        f"## Functions\n\n{names}\n\n{FUNCTIONS}",
        f"## Refused\n\n{REFUSED.format(constructs=', '.join(CONSTRUCTS))}",
        f"## Said otherwise to Spark\n\n{REWRITTEN}",
    )
