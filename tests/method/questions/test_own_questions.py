"""The check of an auditor's own questions, measured: it blames few that are good, and misses few that are bad."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from ringtrue.method.questions import AskedQuestion, check_question
from ringtrue.method.questions.fault import KINDS

QUESTIONS = tomllib.loads(Path(__file__).with_name("own_questions.toml").read_text("utf-8"))
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.80


def _good(half: str) -> list[tuple[str, str]]:
    return [(role, text) for role, text in QUESTIONS[half]["good"]]


def _bad(half: str) -> list[tuple[str, str, str]]:
    return [(role, kind, text) for role, kind, text in QUESTIONS[half]["bad"]]


def _kinds(role: str, text: str) -> list[str]:
    return [one.kind for one in check_question(AskedQuestion(text=text, role=role))]


def test_there_are_enough_questions_to_measure_with() -> None:
    good = [one for part in QUESTIONS for one in _good(part)]
    bad = [one for part in QUESTIONS for one in _bad(part)]
    assert (len(good) >= 60, len(bad) >= 60) == (True, True)
    assert len({text for *_, text in (*good, *bad)}) == len(good) + len(bad)
    assert {kind for _, kind, _ in bad} == set(KINDS)


@pytest.mark.parametrize("half", sorted(QUESTIONS))
def test_of_what_it_blames_nineteen_in_twenty_are_bad_and_of_the_bad_it_finds_four_in_five(half: str) -> None:
    falsely = [text for role, text in _good(half) if _kinds(role, text)]
    found = [text for role, kind, text in _bad(half) if kind in _kinds(role, text)]
    assert len(found) / (len(found) + len(falsely)) >= LEAST_PRECISION, falsely
    assert len(found) / len(_bad(half)) >= LEAST_RECALL, _missed(half)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fault_is_found_in_four_of_five(kind: str) -> None:
    asked = [(role, text) for half in QUESTIONS for role, wanted, text in _bad(half) if wanted == kind]
    assert sum(kind in _kinds(role, text) for role, text in asked) >= LEAST_RECALL * len(asked)


def _missed(half: str) -> Sequence[str]:
    return [text for role, kind, text in _bad(half) if kind not in _kinds(role, text)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_of_the_questions_that_leads_ask_next_to_none_is_blamed_but_for_being_closed(language: str) -> None:
    from ringtrue import plugins
    from ringtrue.reports.language import words

    told = words(language)
    asks = [ask for one in plugins.procedures() for ask in one.declaration.ask if ask.role != "auditor"]
    found = [_kinds(ask.role, told(ask.question)) for ask in asks]
    blamed = [kinds for kinds in found if kinds and "closed" not in kinds]
    assert len(asks) > 100
    assert len(blamed) <= 0.02 * len(asks)
