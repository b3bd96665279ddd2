"""A filled self-test as records: an interview without an interviewer, the scenarios as questions, the answers. Nobody's name is in it."""

from typing import Any

from ringtrue.method.banks.scenarios import Scenario, all_scenarios
from ringtrue.method.banks.told import told_in
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.interview import Answer, Interview, Question
from ringtrue.papers.filled import Problem
from ringtrue.papers.interview.read import answer_id
from ringtrue.papers.paper import ReadBack, Reading
from ringtrue.papers.self_test.forms import ABOUT_YOU, QUESTIONS
from ringtrue.reports.language import Words, words


def read(reading: Reading) -> ReadBack:
    """What the workbook holds; nothing of it where it does not say who, as what, and when."""
    language = reading.filled.about.get("language", "en")
    told = words(language)
    about, problems = ABOUT_YOU.read(reading.filled, told)
    rows, wrong = QUESTIONS.read(reading.filled, told)
    problems += wrong
    if len(about) != 1:
        return ReadBack(problems=problems or [_nobody(len(about), told)])
    who = about[0][1]
    id = f"S-{who['code']}"
    first = _entry(reading, "interview", id, _interview(who))
    taken = reading.journal.current("interview").get(id)
    if taken and taken.content != first.content:
        return ReadBack(problems=[*problems, _taken(about[0][0], who["code"], told)])
    entries = [first]
    known = {one.id: one for one in all_scenarios()}
    for number, row in rows:
        if row["answer"] and row["id"] not in known:
            problems.append(_unknown(number, row["id"], told))
        elif row["answer"]:
            entries += _answered(reading, id, known[row["id"]], row["answer"], language)
    return ReadBack(entries=entries, problems=problems)


def question_of(one: Scenario, language: str) -> Question:
    """A scenario as a question of the audit."""
    text = f"{told_in(one.situation, language)} {told_in(one.question, language)}"
    return Question(
        text=text,
        lesson=one.lesson,
        clauses=("7.3",),
        allowed_roles=one.roles,
        concept=one.concept,
        open=True,
    )


def _interview(who: dict[str, Any]) -> Interview:
    return Interview(role=who["role"], held_at=who["day"], team=who["team"], service=who["service"])


def _answered(reading: Reading, interview: str, one: Scenario, text: str, language: str) -> list[NewEntry]:
    answer = Answer(interview=interview, question=one.id, text=text)
    return [
        _entry(reading, "question", one.id, question_of(one, language)),
        _entry(reading, "answer", answer_id(interview, one.id), answer),
    ]


def _entry(reading: Reading, kind: str, id: str, record: Any) -> NewEntry:
    return NewEntry(
        kind=kind, id=id, by=reading.by, at=reading.at, reason="self-test", content=to_content(record)
    )


def _nobody(rows: int, told: Words) -> Problem:
    return Problem(told(ABOUT_YOU.sheet), 0, told("Code"), f"{rows} filled rows", "one row: code, role, day")


def _taken(number: int, code: str, told: Words) -> Problem:
    found = f'"{code}", which another sheet bears with another role, team, service or day'
    return Problem(told(ABOUT_YOU.sheet), number, told("Code"), found, "a code that nobody else has")


def _unknown(number: int, id: str, told: Words) -> Problem:
    return Problem(
        told(QUESTIONS.sheet), number, told("No."), f'"{id}"', "the number of a scenario of the bank"
    )
