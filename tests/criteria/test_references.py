"""The clause that somebody meant is found; numbers of the edition of 2011 are refused with the reason."""

import pytest

from ringtrue.criteria.former import former_editions
from ringtrue.criteria.read import all_criteria, criteria_named
from ringtrue.criteria.references import clause_of, clauses_under, expected_clause, former_clause, reference
from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.errors import FormerClause, UnknownClause

ISO = criteria_named("iso20000-1:2018+amd1:2024")
FITSM = criteria_named("fitsm1:3")
OWN = Criteria(
    id="house",
    title="House rules",
    clauses=(Clause(id="R-1", title="Told"), Clause(id="8.1", title="Own number")),
)


@pytest.mark.parametrize(
    "text",
    [
        "8.5.1.3",
        " 8.5.1.3 ",
        "clause 8.5.1.3",
        "Abschnitt 8.5.1.3",
        "8.5.1.3 Change activities",
        "ISO/IEC 20000-1:2018, 8.5.1.3",
        "ISO/IEC 20000-1:2018 + Amd 1:2024, 8.5.1.3",
        "ISO/IEC 20000-1:2018 with Amd 1:2024, 8.5.1.3",
        "iso20000-1:2018+amd1:2024: 8.5.1.3",
    ],
)
def test_a_clause_is_found_however_it_is_written(text: str) -> None:
    assert clause_of(ISO, text).id == "8.5.1.3"


@pytest.mark.parametrize("text", ["PR12.4", "pr12.4", "FitSM-1 PR12.4", "requirement PR12.4"])
def test_a_requirement_of_fitsm_is_found(text: str) -> None:
    assert clause_of((ISO, FITSM), text).id == "PR12.4"


@pytest.mark.parametrize(
    "clause", [one for one in all_criteria().values() for one in one.clauses], ids=lambda one: one.id
)
def test_every_clause_is_found_by_its_own_number_and_title(clause: Clause) -> None:
    assert clause_of((ISO, FITSM), clause.id) == clause
    assert clause_of((ISO, FITSM), f"{clause.id} {clause.title}") == clause


def test_a_clause_that_is_divided_is_refused_with_its_parts_and_covers_them() -> None:
    with pytest.raises(UnknownClause, match=r"8\.7\.3\.1, 8\.7\.3\.2, 8\.7\.3\.3"):
        clause_of(ISO, "8.7.3")
    assert [one.id for one in clauses_under(ISO, "7.5")] == ["7.5.1", "7.5.2", "7.5.3", "7.5.4"]
    assert len(clauses_under(FITSM, "PR12")) == 6


@pytest.mark.parametrize("text", ["", "x", "99.1", "8.5.1.4", "A.5.1"])
def test_what_is_no_clause_is_refused(text: str) -> None:
    with pytest.raises(UnknownClause) as caught:
        clause_of(ISO, text)
    assert not isinstance(caught.value, FormerClause)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("4.1.1", ["5.1"]),
        ("4.5.4.2", ["9.2"]),
        ("6.6.2", ["8.7.3.2"]),
        ("clause 6.5", ["8.4.3"]),
        ("6.1 Service level management", ["8.3.3"]),
        ("8.1 Incident and service request", ["8.6.1", "8.6.2"]),
        ("8.2 Problem", ["8.6.3"]),
        ("9.2 Änderungsmanagement", ["8.5.1.1", "8.5.1.2", "8.5.1.3"]),
        ("ISO/IEC 20000-1:2011, 9.1", ["8.2.6"]),
        ("9.3 (2011)", ["8.5.3"]),
        ("4.5.3", []),
    ],
)
def test_a_number_of_2011_is_refused_and_says_what_it_is_now_where_that_is_sure(
    text: str, now: list[str]
) -> None:
    with pytest.raises(FormerClause, match="2011, which was withdrawn") as caught:
        clause_of(ISO, text)
    assert list(caught.value.now) == now
    assert ("there is no one clause" in str(caught.value)) == (not now)


@pytest.mark.parametrize(
    "text", ["6.1", "8.1", "9.2", "9.2 Internal audit", "6.1 Risks", "5.3 Roles", "7.1 Resources"]
)
def test_a_number_that_both_editions_have_is_that_of_2018_unless_its_words_say_otherwise(text: str) -> None:
    assert clause_of(ISO, text).id == text.split()[0]


def test_a_text_that_only_names_2011_is_refused() -> None:
    with pytest.raises(FormerClause, match="It names ISO/IEC 20000-1:2011"):
        clause_of(ISO, "ISO/IEC 20000-1:2011")


def test_what_2011_became_are_clauses_of_its_successor() -> None:
    (former,) = former_editions()
    named = {clause for number in former.numbers for clause in number.now}
    assert named <= {one.id for one in ISO.clauses}
    assert former.successor == ISO.id


def test_a_number_in_two_criteria_needs_their_name() -> None:
    with pytest.raises(UnknownClause, match=r"ISO/IEC 20000-1:2018 with Amd 1:2024 and House rules"):
        clause_of((ISO, OWN), "8.1")
    assert clause_of((ISO, OWN), "house: 8.1").title == "Own number"
    assert clause_of((ISO, OWN), f"{ISO.id}: 8.1").title == "Operational control"
    assert clause_of((ISO, OWN), "R-1").title == "Told"


def test_only_former_numbers_are_told_as_such() -> None:
    assert former_clause(ISO, "A.5.1") is None
    assert former_clause(ISO, "7.5") is None
    assert expected_clause(ISO, "8.6.1") is None
    assert (
        expected_clause(ISO, "4.1.2")
        == "5.2.1 or 5.2.2; 4.1.2 is of ISO/IEC 20000-1:2011, which was withdrawn"
    )


def test_a_reference_names_edition_and_amendment() -> None:
    assert reference(ISO, ISO.clauses[0]) == "ISO/IEC 20000-1:2018 with Amd 1:2024, 4.1"
