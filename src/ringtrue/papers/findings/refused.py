"""Refusals as they are reported of a row: where, what was found, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass

from ringtrue.model.finding import Refusal
from ringtrue.papers.filled import Problem
from ringtrue.papers.form import Form
from ringtrue.reports.language import Words


@dataclass(frozen=True)
class Refused(Problem):
    """A row that was not taken. ``expected`` says what to do, in a sentence of its own."""

    def __str__(self) -> str:
        return f"{self.sheet}, row {self.row}, {self.column}: {self.found} {self.expected}"


def refused(
    form: Form, row: int, refusals: Iterable[Refusal], columns: dict[str, str], words: Words
) -> list[Problem]:
    """The refusals of a row. ``columns`` names the field on which a rule bears; else it is the first."""
    titles = {field.name: words(field.title) for field in form.fields}
    first = form.fields[0].name
    return [
        Refused(
            words(form.sheet),
            row,
            titles[columns.get(one.rule, first)],
            words(one.found),
            words(one.remedy),
        )
        for one in refusals
    ]
