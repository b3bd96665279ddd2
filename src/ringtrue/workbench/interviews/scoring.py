"""Two raters score what was answered; neither sees the other's score before both are in.

A first score is kept aside (Score) and enters the trail together with the second: whoever reads the trail learns no single one.
"""

from dataclasses import dataclass
from datetime import UTC

from django.db import transaction
from django.utils import timezone

from ringtrue.api import NewEntry, ToRate, answer_id, answers_to_rate
from ringtrue.model.entry import from_content, to_content
from ringtrue.model.interview import Answer, Question
from ringtrue.workbench.audits.models import Audit, Membership
from ringtrue.workbench.interviews.models import Score
from ringtrue.workbench.people.models import Person
from ringtrue.workbench.trail.journal import AuditJournal
from ringtrue.workbench.trail.models import Record

RATERS = 2


class NotToScore(Exception):
    """The answer has its two raters already, or is none that is scored."""


@dataclass(frozen=True)
class Waiting:
    """An answer that a person may score; ``given``: the score that the person gave, while the other is awaited."""

    number: int
    to_rate: ToRate
    given: int | None = None


@dataclass(frozen=True)
class Both:
    """An answer that two raters scored: what each gave. ``mine``: whether the person looking is one of them."""

    number: int
    question: str
    answer: str
    scores: tuple[tuple[str, float], ...]
    mine: bool

    @property
    def apart(self) -> float:
        """How far the scores are from one another."""
        given = [score for _, score in self.scores]
        return max(given) - min(given)


def rater_name(audit: Audit, person: Person) -> str:
    """The name under which the trail knows a rater: it never changes, and is no other member's."""
    known = audit.scores.filter(person=person).values_list("rater", flat=True).first()
    if known:
        return str(known)
    others = Membership.objects.filter(audit=audit).exclude(person=person).select_related("person")
    taken = {str(one.person) for one in others} | set(
        audit.scores.exclude(person=person).values_list("rater", flat=True)
    )
    return f"{person} ({person.email})" if str(person) in taken else str(person)


def waiting_for(audit: Audit, person: Person, language: str) -> list[Waiting]:
    """The answers that this person may score, question by question: neither two others' nor, once both are in, the own."""
    rater = rater_name(audit, person)
    numbers = dict(audit.records.filter(kind="answer").values_list("record", "first"))
    own = dict(audit.scores.filter(person=person).values_list("answer", "score"))
    raters = _raters(audit)
    found = []
    for one in answers_to_rate(AuditJournal(audit), rater, language):  # type: ignore[arg-type]
        id = answer_id(one.interview, one.question)
        if id in numbers and len(raters.get(id, set()) - {rater}) < RATERS:
            found.append(Waiting(numbers[id], one, own.get(id)))
    return found


def both_in(audit: Audit, person: Person) -> list[Both]:
    """The answers that two raters scored, those furthest apart first."""
    rater, scored = rater_name(audit, person), _scored(audit)
    texts = {
        one.record: from_content(Question, one.content).text for one in audit.records.filter(kind="question")
    }
    found = []
    for record in audit.records.filter(kind="answer"):
        given = tuple(sorted(scored.get(record.record, {}).items()))
        if record.content.get("rater") is None and len(given) >= RATERS:
            question = texts.get(record.content["question"], record.content["question"])
            is_mine = rater in dict(given)
            found.append(Both(record.first, question, record.content["text"] or "", given, is_mine))
    return sorted(found, key=lambda one: (-one.apart, one.number))


def give_score(audit: Audit, person: Person, number: int, score: int, reason: str = "") -> bool:
    """Keep a person's score of the answer with that number; whether both are in now. NotToScore where it may not be given."""
    with transaction.atomic():
        Audit.objects.select_for_update().get(pk=audit.pk)
        noted = _noted(audit, number)
        rater, id = rater_name(audit, person), answer_id(noted.interview, noted.question)
        others = _raters(audit).get(id, set()) - {rater}
        if len(others) >= RATERS:
            raise NotToScore
        before = audit.scores.filter(answer=id, person=person, released=True).exists()
        Score.objects.update_or_create(
            audit=audit,
            answer=id,
            person=person,
            defaults={"rater": rater, "score": score, "scored_at": timezone.now(), "released": False},
        )
        if not others:
            return False
        _release(audit, noted, id, reason or ("scored again" if before else "rating"))
    return True


def _release(audit: Audit, noted: Answer, id: str, reason: str) -> None:
    held = audit.scores.filter(answer=id, released=False)
    AuditJournal(audit).append([_entry(noted, one, reason) for one in held])
    held.update(released=True)


def _entry(noted: Answer, one: Score, reason: str) -> NewEntry:
    record = Answer(
        interview=noted.interview,
        question=noted.question,
        text=noted.text,
        score=float(one.score),
        rater=one.rater,
    )
    return NewEntry(
        kind="answer",
        id=answer_id(noted.interview, noted.question, one.rater),
        by=one.rater,
        at=one.scored_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        reason=reason,
        content=to_content(record),
    )


def _noted(audit: Audit, number: int) -> Answer:
    record = audit.records.filter(kind="answer", first=number).first()
    if record is None or record.content.get("rater") is not None or not _concept(audit, record):
        raise NotToScore
    return from_content(Answer, record.content)


def _concept(audit: Audit, record: Record) -> str | None:
    put = audit.records.filter(kind="question", record=record.content["question"]).first()
    return put.content.get("concept") if put else None


def _scored(audit: Audit) -> dict[str, dict[str, float]]:
    """The scores that the trail holds, by answer and rater."""
    found: dict[str, dict[str, float]] = {}
    for content in audit.records.filter(kind="answer").values_list("content", flat=True):
        if content.get("rater") is not None and content.get("score") is not None:
            id = answer_id(content["interview"], content["question"])
            found.setdefault(id, {})[content["rater"]] = content["score"]
    return found


def _raters(audit: Audit) -> dict[str, set[str]]:
    """Who scored which answer, in the trail or aside."""
    found = {id: set(given) for id, given in _scored(audit).items()}
    for id, rater in audit.scores.filter(released=False).values_list("answer", "rater"):
        found.setdefault(id, set()).add(rater)
    return found
