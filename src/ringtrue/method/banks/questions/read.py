"""Reads the question bank."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.method.banks.told import Told, ToldList, lists
from ringtrue.model.errors import WrongUse
from ringtrue.tables.vocabulary import ROLES

ORDER = ("outcomes", "value", "roles", "flow", "substance", "thread")
"""The files of the bank, in the order of the lessons."""


@dataclass(frozen=True, kw_only=True)
class BankQuestion:
    """One interview question: open, on one subject, with the roles that can answer it and the records that would bear the answer out.

    ``concept`` is filled where the answer can be scored for understanding.
    """

    id: str
    lesson: str
    roles: tuple[str, ...]
    clauses: tuple[str, ...]
    concept: str | None
    text: Told
    evidence: Told
    follow_ups: ToldList


@cache
def all_questions() -> tuple[BankQuestion, ...]:
    """Every question of the bank, lesson by lesson."""
    place = files("ringtrue.method.banks.questions")
    return tuple(
        question
        for name in ORDER
        for question in _read(tomllib.loads(place.joinpath(f"{name}.toml").read_text("utf-8")))
    )


def chosen(
    role: str | None = None, lesson: str | None = None, clause: str | None = None
) -> tuple[BankQuestion, ...]:
    """The questions for a role, a lesson and a clause; a clause's number takes those below it with it. WrongUse names what there is."""
    _refuse_unknown("role", role, ROLES)
    _refuse_unknown("lesson", lesson, tuple(dict.fromkeys(one.lesson for one in all_questions())))
    return tuple(
        one
        for one in all_questions()
        if (role is None or role in one.roles)
        and (lesson is None or _same(lesson, one.lesson))
        and (clause is None or any(is_within(number, clause) for number in one.clauses))
    )


def suiting(role: str, clauses: Collection[str], most: int) -> tuple[BankQuestion, ...]:
    """At most so many questions for a role: those that bear on most of these clauses first, then in the order of the bank."""
    able = [one for one in all_questions() if role in one.roles]
    found = [one for one in able if set(one.clauses) & set(clauses)]
    found.sort(key=lambda one: -len(set(one.clauses) & set(clauses)))
    return tuple([*found, *(one for one in able if one not in found)][:most])


def is_within(number: str, clause: str) -> bool:
    """Whether a clause is the other one or lies below it: 8.5.1.3 is within 8.5."""
    return number == clause or number.startswith(f"{clause}.")


def _read(content: Mapping[str, Any]) -> tuple[BankQuestion, ...]:
    return tuple(
        BankQuestion(
            id=one["id"],
            lesson=content["lesson"],
            roles=tuple(one["roles"]),
            clauses=tuple(one["clauses"]),
            concept=one.get("concept"),
            text={language: one[language] for language in ("en", "de")},
            evidence=one["evidence"],
            follow_ups=lists(one["follow_ups"]),
        )
        for one in content["question"]
    )


def _same(wanted: str, lesson: str) -> bool:
    return wanted.casefold() == lesson.casefold()


def _refuse_unknown(what: str, value: str | None, known: Collection[str]) -> None:
    if value is not None and value.casefold() not in {one.casefold() for one in known}:
        raise WrongUse(f'there is no {what} "{value}". There are: {", ".join(known)}.')
