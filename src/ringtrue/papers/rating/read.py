"""A rater's filled sheet as records: one answer with its score for each row that has one."""

from typing import Any

from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.interview import Answer
from ringtrue.papers.filled import Problem
from ringtrue.papers.interview.read import answer_id
from ringtrue.papers.paper import ReadBack, Reading
from ringtrue.papers.rating.forms import RATING
from ringtrue.papers.rating.to_rate import noted_answers
from ringtrue.reports.language import Words, words


def read(reading: Reading) -> ReadBack:
    """The scores. A row without one waits; a row whose answer is not in the journal is a problem."""
    told = words(reading.filled.about.get("language", "en"))
    rater = reading.filled.about.get("rater", "").strip()
    if not rater:
        return ReadBack(problems=[_no_rater(told)])
    rows, problems = RATING.read(reading.filled, told)
    known = {(one.interview, one.question): one for one in noted_answers(reading.journal.current("answer"))}
    entries: list[NewEntry] = []
    for number, row in rows:
        if row["score"] is None:
            continue
        noted = known.get((row["interview"], row["question"]))
        if noted:
            entries.append(_scored(reading, noted, rater, float(row["score"])))
        else:
            problems.append(_no_answer(number, row, told))
    return ReadBack(entries=entries, problems=problems)


def _scored(reading: Reading, noted: Answer, rater: str, score: float) -> NewEntry:
    record = Answer(
        interview=noted.interview, question=noted.question, text=noted.text, score=score, rater=rater
    )
    return NewEntry(
        kind="answer",
        id=answer_id(noted.interview, noted.question, rater),
        by=reading.by,
        at=reading.at,
        reason="rating",
        content=to_content(record),
    )


def _no_rater(told: Words) -> Problem:
    return Problem("About", 0, "rater", "nothing", "the name of the rater, as the sheet was written with it")


def _no_answer(number: int, row: dict[str, Any], told: Words) -> Problem:
    found = f'"{row["interview"]}", question "{row["question"]}"'
    return Problem(
        told(RATING.sheet), number, told("Interview"), found, "an answer that the audit's journal holds"
    )
