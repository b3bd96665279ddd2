"""The words that the workbook and the document share."""

from collections import Counter
from collections.abc import Sequence

from ringtrue.method.clause_matrix import ClauseRow
from ringtrue.method.readiness import Readiness
from ringtrue.model.criteria import Criteria
from ringtrue.reports.language import Words
from ringtrue.reports.numbers import count, plural
from ringtrue.reports.text import capital, plain
from ringtrue.tables.wording import value_in_words

NO_GRADE = (
    "A level says what was seen in what was given. It is no judgement of conformity: that is made by people, in an audit, "
    "with verified evidence."
)


def told_lines(lines: Sequence[str], told: Words) -> list[str]:
    """Sentences of ours in a language, each with a capital and without what no page can show."""
    return [capital(told(plain(line, 600))) for line in lines]


def attributions(criteria: Sequence[Criteria], told: Words) -> list[str]:
    """What licences want shown where the text of their criteria is."""
    return [told(plain(one.attribution)) for one in criteria if one.attribution]


def summary(criteria: Criteria, own: Sequence[Readiness], told: Words) -> str:
    """How many clauses stand on which level, in a sentence."""
    found = Counter(one.level for one in own)
    n = len(own)
    text = (
        f"Of {n:,} clauses of {plain(criteria.title, 120)}, {found['checked']:,} are done and checked, {found['done']:,} done, "
        f"{found['described']:,} only described; of {found['nothing']:,} nothing was seen."
    )
    return told(text)


def saw_lines(one: Readiness, told: Words) -> list[str]:
    """What was seen of a clause, line by line."""
    seen, row = one.seen, one.row
    lines = [
        *_some(len(seen.documents), "document names it", "documents name it"),
        *_some(len(seen.controls), "control names it", "controls name it"),
        *_some(seen.control_records, "record of these controls", "records of these controls"),
    ]
    counted = dict.fromkeys((each.meant, each.n) for each in (*seen.described, *seen.shown) if each.n)
    lines = [told(line) for line in lines]
    lines += [f"{told(plural(n, 'row'))}: {spoken(meant, told)}" for meant, n in counted]
    return lines + [told(line) for line in _judged(row)]


def spoken(meant: str, told: Words) -> str:
    """``requirements facet=capacity tested_at`` as it is read: ``requirements (facet: capacity; with tested at)``."""
    table, *conditions = ("=".join(map(_in_words, part.split("="))) for part in meant.split())
    parts = [_condition(condition, told) for condition in conditions]
    return f"{told(table)} ({'; '.join(parts)})" if parts else told(table)


def _in_words(name: str) -> str:
    return value_in_words(name).replace("_", " ")


def _condition(text: str, told: Words) -> str:
    column, equals, value = text.partition("=")
    return f"{told(column)}: {told(value)}" if equals else f"{told('with')} {told(column)}"


def _judged(row: ClauseRow) -> list[str]:
    lines = []
    if row.by_data:
        lines.append(f"{plural(len(row.by_data), 'claim')} judged on {plural(row.judged_items, 'item')}")
    if row.sampled.looked_at:
        lines.append(
            f"{count(row.sampled.looked_at)} of {count(row.sampled.drawn)} sampled items looked at, "
            f"{count(row.sampled.deviations)} deviating"
        )
    if row.asked.answers:
        lines.append(
            f"{plural(row.asked.answers, 'answer')} in {plural(len(row.asked.interviews), 'interview')}"
        )
    return lines


def _some(n: int, one: str, many: str) -> list[str]:
    return [f"{count(n)} {one if n == 1 else many}"] if n else []
