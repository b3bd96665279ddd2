"""Findings are those that people graded; a lead is an observation, never a finding, never a risk; persons are pseudonyms."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reports.invented import results
from tests.reports.oscal.drawn import draw, observations, values
from tests.reports.oscal.recorded import FINDINGS, entries


@pytest.fixture
def both(tmp_path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    return draw(tmp_path, results(), entries())


@pytest.fixture
def told(both: tuple[dict[str, Any], dict[str, Any]]) -> dict[str, Any]:
    return both[0]


def test_a_run_without_findings_of_people_has_none_though_it_has_leads(tmp_path: Path) -> None:
    (result,) = draw(tmp_path, results())[0]["results"]
    assert any(one["types"] == ["lead"] for one in result["observations"])
    assert "findings" not in result and "risks" not in result


def test_a_draft_is_no_finding_and_is_told_as_left_out(told: dict[str, Any]) -> None:
    (result,) = told["results"]
    assert [values(one)["finding"] for one in result["findings"]] == ["F-1", "F-2", "F-3"]
    assert "3 findings; 1 draft of findings left out." in result["description"]
    assert FINDINGS[3].statement not in json.dumps(told)


def test_the_grade_is_a_property_and_the_state_one_of_oscal_s_two(told: dict[str, Any]) -> None:
    found = {values(one)["grade"]: one["target"] for one in told["results"][0]["findings"]}
    assert {grade: (one["status"]["state"], one["status"]["reason"]) for grade, one in found.items()} == {
        "minor_nc": ("not-satisfied", "fail"),
        "ofi": ("satisfied", "other"),
        "conforming": ("satisfied", "pass"),
    }
    assert "No requirement is breached" in found["ofi"]["status"]["remarks"]


def test_the_target_is_a_clause_of_the_reviewed_controls_or_the_organisation_s_rule(
    told: dict[str, Any],
) -> None:
    (result,) = told["results"]
    reviewed = {
        control["control-id"]
        for selection in result["reviewed-controls"]["control-selections"]
        for control in selection["include-controls"]
    }
    targets = {values(one)["finding"]: one["target"]["target-id"] for one in result["findings"]}
    assert targets["F-1"].endswith("_8.5.1.3")
    assert (targets["F-2"], targets["F-3"]) == ("no-requirement", "rule_Manual-4-reviews")
    assert all(control[0].isalpha() for control in reviewed)


def test_a_finding_leads_to_its_evidence_and_its_procedure_and_tells_what_was_done(
    told: dict[str, Any],
) -> None:
    finding = told["results"][0]["findings"][0]
    related = {one["observation-uuid"] for one in finding["related-observations"]}
    titles = {one["title"] for one in told["results"][0]["observations"] if one["uuid"] in related}
    assert {"Evidence E-1", "Evidence E-2"} < titles and len(titles) == 3
    assert (values(finding)["extent-found"], values(finding)["extent-looked-at"]) == ("4", "59")
    assert "Held against it: The auditee calls them standard changes." in finding["remarks"]
    assert "2026-11-23, corrective action A1: The tool asks for approval first." in finding["remarks"]


def test_evidence_tells_its_three_dates_its_method_and_its_hash(told: dict[str, Any]) -> None:
    first, second = observations(told, "evidence")
    assert (first["methods"], second["methods"]) == (["EXAMINE"], ["INTERVIEW"])
    found = values(first)
    assert (found["event-on"], found["document-on"], found["captured-at"]) == (
        "2026-05-04",
        "2026-05-05",
        "2026-11-20T09:30:00+01:00",
    )
    assert first["collected"] == "2026-11-20T08:30:00Z"
    assert first["relevant-evidence"][0]["href"] == f"../records/evidence/{'ab' * 32}"
    assert (found["verified"], values(second)["verified"]) == ("true", "false")


def test_silence_is_told_as_what_it_is(told: dict[str, Any]) -> None:
    states = {values(one)["result"] for one in observations(told, "procedure")}
    assert states == {one.result for one in results().procedures}
    assert {"insufficient_data", "not_applicable"} <= states


def test_no_person_is_named(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    written = json.dumps(both)
    assert not [name for name in ("Ada", "Ben Example", "Cleo", "Dora", "U-0815") if name in written]
    assert [one["name"] for one in both[0]["metadata"]["parties"]] == [
        "Northwind Services",
        "lead auditor 1",
        "auditor 1",
        "auditor 2",
        "service owner 1",
    ]


def test_an_interview_is_an_observation_by_interview_with_the_role_and_the_service(both: Any) -> None:
    told, plan = both
    (one,) = observations(told, "interview")
    assert one["description"] == "Interview with service owner 1 as service owner."
    named = {component["uuid"]: component["title"] for component in plan["local-definitions"]["components"]}
    assert [
        named[subject["subject-uuid"]] for subject in one["subjects"] if subject["type"] == "component"
    ] == ["Payroll"]


def test_the_plan_tells_team_schedule_exclusions_and_every_procedure_as_an_activity(both: Any) -> None:
    _, plan = both
    assert [one["title"] for one in plan["tasks"]] == ["Changes", "closing meeting"]
    assert plan["tasks"][0]["timing"] == {"on-date": {"date": "2026-11-20T00:00:00Z"}}
    assert "timing" not in plan["tasks"][1]
    terms = {one["name"]: one["prose"] for one in plan["terms-and-conditions"]["parts"]}
    assert terms["assessment-exclusions"] == "Sites abroad."
    activities = [one["title"] for one in plan["local-definitions"]["activities"]]
    assert activities[len(results().procedures) :] == [
        "Attribute sample S-001",
        "Judgement sample S-002",
        "Interviews",
    ]


def test_what_oscal_cannot_express_is_said_in_both_files(both: Any) -> None:
    for file in both:
        remarks = file["metadata"]["remarks"]
        assert "OSCAL has no grades of nonconformity" in remarks
        assert "never a finding and never a risk" in remarks
        assert "copyrighted and is not here" in remarks
