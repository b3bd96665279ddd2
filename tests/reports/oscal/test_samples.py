"""Samples with what they allow to be said, and answers as noted and as scored, are observations with every number."""

from typing import Any

import pytest

from ringtrue.method.sampling.evaluate import evaluate
from ringtrue.reports.oscal.pieces import string
from tests.reports.invented import results
from tests.reports.oscal.drawn import draw, observations, values
from tests.reports.oscal.recorded import ANSWERS, SAMPLES, entries


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    return draw(tmp_path_factory.mktemp("oscal"), results(), entries())


def test_a_sample_tells_its_plan_its_draw_and_what_it_allows_to_be_said(both: Any) -> None:
    told = observations(both[0], "sample")
    for one, (sample, items) in zip(told, SAMPLES, strict=True):
        found, done = values(one), evaluate(sample, items)
        assert sample.population is not None
        expected = {
            "sample": sample.id, "method": sample.method, "confidence": sample.confidence, "tolerable": sample.tolerable,
            "population": sample.population.count, "population-ids-sha256": sample.population.ids_sha256,
            "look-1-n": sample.looks[0].n, "look-1-acceptable": sample.looks[0].acceptable, "seed": sample.seed,
            "seed-sha256": sample.seed_sha256, "drawn-at": sample.drawn_at, "drawn": sample.drawn, "outcome": done.outcome,
            "judged": done.judged, "deviations": done.deviations, "not-produced": done.not_produced,
        }  # fmt: skip
        assert {name: found[name] for name in expected} == {name: string(value) for name, value in expected.items()}  # fmt: skip
        assert (found.get("estimate"), found.get("upper")) == tuple(
            None if value is None else string(value) for value in (done.estimate, done.upper)
        )
    assert "may be up to" in told[0]["description"]
    assert "Nothing follows for records that were not looked at." in told[1]["description"]


def test_every_record_that_was_drawn_is_there_with_its_result_and_its_place(both: Any) -> None:
    for one, (sample, items) in zip(observations(both[0], "sample"), SAMPLES, strict=True):
        told = [values(item) for item in one["relevant-evidence"]]
        assert [(item["sample-item"], item["item"], item["result"]) for item in told] == [
            (f"{sample.id}/{item.number:04}", item.item, item.result) for item in items
        ]
    first = observations(both[0], "sample")[0]["relevant-evidence"][0]
    assert (first["href"], values(first)["source-row"], first["remarks"]) == (
        "../sources/incident.csv",
        "412",
        "closed unsolved",
    )


def test_an_answer_is_told_as_noted_and_as_each_rater_scored_it(both: Any) -> None:
    told = observations(both[0], "answer")
    assert [values(one).get("score") for one in told] == [None, "3", "2.5"]
    assert [values(one).get("rater") for one in told] == [None, "lead auditor 1", "auditor 2"]
    assert {one["description"] for one in told} == {ANSWERS[0].text}
    assert {one["title"] for one in told} == {"Whom does your work serve?"}
    interview = observations(both[0], "interview")[0]["uuid"]
    assert all(one["links"][0]["href"] == f"#{interview}" for one in told)


def test_a_clause_tells_what_was_judged_by_data_by_sample_and_by_interview(both: Any) -> None:
    clauses = {values(one)["clause"]: values(one) for one in observations(both[0], "clause")}
    asked, sampled = clauses["8.5.1.3"], clauses["8.7.1"]
    assert (asked["interviews"], asked["answers"], asked["answers-scored"], asked["answers-passed"]) == (
        "1",
        "1",
        "1",
        "1",
    )
    assert (sampled["sampled"], sampled["sample-items-looked-at"], sampled["sample-deviations"]) == (
        "6",
        "6",
        "2",
    )


def test_the_plan_of_a_sample_tells_its_steps_up_to_the_draw_and_never_the_seed(both: Any) -> None:
    activities = {one["title"]: one for one in both[1]["local-definitions"]["activities"]}
    steps = [one["description"] for one in activities["Attribute sample S-001"]["steps"]]
    assert any("tolerable rate of 5.0" in step for step in steps)
    assert not [step for step in steps if "demo-2026" in step]
    assert activities["Attribute sample S-001"]["related-controls"]


def test_interviews_are_planned_with_the_questions_that_were_put(both: Any) -> None:
    activities = {one["title"]: one for one in both[1]["local-definitions"]["activities"]}
    assert [one["description"] for one in activities["Interviews"]["steps"]] == ["Whom does your work serve?"]
