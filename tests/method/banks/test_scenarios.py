"""The bank of scenarios: everyday situations with an answer for each level, in both languages."""

from collections import Counter

import pytest

from ringtrue.method.banks.scenarios import CONCEPTS, LEVELS, Scenario, all_scenarios, scenarios_for
from ringtrue.method.questions.neutrality import neutrality
from ringtrue.method.questions.role_fit import jargon
from ringtrue.method.questions.wording import language_of
from ringtrue.tables.vocabulary import ROLES

LANGUAGES = ("en", "de")


def test_there_are_at_least_forty_scenarios_ten_or_more_for_each_concept() -> None:
    assert len(all_scenarios()) >= 40
    counted = Counter(one.concept for one in all_scenarios())
    assert set(counted) == set(CONCEPTS)
    assert min(counted.values()) >= 10


def test_no_two_scenarios_share_an_id_a_situation_or_an_answer() -> None:
    assert len({one.id for one in all_scenarios()}) == len(all_scenarios())
    for language in LANGUAGES:
        assert len({one.situation[language] for one in all_scenarios()}) == len(all_scenarios())
        tops = [one.anchors[language][4] for one in all_scenarios()]
        assert len(set(tops)) == len(tops)


def test_every_lesson_is_tested_and_auditors_are_too() -> None:
    assert {one.lesson for one in all_scenarios()} == {"L1", "L2", "L3", "L4", "L5", "thread"}
    assert {one.concept for one in all_scenarios() if "auditor" in one.roles} == set(CONCEPTS)


@pytest.mark.parametrize("one", all_scenarios(), ids=lambda one: one.id)
def test_a_scenario_is_whole_in_both_languages_and_has_an_answer_for_each_level(one: Scenario) -> None:
    assert set(one.roles) <= set(ROLES)
    for language in LANGUAGES:
        assert len(one.anchors[language]) == len(LEVELS)
        assert len(set(one.anchors[language])) == len(LEVELS)
        assert language_of(one.situation[language]) == language == language_of(one.question[language])
        assert 10 <= len(one.situation[language].split()) <= 50


@pytest.mark.parametrize("one", all_scenarios(), ids=lambda one: one.id)
def test_a_scenario_asks_neutrally_in_words_that_the_role_knows(one: Scenario) -> None:
    for language in LANGUAGES:
        found = [*neutrality(one.question[language], language)]
        found += [fault for role in one.roles for fault in jargon(one.situation[language], role)]
        assert found == []


@pytest.mark.parametrize("role", ["practitioner", "service_owner", "process_owner"])
def test_the_daily_roles_are_asked_about_every_concept(role: str) -> None:
    found = scenarios_for(role)
    assert Counter(one.concept for one in found) == Counter(dict.fromkeys(CONCEPTS, 2))
    assert all(role in one.roles for one in found)
