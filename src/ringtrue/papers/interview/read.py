"""Filled interview sheets as records: the interviews that were held, the questions that were put, the answers."""

import hashlib
from collections.abc import Mapping
from typing import Any

from ringtrue.method.questions.build import is_closed
from ringtrue.method.questions.wording import language_of, wording
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.interview import Answer, Interview, Question
from ringtrue.papers.filled import Problem
from ringtrue.papers.form import Form
from ringtrue.papers.interview.agenda import bank_question
from ringtrue.papers.interview.forms import INTERVIEWS, ROLE_WORDS, questions_form
from ringtrue.papers.paper import ReadBack, Reading
from ringtrue.reports.language import Words, words

Rows = list[tuple[int, dict[str, Any]]]


def read(reading: Reading) -> ReadBack:
    """What the workbook holds. Rows of interviews without a day, and of questions without an answer, are left out in silence."""
    told = words(reading.filled.about.get("language", "en"))
    rows, problems = INTERVIEWS.read(reading.filled, told)
    held = {row["id"]: row for _, row in rows if row["day"]}
    problems += _twice(rows, told)
    entries = [_entry(reading, "interview", id, _interview(row)) for id, row in held.items()]
    recorded = reading.journal.current("interview")
    for role in ROLE_WORDS:
        form = questions_form(role)
        found, wrong = form.read(reading.filled, told)
        problems += wrong
        answered = [(number, row) for number, row in found if row["answer"]]
        problems += [
            _no_interview(form, number, row, told)
            for number, row in answered
            if row["interview"] not in held and row["interview"] not in recorded
        ]
        for _, row in answered:
            if row["interview"] in held or row["interview"] in recorded:
                entries += _answered(reading, row)
    return ReadBack(entries=_once(entries), problems=problems)


def answer_id(interview: str, question: str, rater: str | None = None) -> str:
    """The id of an answer in the journal: as it was noted, or as a rater scored it."""
    return "|".join([interview, question, *([rater] if rater else [])])


def _interview(row: Mapping[str, Any]) -> Interview:
    return Interview(
        role=row["role"],
        held_at=row["day"] + (f"T{row['clock']}" if row["clock"] else ""),
        party=row["party"],
        team=row["team"],
        service=row["service"],
        auditor=row["auditor"],
    )


def _answered(reading: Reading, row: Mapping[str, Any]) -> list[NewEntry]:
    id, question = put_question(row)
    answer = Answer(
        interview=row["interview"],
        question=id,
        text=row["answer"],
        corroborated_by=row["corroborated_by"],
    )
    return [
        _entry(reading, "question", id, question),
        _entry(reading, "answer", answer_id(answer.interview, id), answer),
    ]


def put_question(row: Mapping[str, Any]) -> tuple[str, Question]:
    """The question as it was put. One of the auditor's own gets an id from its words, and is for no declared role."""
    text = row["text"]
    id = row["id"] or f"own-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    bank = bank_question(id)
    allowed = bank.roles if bank else tuple(id.split("/")[1:2]) if "/" in id else ()
    return id, Question(
        text=text,
        lesson=row["lesson"],
        clauses=row["clauses"],
        allowed_roles=tuple(role for role in allowed if role in ROLE_WORDS),
        concept=bank.concept if bank else None,
        open=not is_closed(text, wording(language_of(text))),
        expected_evidence=row["evidence"],
    )


def _entry(reading: Reading, kind: str, id: str, record: Any) -> NewEntry:
    return NewEntry(
        kind=kind, id=id, by=reading.by, at=reading.at, reason="interview sheet", content=to_content(record)
    )


def _once(entries: list[NewEntry]) -> list[NewEntry]:
    """A question that was put in several interviews is recorded once; of an answer given twice the last counts."""
    return list({(entry.kind, entry.id): entry for entry in entries}.values())


def _twice(rows: Rows, told: Words) -> list[Problem]:
    ids = [row["id"] for _, row in rows]
    return [
        Problem(told(INTERVIEWS.sheet), number, told("Interview"), f'"{row["id"]}" again', "an id of its own")
        for place, (number, row) in enumerate(rows)
        if row["id"] in ids[:place]
    ]


def _no_interview(form: Form, number: int, row: Mapping[str, Any], told: Words) -> Problem:
    return Problem(
        told(form.sheet),
        number,
        told("Interview"),
        f'"{row["interview"]}", which has no day',
        f"an interview of the sheet {told(INTERVIEWS.sheet)} with the day on which it was held",
    )
