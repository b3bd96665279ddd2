"""The interviews of an audit and their answers, as the trail has them. Self-tests are none: nobody looks at one person's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from ringtrue.api import NewEntry, answer_id
from ringtrue.model.entry import from_content, to_content
from ringtrue.model.interview import Answer, Interview, Question
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile
from ringtrue.workbench.trail.models import Record

SELF_TEST = "S-"
"""How ids of self-tests begin."""


@dataclass(frozen=True)
class Held:
    """An interview. ``number`` stands in its address; ``answers`` were noted."""

    number: int
    id: str
    interview: Interview
    answers: int = 0


def interviews_of(audit: Audit) -> list[Held]:
    """Every interview that was held, with how many answers were noted."""
    noted = [
        one["interview"]
        for one in audit.records.filter(kind="answer").values_list("content", flat=True)
        if not one.get("rater")
    ]
    return [
        Held(one.first, one.record, from_content(Interview, one.content), noted.count(one.record))
        for one in _interviews(audit)
    ]


def interview_or_404(audit: Audit, number: int) -> Held:
    """The interview with that number in the trail."""
    found = _interviews(audit).filter(first=number).first()
    if found is None:
        raise Http404
    return Held(found.first, found.record, from_content(Interview, found.content))


def notes_of(audit: Audit, interview: str) -> dict[str, tuple[Answer, Record]]:
    """What was noted in an interview, by question."""
    found = audit.records.filter(kind="answer", content__interview=interview).order_by("first")
    typed = [(from_content(Answer, one.content), one) for one in found]
    return {answer.question: (answer, one) for answer, one in typed if answer.rater is None}


def question_of(audit: Audit, id: str) -> Question | None:
    """The question of that id, if it was put before."""
    found = audit.records.filter(kind="question", record=id).first()
    return from_content(Question, found.content) if found else None


def add_interview(audit: Audit, interview: Interview, by: str, at: str) -> int:
    """Record an interview under the next free id; its number."""
    return added(
        audit,
        lambda number: NewEntry(
            kind="interview",
            id=f"I-{number:03}",
            by=by,
            at=at,
            reason="an interview was opened",
            content=to_content(interview),
        ),
    )


def added(audit: Audit, entry: Callable[[int], NewEntry]) -> int:
    """Add a record under the first number that nobody took meanwhile; its place in the trail."""
    number = _interviews(audit).count() + 1
    while True:
        new = entry(number)
        try:
            return AuditJournal(audit).append([new], {(new.kind, new.id): 0})[0].seq
        except ChangedMeanwhile:
            number += 1


def note(
    audit: Audit, interview: str, question: tuple[str, Question], said: dict[str, Any], by: str, at: str
) -> None:
    """Record an answer and, where it was not put before, its question. ChangedMeanwhile if somebody else noted one since ``version``."""
    id, put = question
    answer = Answer(
        interview=interview,
        question=id,
        text=said["text"],
        corroborated_by=said["corroborated_by"] or None,
    )
    named = answer_id(interview, id)
    entries = [_entry("answer", named, answer, by, at)]
    if question_of(audit, id) is None:
        entries.insert(0, _entry("question", id, put, by, at))
    AuditJournal(audit).append(entries, {("answer", named): said["version"]})


def _entry(kind: str, id: str, record: Any, by: str, at: str) -> NewEntry:
    return NewEntry(kind=kind, id=id, by=by, at=at, reason="interview", content=to_content(record))


def _interviews(audit: Audit) -> Any:
    return audit.records.filter(kind="interview").exclude(record__startswith=SELF_TEST)
