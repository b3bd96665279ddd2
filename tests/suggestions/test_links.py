"""Proposals come from the wording, at most three a text, and only where something is shared."""

from ringtrue.suggestions.kinds import known_measures, likely_kinds
from ringtrue.suggestions.links import likely_links


def test_the_text_with_the_same_words_comes_first() -> None:
    links = likely_links(
        ["orders leave the warehouse on the day"], ["pay is right", "orders leave on their day", "till opens"]
    )
    assert (links[0].other, links[0].rank) == (1, 1)


def test_there_are_at_most_three_proposals_for_a_text() -> None:
    assert len(likely_links(["backup of the mail"], ["backup of the mail"] * 9)) == 3


def test_texts_that_share_nothing_get_no_proposal() -> None:
    assert likely_links(["zzz"], ["aaa", ""]) == []
    assert likely_links([], ["aaa"]) == []
    assert likely_links(["aaa"], []) == []


def test_case_and_accents_do_not_matter() -> None:
    assert likely_links(["Disponibilité DU SYSTÈME"], ["disponibilite du systeme"])[0].score == 1.0


def test_the_same_texts_give_the_same_proposals() -> None:
    texts = [f"requirement {number} of the service" for number in range(40)]
    assert likely_links(texts, texts) == likely_links(texts, texts)


def test_measures_are_recognised_in_four_languages() -> None:
    asked = {
        "Anzahl bearbeiteter Tickets": "activity",
        "disponibilité mensuelle du système": "output",
        "horas de trabajo perdidas": "outcome",
        "orders shipped on the day": "outcome",
    }
    first = [one.kind for one in likely_kinds([*asked], known_measures()) if one.rank == 1]
    assert first == list(asked.values())


def test_without_known_examples_no_kind_is_proposed() -> None:
    assert likely_kinds(["anything"], {}) == []
