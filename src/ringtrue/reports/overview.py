"""The first page of a run by itself: the six questions, services by questions, the clauses, without reading its records."""

from collections.abc import Iterable
from dataclasses import dataclass

from ringtrue.model.entry import Entry
from ringtrue.model.result import Results
from ringtrue.reports.parts import Conformity, Matrix, QuestionCard
from ringtrue.reports.sections import clauses, front


@dataclass(frozen=True, kw_only=True)
class Overview:
    """What a run says at a glance."""

    questions: tuple[QuestionCard, ...]
    services: Matrix | None
    conformity: Conformity


def overview(results: Results, entries: Iterable[Entry] = ()) -> Overview:
    """The overview of a run. ``entries`` are those of the audit's journal, for what was sampled, asked and found by clause."""
    return Overview(
        questions=front.question_cards(results),
        services=front.service_matrix(results),
        conformity=clauses.conformity(results, entries),
    )
