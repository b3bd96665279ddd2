"""Every number of the results stands in the OSCAL file, with all its digits, and none besides."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from ringtrue.model.result import Fact, Lead, ProcedureResult
from ringtrue.reports.oscal.pieces import prose, string
from tests.reports.invented import results
from tests.reports.oscal.drawn import draw, observations, values


@pytest.fixture
def told(tmp_path: Path) -> dict[str, Any]:
    return draw(tmp_path, results())[0]


def test_of_every_procedure(told: dict[str, Any]) -> None:
    found = {values(one)["procedure"]: values(one) for one in observations(told, "procedure")}
    assert {id: _given(one) for id, one in found.items()} == {
        one.id: _given(_of_procedure(one)) for one in results().procedures
    }


def test_a_share_is_told_with_all_its_digits(told: dict[str, Any]) -> None:
    shares = {one.id: one.share for one in results().procedures if one.share is not None}
    found = {values(one)["procedure"]: values(one).get("share") for one in observations(told, "procedure")}
    assert {id: float(share) for id, share in found.items() if share is not None} == shares


def test_of_every_lead(told: dict[str, Any]) -> None:
    found = {values(one)["lead"]: one for one in observations(told, "lead")}
    leads = [(procedure, lead) for procedure in results().procedures for lead in procedure.leads]
    assert len(found) == len(leads) > 5
    for procedure, lead in leads:
        one = found[string(lead.id)]
        assert values(one) == _given(_of_lead(procedure, lead))
        assert one["description"] == prose(lead.statement)


def test_of_every_fact(told: dict[str, Any]) -> None:
    facts = [(one.id, fact) for one in results().procedures for fact in one.facts]
    facts += [("", fact) for fact in results().facts]
    found = observations(told, "fact")
    assert [values(one) for one in found] == [_given(_of_fact(procedure, fact)) for procedure, fact in facts]
    assert [one["description"] for one in found] == [prose(fact.statement) for _, fact in facts]


def test_of_every_clause_and_service_and_question(told: dict[str, Any]) -> None:
    run = results()
    assert [
        (values(one)["clause"], values(one)["evidence"], int(values(one)["leads"]))
        for one in observations(told, "clause")
    ] == [(one.id, one.evidence, one.leads) for one in run.clauses]
    for one, service in zip(observations(told, "service"), run.services, strict=True):
        found = values(one)
        assert (found["service"], int(found["leads"])) == (service.id, len(service.leads))
        assert {id: found[f"question-{id}"] for id in service.questions} == dict(service.questions)
    answers = values(told["results"][0])
    assert {one.id: answers[f"question-{one.id}"] for one in run.questions} == {
        one.id: one.answer for one in run.questions
    }


def test_of_every_source_with_its_hash(told: dict[str, Any]) -> None:
    found = {
        one["rlinks"][0]["hashes"][0]["value"]: values(one)
        for one in told["back-matter"]["resources"]
        if "rlinks" in one
    }
    for source in results().sources:
        numbers = found[source.sha256]
        counted = ("rows", "loaded", "rejected", "issues")
        assert {name: int(numbers[name]) for name in counted} == {
            name: getattr(source, name) for name in counted
        }


def test_a_result_of_a_run_that_is_read_back_from_its_file_is_the_same(
    tmp_path: Path, told: dict[str, Any]
) -> None:
    from ringtrue.reports.schema import read_results

    file = tmp_path / "results.json"
    file.write_text(json.dumps(asdict(results()), default=str), "utf-8")
    again, _ = draw(tmp_path / "again", read_results(file))
    assert again == told


def _of_procedure(one: ProcedureResult) -> dict[str, object]:
    names = (
        "question",
        "result",
        "population",
        "judged",
        "deviations",
        "untestable",
        "share",
        "confidence",
        "coverage",
    )
    low, high = one.bounds or (None, None)
    return {
        "procedure": one.id, **{name: getattr(one, name) for name in names}, "lower": low, "upper": high,
        "leads": len(one.leads), "clauses": ", ".join(one.clauses),
    }  # fmt: skip


def _of_lead(procedure: ProcedureResult, one: Lead) -> dict[str, object]:
    low, high = one.bounds or (None, None)
    return {
        "lead": one.id, "procedure": procedure.id, "object-kind": one.object.kind, "object": one.object.id,
        "measure": procedure.measure or "share", "estimate": one.estimate, "lower": low, "upper": high, "p-value": one.p_value,
        "q-value": one.q_value, "n": one.n, "deviations": one.deviations, "records": one.records,
        **{f"value-{name}": value for name, value in one.values.items()},
    }  # fmt: skip


def _of_fact(procedure: str, one: Fact) -> dict[str, object]:
    low, high = one.bounds or (None, None)
    return {
        "fact": one.id, "procedure": procedure, "value": one.value, "n": one.n, "lower": low, "upper": high, "unit": one.unit,
        "object-kind": one.object.kind if one.object else None, "object": one.object.id if one.object else None,
    }  # fmt: skip


def _given(values: dict[str, Any]) -> dict[str, str]:
    return {name: string(value) for name, value in values.items() if value is not None and value != ""}
