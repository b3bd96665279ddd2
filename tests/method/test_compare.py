"""Two runs side by side: a lead is gone for a reason, a change is one only where the bounds are apart."""

from dataclasses import replace
from typing import Any

import pytest

from ringtrue.method.compare import Comparison, LeadChange, ProcedureChange, compare
from ringtrue.method.compare.compare import estimate
from ringtrue.model.result import (
    SCHEMA,
    AuditInfo,
    ClauseResult,
    Lead,
    ObjectRef,
    ProcedureResult,
    QuestionResult,
    Results,
    ServiceResult,
    SettingUsed,
    SourceResult,
)


def test_the_same_run_twice_says_the_same() -> None:
    found = compare(_run(), _run())
    assert found.is_equal
    assert [one.presence for one in found.leads] == ["in_both"]


def test_leads_are_told_apart_by_their_id() -> None:
    first = _run(_procedure(leads=(_lead("p/a"), _lead("p/b"))))
    second = _run(_procedure(leads=(_lead("p/b"), _lead("p/c"))))
    found = compare(first, second)
    assert [(one.id, one.presence) for one in found.leads] == [
        ("p/b", "in_both"),
        ("p/c", "new"),
        ("p/a", "gone"),
    ]
    assert (_only(found).leads_new, _only(found).leads_gone, _only(found).leads_in_both) == (1, 1, 1)
    assert _only(found).changed and not found.is_equal


def test_a_lead_that_is_not_found_any_more_is_gone_as_none_was_found() -> None:
    assert _gone(_run(_procedure("no_lead"))).reason == "no_lead"


@pytest.mark.parametrize("result", ["insufficient_data", "not_applicable"])
def test_a_lead_whose_procedure_can_say_nothing_now_is_no_improvement(result: str) -> None:
    found = compare(_run(_procedure(leads=(_lead(),))), _run(_procedure(result)))
    assert [one.reason for one in found.leads] == ["no_data"]
    assert any("that is no improvement" in one and "flow.ping-pong" in one for one in found.cautions)


def test_a_lead_of_a_procedure_that_was_not_run_is_told_so() -> None:
    found = compare(_run(_procedure(leads=(_lead(),))), _run(_procedure(id="flow.hop-count")))
    assert [(one.id, one.presence) for one in found.procedures] == [
        ("flow.hop-count", "new"),
        ("flow.ping-pong", "gone"),
    ]
    assert [one.reason for one in found.leads] == ["not_tested"]


def test_a_lead_of_a_service_that_is_not_there_any_more_is_out_of_scope() -> None:
    found = compare(_run(_procedure(leads=(_lead(),))), _run(_procedure("no_lead"), services=("e-mail",)))
    assert [one.reason for one in found.leads] == ["out_of_scope"]
    assert (found.services_new, found.services_gone) == (("e-mail",), ("payroll",))


def test_a_lead_that_is_gone_because_a_setting_is_another_is_told_so_and_the_reader_is_warned() -> None:
    found = compare(_run(_procedure(leads=(_lead(),), least=20)), _run(_procedure("no_lead", least=50)))
    assert [one.reason for one in found.leads] == ["other_settings"]
    assert [(one.name, one.before, one.after) for one in _only(found).settings] == [("least", 20, 50)]
    assert any("Settings are others in flow.ping-pong" in one for one in found.cautions)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ((0.1, 0.2), (0.3, 0.4), True),
        ((0.3, 0.4), (0.1, 0.2), True),
        ((0.1, 0.3), (0.2, 0.4), False),
        ((0.1, 0.2), (0.2, 0.3), False),
        ((0.0, 1.0), (0.4, 0.5), False),
        (None, (0.4, 0.5), None),
        ((0.4, 0.5), None, None),
    ],
)
def test_bounds_are_apart_only_if_they_do_not_touch(first: Any, second: Any, apart: bool | None) -> None:
    assert estimate(0.1, 0.2, first, second).apart is apart


def test_a_share_whose_bounds_are_apart_is_a_change_though_the_result_is_the_same() -> None:
    first, second = (
        _procedure("no_lead", share=0.5, bounds=(0.4, 0.6)),
        _procedure("no_lead", share=0.1, bounds=(0.05, 0.2)),
    )
    assert _only(compare(_run(first), _run(second))).changed


def test_a_share_whose_bounds_overlap_is_none() -> None:
    first, second = (
        _procedure("no_lead", share=0.5, bounds=(0.4, 0.6)),
        _procedure("no_lead", share=0.55, bounds=(0.45, 0.65)),
    )
    found = _only(compare(_run(first), _run(second)))
    assert (found.share.before, found.share.after, found.share.apart, found.changed) == (
        0.5,
        0.55,
        False,
        False,
    )


def test_sources_are_told_as_new_gone_other_bytes_or_read_otherwise() -> None:
    first = _run(sources=(_source("a", "1"), _source("b", "1"), _source("c", "1"), _source("d", "1")))
    second = _run(
        sources=(_source("a", "1"), _source("b", "2"), _source("c", "1", rejected=5), _source("e", "1"))
    )
    found = {one.file: (one.presence, one.changed, one.same_bytes) for one in compare(first, second).sources}
    assert found == {
        "a": ("in_both", False, True),
        "b": ("in_both", True, False),
        "c": ("in_both", True, True),
        "d": ("gone", False, False),
        "e": ("new", False, False),
    }


def test_answers_that_are_others_are_told_for_questions_services_and_clauses() -> None:
    first, second = (
        _run(answer="supported", evidence="operating"),
        _run(answer="contradicted", evidence="none"),
    )
    found = compare(first, second).answers
    assert [(one.kind, one.id, one.before, one.after) for one in found] == [
        ("question", "flow", "supported", "contradicted"),
        ("service", "payroll", "supported", "contradicted"),
        ("clause", "iso 8.6.1", "operating", "none"),
    ]


def test_a_clause_of_older_results_that_names_no_edition_is_that_of_the_only_one() -> None:
    first = _run()
    older = replace(first, clauses=tuple(replace(one, criteria="") for one in first.clauses))
    assert compare(older, first).is_equal


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"organisation": "Other"}, "different organisations (Northwind and Other)"),
        ({"period": ("2026-03-31", "2026-07-31")}, "The two periods overlap"),
        ({"period": ("2026-01-01", "2026-03-31")}, "about the same period"),
        ({"criteria": ("fitsm",)}, "The criteria are others"),
        ({"timezone": "Asia/Tokyo"}, "The time zone is another one (UTC, then Asia/Tokyo)"),
    ],
)
def test_what_makes_runs_hard_to_compare_is_said(change: dict[str, Any], told: str) -> None:
    first = _run()
    second = replace(first, audit=replace(first.audit, **change))
    assert any(told in one for one in compare(first, second).cautions)


def test_periods_that_only_follow_each_other_are_no_caution() -> None:
    first = _run()
    later = replace(first, audit=replace(first.audit, period=("2026-04-01", "2026-06-30")))
    assert compare(first, later).cautions == ()


def test_other_code_is_a_caution_by_its_version_or_where_that_is_the_same_by_its_hash() -> None:
    first = _run()
    assert any(
        "another version (0.1.0, then 0.2.0)" in one
        for one in compare(first, replace(first, version="0.2.0")).cautions
    )
    assert any(
        "though its version is the same" in one for one in compare(first, first, same_code=False).cautions
    )


def _only(found: Comparison) -> ProcedureChange:
    (one,) = found.procedures
    return one


def _gone(second: Results) -> LeadChange:
    (one,) = compare(_run(_procedure(leads=(_lead(),))), second).leads
    assert one.presence == "gone"
    return one


def _lead(id: str = "flow.ping-pong/payroll") -> Lead:
    return Lead(
        id=id, object=ObjectRef(kind="service", id="payroll"), service="payroll", statement="12 of 40 came back", estimate=0.3,
        bounds=(0.2, 0.4), p_value=None, q_value=None, n=40, deviations=12, explanations=(), ask=(), records=12, values={},
    )  # fmt: skip


def _procedure(
    result: Any = "lead",
    *,
    id: str = "flow.ping-pong",
    leads: tuple[Lead, ...] = (),
    share: float | None = None,
    bounds: tuple[float, float] | None = None,
    least: int = 20,
) -> ProcedureResult:
    return ProcedureResult(
        id=id, title="Work does not go back", question="flow", result=result, why="", request="", population=50, judged=40,
        deviations=12, untestable=10, share=share, bounds=bounds, confidence=0.95, coverage=0.8,
        settings=(SettingUsed(name="least", value=least, basis="D"),), clauses=("8.6.1",), judged_table=None, facts=(), leads=leads,
    )  # fmt: skip


def _source(file: str, content: str, rejected: int = 0) -> SourceResult:
    return SourceResult(
        file=file,
        sha256=content,
        importer="tabular",
        rows=10,
        loaded=10 - rejected,
        rejected=rejected,
        issues=0,
        assumptions=(),
    )


def _run(
    procedure: ProcedureResult | None = None,
    *,
    services: tuple[str, ...] = ("payroll",),
    sources: tuple[SourceResult, ...] = (),
    answer: Any = "supported",
    evidence: Any = "operating",
) -> Results:
    return Results(
        schema=SCHEMA,
        run="0123456789ab",
        version="0.1.0",
        audit=AuditInfo(
            title="Audit",
            organisation="Northwind",
            period=("2026-01-01", "2026-03-31"),
            criteria=("iso",),
            timezone="UTC",
        ),
        sources=sources,
        procedures=(procedure or _procedure(leads=(_lead(),)),),
        facts=(),
        services=tuple(
            ServiceResult(id=id, name=id, criticality=None, questions={"flow": answer}, leads=())
            for id in services
        ),
        clauses=(
            ClauseResult(id="8.6.1", title="", evidence=evidence, leads=0, procedures=(), criteria="iso"),
        ),
        questions=(QuestionResult(id="flow", answer=answer, why=""),),
    )
