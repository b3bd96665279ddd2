"""The judge of what may not happen even once, with the row's own numbers for the sentence. Rows: object, n, deviations, and what else is told."""

from dataclasses import replace

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import Row, Settings
from ringtrue.statistics.judges.share_above import any_deviation

_READ = ("object", "service", "family", "n", "deviations")


def any_with_values() -> Judge:
    """Any deviation is an effect, as with ``any_deviation``; ``values`` are the further columns of the row."""
    any_one = any_deviation()

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        return [_told(one, row) for one, row in zip(any_one(rows, settings), rows, strict=True)]

    return judge


def _told(one: Judgement, row: Row) -> Judgement:
    if not one.testable:
        return one
    return replace(one, values={name: value for name, value in row.items() if name not in _READ})
