"""The clause matrix says for each clause what was judged by data, by sample, by interview, and what was not looked at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tests.reports.invented import results as invented

from ringtrue.method.clause_matrix import ClauseRow, clause_matrix, count_rows, covers, current_contents
from ringtrue.model.entry import NewEntry
from ringtrue.model.result import ClauseResult, Results

ISO = "iso20000-1:2018+amd1:2024"


def run_of(*clauses: ClauseResult) -> Results:
    return replace(invented(), clauses=clauses)


def clause(id: str, *procedures: str, criteria: str = ISO) -> ClauseResult:
    return ClauseResult(id=id, title="T", evidence="none", leads=0, procedures=procedures, criteria=criteria)


def row(records: Mapping[str, Any] | None = None, of: ClauseResult | None = None) -> ClauseRow:
    (found,) = clause_matrix(run_of(of or clause("7.4")), records or {})
    return found


def test_a_clause_of_which_nothing_is_known_was_not_looked_at() -> None:
    assert not row().looked_at


def test_procedures_that_judged_and_those_that_did_not_stand_apart() -> None:
    known = invented().procedures
    judged = next(one for one in known if one.judged and one.leads)
    silent = next(one for one in known if not one.judged and one.result == "insufficient_data")
    nothing = next(one for one in known if one.result == "not_applicable" and not one.judged)
    found = row(of=clause("7.4", judged.id, silent.id, nothing.id))
    assert [(one.procedure, one.judged, one.leads) for one in found.by_data] == [
        (judged.id, judged.judged, len(judged.leads))
    ]
    assert [(one.procedure, one.applies) for one in found.not_judged] == [
        (silent.id, True),
        (nothing.id, False),
    ]
    assert found.looked_at


def test_a_lead_that_was_explained_is_no_longer_open_and_a_verified_one_is() -> None:
    judged = next(one for one in invented().procedures if len(one.leads) > 1)
    first, second = (lead.id for lead in judged.leads[:2])
    told = {"D1": {"lead": first, "outcome": "explained"}, "D2": {"lead": second, "outcome": "verified"}}
    found = row({"disposition": told}, clause("7.4", judged.id))
    assert first in found.leads
    assert first not in found.open_leads
    assert second in found.open_leads
    assert found.by_data[0].open_leads == len(judged.leads) - 1


def test_a_sample_counts_by_its_clauses_and_a_record_that_is_missing_deviates() -> None:
    records = {
        "sample": {"S1": {"clauses": ["7.4"]}, "S2": {"clauses": ["9.1"]}},
        "sample_item": {
            "I1": {"sample": "S1", "result": "pass"},
            "I2": {"sample": "S1", "result": "deviation"},
            "I3": {"sample": "S1", "result": "not_produced"},
            "I4": {"sample": "S1", "result": "open"},
            "I5": {"sample": "S2", "result": "deviation"},
        },
    }
    sampled = row(records).sampled
    assert (sampled.samples, sampled.drawn, sampled.looked_at, sampled.deviations) == (("S1",), 4, 3, 2)


def test_a_sample_without_clauses_counts_for_those_of_its_procedure() -> None:
    records = {"sample": {"S1": {"procedure": "flow.hop-count"}}}
    assert row(records, clause("8.6.1", "flow.hop-count")).sampled.samples == ("S1",)
    assert row(records, clause("9.1", "flow.ping-pong")).sampled.samples == ()


def test_a_sample_that_was_drawn_and_not_looked_at_shows_nothing_yet() -> None:
    records = {"sample": {"S1": {"clauses": ["7.4"], "drawn": 59}}, "sample_item": {"I1": {"sample": "S1"}}}
    assert not row(records).looked_at
    assert row(records).sampled.drawn == 59


def test_an_answer_passes_from_two_and_a_half_in_the_mean_of_its_raters() -> None:
    records = {
        "question": {"Q1": {"clauses": ["7.4"]}, "Q2": {"clauses": ["9.1"]}},
        "answer": {
            "A1": {"interview": "V1", "question": "Q1", "score": 2},
            "A2": {"interview": "V1", "question": "Q1", "score": 3},
            "A3": {"interview": "V2", "question": "Q1", "score": 2.4},
            "A4": {"interview": "V3", "question": "Q1"},
            "A5": {"interview": "V1", "question": "Q2", "score": 4},
        },
    }
    asked = row(records).asked
    assert (asked.interviews, asked.answers, asked.scored, asked.passed) == (("V1", "V2", "V3"), 3, 2, 1)


def test_questions_of_a_bank_count_as_well() -> None:
    records = {"answer": {"A1": {"interview": "V1", "question": "B-1"}}}
    (found,) = clause_matrix(run_of(clause("7.4")), records, {"B-1": ["7.4"]})
    assert found.asked.answers == 1


def test_a_finding_counts_for_the_clause_of_its_own_criteria_only() -> None:
    records = {
        "finding": {
            "F1": {"grade": "minor_nc", "requirement": {"criteria": ISO, "clause": "7.4"}},
            "F2": {"grade": None, "requirement": {"criteria": "house", "clause": "7.4"}},
            "F3": {"grade": None, "clauses": ["7.4"]},
        }
    }
    assert row(records).findings == {"minor_nc": ("F1",), "draft": ("F3",)}
    assert row(records, clause("7.4", criteria="house")).findings == {"draft": ("F2", "F3")}


def test_a_draft_of_a_finding_is_no_look() -> None:
    assert not row({"finding": {"F1": {"clauses": ["7.4"]}}}).looked_at
    assert row({"finding": {"F1": {"clauses": ["7.4"], "grade": "conforming"}}}).looked_at


def test_a_number_covers_itself_and_those_below_it() -> None:
    assert covers("7.5", "7.5.3")
    assert covers("7.5.3", "7.5.3")
    assert not covers("7.5", "7.50")
    assert not covers("7.5.3", "7.5")
    assert not covers("", "7.5")


def test_clauses_are_counted_by_how_they_were_judged() -> None:
    counted = count_rows([row(), row({"finding": {"F1": {"clauses": ["7.4"], "grade": "ofi"}}})])
    assert counted == {"data": 0, "sample": 0, "interview": 0, "nothing": 1}


def test_the_current_content_of_a_record_is_its_last() -> None:
    def entry(id: str, n: int) -> NewEntry:
        return NewEntry(
            kind="finding", id=id, by="ada", at="2026-11-24T14:00:00Z", reason="r", content={"n": n}
        )

    assert current_contents([entry("F1", 1), entry("F2", 2), entry("F1", 3)]) == {
        "finding": {"F1": {"n": 3}, "F2": {"n": 2}}
    }
