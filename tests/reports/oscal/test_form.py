"""The files have OSCAL's form: read by the models of compliance-trestle, every reference leads somewhere, nothing by chance."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from ringtrue.model.result import AuditInfo, Results
from tests.reports.invented import HOSTILE, results
from tests.reports.oscal.drawn import draw, every
from tests.reports.oscal.recorded import entries


def _empty() -> Results:
    audit = AuditInfo(title="", organisation=None, period=None, criteria=(), timezone="UTC")
    return replace(
        results(), audit=audit, sources=(), procedures=(), facts=(), services=(), clauses=(), questions=()
    )


def _hostile() -> Results:
    run = results()
    leads = tuple(
        replace(one, statement=HOSTILE + "\ud800\n\n# heading", id=HOSTILE) for one in run.procedures[0].leads
    )
    first = replace(run.procedures[0], title=HOSTILE + "\n" + "x" * 100_000, leads=leads, why="\n\n")
    services = tuple(replace(one, name="\n \u202e", id=one.id) for one in run.services)
    return replace(run, procedures=(first, *run.procedures[1:]), services=services)


@pytest.mark.parametrize(
    "run",
    [results(), _empty(), _hostile()],
    ids=["an invented run", "a run of nothing", "a run of hostile text"],
)
@pytest.mark.parametrize("journal", [(), entries()], ids=["without records", "with records"])
def test_both_files_are_read_by_the_models_of_compliance_trestle(
    tmp_path: Path, run: Results, journal: Any
) -> None:
    plans = pytest.importorskip("trestle.oscal.assessment_plan")
    outcomes = pytest.importorskip("trestle.oscal.assessment_results")
    told, plan = draw(tmp_path, run, journal)
    assert outcomes.Model.model_validate({"assessment-results": told}).assessment_results.uuid
    assert plans.Model.model_validate({"assessment-plan": plan}).assessment_plan.uuid


def test_every_reference_leads_to_something_in_one_of_the_two_files(tmp_path: Path) -> None:
    told, plan = draw(tmp_path, results(), entries())
    known = {*every(told, "uuid"), *every(plan, "uuid")}
    named = ("subject-uuid", "actor-uuid", "observation-uuid", "component-uuid")
    asked = [uuid for name in named for uuid in (*every(told, name), *every(plan, name))]
    asked += [uuid for uuids in (*every(told, "party-uuids"), *every(plan, "party-uuids")) for uuid in uuids]
    asked += [href[1:] for href in (*every(told, "href"), *every(plan, "href")) if href.startswith("#")]
    assert len(asked) > 50
    assert set(asked) - known == set()
    roles = {one["id"] for one in told["metadata"]["roles"]}
    assert {*every(told, "role-id"), *every(plan, "role-id")} <= roles


def test_no_id_is_given_twice_in_a_file_and_all_are_made_of_names(tmp_path: Path) -> None:
    for file in draw(tmp_path, results(), entries()):
        uuids = list(every(file, "uuid"))
        assert len(uuids) == len(set(uuids)) > 30
        assert {UUID(one).version for one in uuids} == {5}


def test_the_same_job_gives_the_same_bytes(tmp_path: Path) -> None:
    first = draw(tmp_path / "one", results(), entries())
    assert json.dumps(draw(tmp_path / "two", results(), entries())) == json.dumps(first)


def test_what_outlives_a_run_keeps_its_id_and_what_a_run_says_does_not(tmp_path: Path) -> None:
    first, plan = draw(tmp_path / "one", results(), entries())
    second, later = draw(tmp_path / "two", replace(results(), run="0123456789ab"), entries())
    assert [one["uuid"] for one in first["results"][0]["findings"]] == [
        one["uuid"] for one in second["results"][0]["findings"]
    ]
    assert plan["local-definitions"] == later["local-definitions"]
    assert first["uuid"] != second["uuid"]
    changed, _ = draw(tmp_path / "three", results(), entries()[:-1])
    assert changed["uuid"] != first["uuid"]


def test_the_dates_are_those_that_the_audit_knows_never_the_clock_s(tmp_path: Path) -> None:
    told, _ = draw(tmp_path / "records", results(), entries())
    assert told["metadata"]["last-modified"] == entries()[-1].at
    told, _ = draw(tmp_path / "none", results())
    assert told["metadata"]["last-modified"] == "2026-09-30T00:00:00Z"
    assert (told["results"][0]["start"], told["results"][0]["end"]) == (
        "2026-04-01T00:00:00Z",
        "2026-09-30T00:00:00Z",
    )
    told, _ = draw(tmp_path / "empty", _empty())
    assert told["metadata"]["last-modified"] == "1970-01-01T00:00:00Z"


def test_the_results_import_the_plan_that_lies_beside_them(tmp_path: Path) -> None:
    told, _ = draw(tmp_path, results())
    assert told["import-ap"]["href"] == "report.assessment-plan.json"
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "report.assessment-plan.json",
        "report.assessment-results.json",
    ]


def test_signs_that_would_be_formatting_stand_for_themselves(tmp_path: Path) -> None:
    told, _ = draw(tmp_path, _hostile())
    lead = next(one for one in told["results"][0]["observations"] if one["types"] == ["lead"])
    assert "\\<script\\>" in lead["description"]
    assert "\\{\\{ 7\\*7 \\}\\}" in lead["description"]
    assert "\u202e" not in json.dumps(told, ensure_ascii=False)


def test_no_property_of_ours_stands_outside_our_namespace(tmp_path: Path) -> None:
    for file in draw(tmp_path, results(), entries()):
        assert {one["ns"] for found in every(file, "props") for one in found} == {"urn:ringtrue:oscal"}
