"""Checks questions before they are put: role and wording."""

import re
from collections.abc import Iterable
from functools import cache

from ringtrue.method.banks.questions import all_questions
from ringtrue.method.questions.asked import AskedQuestion
from ringtrue.method.questions.fault import QuestionFault
from ringtrue.method.questions.neutrality import neutrality
from ringtrue.method.questions.role_fit import jargon, role_fit
from ringtrue.method.questions.wording import language_of

MOST_LETTERS = 2_000
"""Of a longer text only the beginning is checked: no question that is put to a person is so long."""


def check_question(asked: AskedQuestion) -> tuple[QuestionFault, ...]:
    """Every fault that the question's words or its role show; none where nothing is plain.

    A question of the bank is known by its words, and is for the roles that the bank says.
    """
    text = asked.text[:MOST_LETTERS]
    language = asked.language or language_of(text)
    allowed = asked.allowed_roles or _roles_in_bank().get(_bare(text), ())
    told = neutrality(text, language)
    if asked.role is None:
        return told
    return (*role_fit(text, asked.role, allowed, language), *told, *jargon(text, asked.role))


def check_questions(
    asked: Iterable[AskedQuestion],
) -> tuple[tuple[AskedQuestion, tuple[QuestionFault, ...]], ...]:
    """Each question with its faults, in the order given."""
    return tuple((one, check_question(one)) for one in asked)


@cache
def _roles_in_bank() -> dict[str, tuple[str, ...]]:
    return {_bare(text): one.roles for one in all_questions() for text in one.text.values()}


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
