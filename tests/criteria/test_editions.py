"""What ships to judge by: every clause is there, and nothing of it is empty without a reason."""

import csv
from pathlib import Path

import pytest

from ringtrue.criteria.methods import DEFAULT_METHOD, method_named, methods
from ringtrue.criteria.read import all_criteria, criteria_named
from ringtrue.criteria.records import told_wrong
from ringtrue.engine.audit import audit_file
from ringtrue.model.criteria import Clause
from ringtrue.model.errors import NotCriteria, WrongUse

ISO = "iso20000-1:2018+amd1:2024"
FITSM_DATA = Path("/work/shared/data/fitsm/fitsm1_v3_requirements.csv")

CLAUSES = [
    "4.1",
    "4.2",
    "4.3",
    "4.4",
    "5.1",
    "5.2.1",
    "5.2.2",
    "5.3",
    "6.1",
    "6.2.1",
    "6.2.2",
    "6.3",
    "7.1",
    "7.2",
    "7.3",
    "7.4",
    "7.5.1",
    "7.5.2",
    "7.5.3",
    "7.5.4",
    "7.6",
    "8.1",
    "8.2.1",
    "8.2.2",
    "8.2.3",
    "8.2.4",
    "8.2.5",
    "8.2.6",
    "8.3.1",
    "8.3.2",
    "8.3.3",
    "8.3.4.1",
    "8.3.4.2",
    "8.4.1",
    "8.4.2",
    "8.4.3",
    "8.5.1.1",
    "8.5.1.2",
    "8.5.1.3",
    "8.5.2.1",
    "8.5.2.2",
    "8.5.2.3",
    "8.5.3",
    "8.6.1",
    "8.6.2",
    "8.6.3",
    "8.7.1",
    "8.7.2",
    "8.7.3.1",
    "8.7.3.2",
    "8.7.3.3",
    "9.1",
    "9.2",
    "9.3",
    "9.4",
    "10.1",
    "10.2",
]
"""The clauses of ISO/IEC 20000-1:2018 that hold requirements."""

EVERY = [(one.id, clause) for one in all_criteria().values() for clause in one.clauses]


def test_iso_20000_has_every_clause_in_its_order() -> None:
    assert [clause.id for clause in criteria_named(ISO).clauses] == CLAUSES


@pytest.mark.parametrize("clause", criteria_named(ISO).clauses, ids=lambda clause: clause.id)
def test_nothing_of_a_clause_is_empty_without_a_reason(clause: Clause) -> None:
    told = (
        clause.title,
        clause.intent,
        clause.evidence,
        clause.typical_nonconformity,
        clause.outcome_question,
    )
    assert all(text.strip() for text in told)
    assert bool(clause.documented) != bool(clause.undocumented), "in writing, or why not: one of the two"
    assert bool(clause.procedures) != bool(clause.unjudged), "procedures, or why none: one of the two"
    assert clause.outcome_question.endswith("?")


def test_no_two_clauses_say_the_same() -> None:
    told = [(one.intent, one.outcome_question) for one in criteria_named(ISO).clauses]
    assert len(set(told)) == len(told)


def test_the_edition_says_standard_edition_and_amendment() -> None:
    edition = criteria_named(ISO).edition_of
    assert (edition.standard, edition.edition, edition.amendment) == ("ISO/IEC 20000-1", "2018", "Amd 1:2024")


@pytest.mark.parametrize(("criteria", "clause"), EVERY, ids=[f"{one}-{each.id}" for one, each in EVERY])
def test_records_that_speak_of_a_clause_are_in_the_tables(criteria: str, clause: Clause) -> None:
    assert [told_wrong(text) for text in (*clause.described_in, *clause.shown_by) if told_wrong(text)] == []


def test_a_table_a_column_and_a_value_that_are_not_there_are_told() -> None:
    assert "no canonical table" in told_wrong("risks")
    assert 'no column "colour"' in told_wrong("cases colour=red")
    assert 'never "wish"' in told_wrong("cases kind=wish")
    assert "true or false" in told_wrong("changes major=yes")
    assert "empty" in told_wrong("  ")


def test_fitsm_has_its_requirements_with_attribution_and_says_how_each_is_judged() -> None:
    fitsm = criteria_named("fitsm1:3")
    assert len(fitsm.clauses) == 82
    assert "CC BY 4.0" in fitsm.attribution
    assert "ITEMO" in fitsm.attribution
    assert all(one.text.endswith(".") and one.title for one in fitsm.clauses)
    assert all(bool(one.procedures) != bool(one.unjudged) for one in fitsm.clauses)


@pytest.mark.skipif(not FITSM_DATA.exists(), reason="the reference text of FitSM-1 is not on this machine")
def test_the_text_of_fitsm_is_that_of_the_reference_word_by_word() -> None:
    with FITSM_DATA.open(encoding="utf-8", newline="") as file:
        reference = {row["id"]: row["text"] for row in csv.DictReader(file)}
    assert {one.id: one.text for one in criteria_named("fitsm1:3").clauses} == reference


@pytest.mark.parametrize("name", ["iso19011:2018", "iso19011:2026", "ISO 19011:2026", "iso19011"])
def test_the_method_is_no_criterion(name: str) -> None:
    with pytest.raises(NotCriteria, match="tells how to audit"):
        criteria_named(name)


@pytest.mark.parametrize("name", ["iso20000-1:2011", "ISO/IEC 20000-1:2011", "ISO 20000-1 2011"])
def test_the_edition_of_2011_is_no_criterion_and_the_one_in_force_is_named(name: str) -> None:
    with pytest.raises(NotCriteria, match=r"withdrawn.*iso20000-1:2018\+amd1:2024"):
        criteria_named(name)


def test_criteria_that_nobody_knows_are_told_with_those_that_ship() -> None:
    with pytest.raises(WrongUse, match="fitsm1:3"):
        criteria_named("iso9001")


def test_the_method_has_two_editions_with_their_steps() -> None:
    assert list(methods()) == ["iso19011:2018", "iso19011:2026"]
    assert [one.edition.edition for one in methods().values()] == ["2018", "2026"]
    assert all(one.steps[-1].name.startswith("Follow-up") for one in methods().values())


def test_the_method_of_an_audit_file_is_one_that_is_known() -> None:
    assert DEFAULT_METHOD == audit_file.DEFAULT_METHOD == audit_file.AuditFile().method
    assert method_named(DEFAULT_METHOD).edition.standard == "ISO 19011"
    with pytest.raises(WrongUse, match=r"Known: iso19011:2018, iso19011:2026"):
        method_named("iso20000-1:2018+amd1:2024")
