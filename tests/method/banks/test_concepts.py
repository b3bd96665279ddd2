"""The concept guide: each word with a right and a wrong example, in both languages."""

import pytest

from ringtrue.method.banks.concepts import Concept, all_concepts, all_lessons, concepts_named
from ringtrue.method.questions.wording import language_of
from ringtrue.model.errors import WrongUse

WORDS = "service outcome output value utility warranty customer user sponsor value-system control evidence lead finding"
ALL = (*all_lessons(), *all_concepts())


def test_the_words_that_the_method_rests_on_are_there() -> None:
    assert set(WORDS.split()) <= {one.id for one in all_concepts()}
    assert [one.id for one in all_lessons()] == ["L1", "L2", "L3", "L4", "L5", "thread"]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_concept_is_whole_in_both_languages(one: Concept) -> None:
    for part in (one.name, one.meaning, one.right, one.wrong):
        assert set(part) == {"en", "de"}
        assert all(text.strip() for text in part.values())
    assert (language_of(one.meaning["en"]), language_of(one.meaning["de"])) == ("en", "de")
    assert one.right != one.wrong


def test_concepts_lead_to_concepts_that_are_there_and_to_lessons() -> None:
    known = {one.id for one in all_concepts()}
    assert [see for one in all_concepts() for see in one.see if see not in known or see == one.id] == []
    assert {one.lesson for one in all_concepts()} <= {one.id for one in all_lessons()}


@pytest.mark.parametrize(
    ("term", "id"),
    [("customer", "customer"), ("Kunde", "customer"), ("service owner", "service-owner"), ("l3", "L3")],
)
def test_a_concept_is_found_by_its_id_or_its_name_in_any_language(term: str, id: str) -> None:
    assert concepts_named(term)[0].id == id


def test_a_word_that_is_not_there_is_refused_with_near_ones() -> None:
    with pytest.raises(WrongUse, match="Did you mean customer"):
        concepts_named("custommer")
    with pytest.raises(WrongUse, match="`ringtrue concepts` shows all"):
        concepts_named("xyzzy")
