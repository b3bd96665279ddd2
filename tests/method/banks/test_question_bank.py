"""The bank of interview questions: every role, lesson and clause, both languages whole, and by its own rules neutral and fitting."""

from collections import Counter
from itertools import pairwise

import pytest

from ringtrue.criteria.read import criteria_named
from ringtrue.method.banks.questions import BankQuestion, all_questions, chosen
from ringtrue.method.banks.questions.read import suiting
from ringtrue.method.banks.scenarios import CONCEPTS
from ringtrue.method.questions.build import is_closed
from ringtrue.method.questions.neutrality import neutrality
from ringtrue.method.questions.role_fit import jargon, role_fit
from ringtrue.method.questions.wording import language_of, wording
from ringtrue.model.errors import WrongUse
from ringtrue.tables.vocabulary import ROLES

LANGUAGES = ("en", "de")
ASKED = tuple(role for role in ROLES if role != "auditor")


def test_there_are_at_least_a_hundred_and_twenty_questions_each_with_its_own_id_and_words() -> None:
    assert len(all_questions()) >= 120
    assert len({one.id for one in all_questions()}) == len(all_questions())
    for language in LANGUAGES:
        assert Counter(one.text[language].casefold() for one in all_questions()).most_common(1)[0][1] == 1


def test_every_role_that_can_be_asked_has_questions_and_nobody_else() -> None:
    asked = Counter(role for one in all_questions() for role in one.roles)
    assert set(asked) == set(ASKED)
    assert min(asked.values()) >= 6


def test_every_lesson_has_questions_for_at_least_six_roles() -> None:
    for lesson in ("L1", "L2", "L3", "L4", "L5", "thread"):
        found = chosen(lesson=lesson)
        assert len(found) >= 20
        assert len({role for one in found for role in one.roles}) >= 6


def test_every_clause_of_the_standard_has_a_question_and_no_question_a_clause_that_is_not_there() -> None:
    clauses = {clause.id for clause in criteria_named("iso20000-1:2018+amd1:2024").clauses}
    named = {number for one in all_questions() for number in one.clauses}
    leaves = {number for number in clauses if not any(other.startswith(f"{number}.") for other in clauses)}
    assert (leaves - named, named - clauses) == (set(), set())


@pytest.mark.parametrize("one", all_questions(), ids=lambda one: one.id)
def test_a_question_is_whole_in_both_languages(one: BankQuestion) -> None:
    assert set(one.text) == set(one.evidence) == set(one.follow_ups) == set(LANGUAGES)
    assert len(one.follow_ups["en"]) == len(one.follow_ups["de"]) == 2
    texts = [
        (language, text) for language in LANGUAGES for text in (one.text[language], *one.follow_ups[language])
    ]
    assert all(language_of(text) == language and text[-1] in "?." for language, text in texts)
    assert all(len(one.evidence[language].split()) >= 5 for language in LANGUAGES)
    assert one.concept is None or one.concept in CONCEPTS


@pytest.mark.parametrize("one", all_questions(), ids=lambda one: one.id)
def test_a_question_passes_its_own_checks_for_every_role_that_it_is_for(one: BankQuestion) -> None:
    for language in LANGUAGES:
        for text in (one.text[language], *one.follow_ups[language]):
            found = list(neutrality(text, language))
            for role in one.roles:
                found += [*role_fit(text, role, (), language), *jargon(text, role)]
            assert found == [], text
        assert not is_closed(one.text[language], wording(language))


def test_questions_are_short_enough_to_be_said_aloud() -> None:
    assert max(len(one.text[language].split()) for one in all_questions() for language in LANGUAGES) <= 24


def test_a_clause_takes_those_below_it_with_it_and_no_other_that_begins_alike() -> None:
    assert {one.id for one in chosen(clause="8.5.1")} >= {one.id for one in chosen(clause="8.5.1.3")} != set()
    assert chosen(clause="8.5.1.30") == ()
    assert chosen(role="sponsor", lesson="l1", clause="8.4.1")


def test_a_role_or_lesson_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(WrongUse, match=r'there is no role "boss".*service_owner'):
        chosen(role="boss")
    with pytest.raises(WrongUse, match=r'there is no lesson "L9".*thread'):
        chosen(lesson="L9")


def test_questions_that_suit_bear_on_the_clauses_first_and_are_for_the_role() -> None:
    found = suiting("practitioner", {"8.5.1.3", "8.5.1.2"}, 6)
    assert (found[0].id, len(found)) == ("T-16", 6)
    shared = [len({"8.5.1.3", "8.5.1.2"} & set(one.clauses)) for one in found]
    assert all(first >= second for first, second in pairwise(shared))
    assert all("practitioner" in one.roles for one in found)
