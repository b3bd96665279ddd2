"""Statements of findings, good and bad, in English and German: how many are refused rightly, wrongly, or not at all."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from ringtrue.method.findings.names import Names, names
from ringtrue.method.findings.wording import breach_in, remedy_in

HERE = Path(__file__).parent
BANKS: dict[str, dict[str, Any]] = {
    name: yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    for name in ("statements", "more_statements", "unseen")
}
SETTLED = ("statements", "more_statements")


def _names(bank: str) -> Names:
    given = BANKS[bank]
    others = [word for other in given["others"] for word in (other["id"], other["name"])]
    return names([(one["id"], one["name"]) for one in given["people"]], others)


def _all(kind: str, banks: tuple[str, ...] = SETTLED) -> list[tuple[str, str]]:
    return [
        (bank, text) for bank in banks for language in ("en", "de") for text in BANKS[bank][kind][language]
    ]


def test_there_are_at_least_sixty_good_and_sixty_bad_statements_in_each_language() -> None:
    for language in ("en", "de"):
        good = sum(len(bank["good"][language]) for bank in BANKS.values())
        bad = sum(len(bank[kind][language]) for bank in BANKS.values() for kind in ("remedy", "person"))
        assert good >= 60 and bad >= 60


@pytest.mark.parametrize(("bank", "statement"), _all("good"))
def test_a_good_statement_is_not_refused(bank: str, statement: str) -> None:
    assert remedy_in(statement) is None
    assert _names(bank).found_in(statement) == ()


@pytest.mark.parametrize(("bank", "statement"), _all("remedy"))
def test_a_remedy_is_seen_and_no_person_in_it(bank: str, statement: str) -> None:
    assert remedy_in(statement)
    assert _names(bank).found_in(statement) == ()


@pytest.mark.parametrize(("bank", "statement"), _all("person"))
def test_a_person_is_seen_and_no_remedy_in_it(bank: str, statement: str) -> None:
    assert _names(bank).found_in(statement)
    assert remedy_in(statement) is None


def test_of_unseen_statements_at_most_one_in_twenty_is_refused_wrongly() -> None:
    good = _all("good", ("unseen",))
    wrong = [text for bank, text in good if remedy_in(text) or _names(bank).found_in(text)]
    assert len(wrong) / len(good) <= 0.05


def test_of_unseen_remedies_and_persons_at_least_four_in_five_are_seen() -> None:
    remedies, persons = _all("remedy", ("unseen",)), _all("person", ("unseen",))
    assert sum(remedy_in(text) is not None for _, text in remedies) / len(remedies) >= 0.8
    assert sum(bool(_names(bank).found_in(text)) for bank, text in persons) / len(persons) >= 0.8


def test_names_of_teams_and_services_are_none_of_persons_whatever_words_they_are_made_of() -> None:
    known = names([("a.koch", "Anton Koch"), ("clara", "Clara Novak")], ["Koch IT", "Team Novak", "Clara"])
    assert known.found_in("Koch IT and Team Novak answer what Clara does not.") == ()
    assert known.found_in("Anton Koch answers it.") == ("Anton Koch",)


def test_an_id_inside_a_longer_id_is_not_that_id() -> None:
    known = names([("customer-05", None)], ["customer"])
    assert known.found_in("The customer confirmed it.") == ()
    assert known.found_in("It was confirmed by customer-05.") == ("customer-05",)


def test_numbers_are_no_persons_even_where_staff_numbers_are_ids() -> None:
    known = names([("59", None), ("4", "Ana Ruiz")], [])
    assert known.found_in("4 of 59 sampled changes were approved late.") == ()
    assert known.found_in("Employee no. 59 approved them.") == ("Employee no. 59",)


def test_a_word_that_is_also_a_name_is_a_word_alone_and_a_name_with_its_first_name() -> None:
    known = names([("x", "May Young")], [])
    assert known.found_in("In May young services had no owner. Young services are new.") == ()
    assert known.found_in("May Young had no deputy.") == ("May Young",)


def test_nobody_is_named_where_nobody_is_known_but_forms_of_address_tell() -> None:
    assert Names().found_in("The service owner, Mrs. Okafor, was asked.") == ("Mrs. Okafor",)
    assert Names().found_in("One answer per person 12 months apart.") == ()


@pytest.mark.slow
def test_an_endless_statement_is_read_in_seconds() -> None:
    begun = time.monotonic()
    assert remedy_in("that should which the the the " * 20_000) is None
    assert names([("a.meyer", "Anna Meyer")], ["network"]).found_in("network a " * 50_000) == ()
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize(
    "statement",
    [
        "The requirement is not fulfilled in three services.",
        "Reviews are held contrary to the procedure.",
        "Die Anforderung wird in drei Services nicht erfüllt.",
        "Das Vorgehen verstößt gegen die Richtlinie.",
    ],
)
def test_words_that_tell_of_a_breach_are_seen(statement: str) -> None:
    assert breach_in(statement)


def test_an_opportunity_tells_of_no_breach() -> None:
    assert breach_in("The outcome measure could be read in more reviews than one a year.") is None
