"""The clause matrix reads records by the names of their fields: those names are there."""

from dataclasses import fields
from typing import get_args

from ringtrue.model.finding import GRADES, OUTCOMES, Disposition, Finding, Requirement
from ringtrue.model.interview import Answer, Question
from ringtrue.model.sample import ItemResult, Sample, SampleItem
from ringtrue.reports.sections import clauses


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_the_fields_by_which_records_are_read_are_there() -> None:
    assert names(Sample) >= {"clauses", "procedure", "drawn"}
    assert names(SampleItem) >= {"sample", "result"}
    assert set(get_args(ItemResult)) == {"open", "pass", "deviation", "not_produced"}
    assert names(Question) >= {"clauses"}
    assert names(Answer) >= {"interview", "question", "score"}
    assert names(Finding) >= {"grade", "clauses", "requirement"}
    assert names(Requirement) >= {"criteria", "clause"}
    assert names(Disposition) >= {"lead", "outcome"}
    assert "verified" in OUTCOMES


def test_every_grade_has_its_words_in_the_matrix() -> None:
    assert set(clauses.GRADES) == {*GRADES, "draft"}
