"""The response chain: each step in its order, by whom it is due, to the verified effect; reopening keeps what was."""

from dataclasses import replace
from typing import Any

import pytest

from ringtrue.method.findings.known import Known, OwnWork
from ringtrue.method.findings.names import names
from ringtrue.method.follow_up.actions import actions_of
from ringtrue.method.follow_up.awaited import awaited
from ringtrue.method.follow_up.chain import chain_of
from ringtrue.method.follow_up.refuse import FollowUp, accepted_response, response_refusals
from ringtrue.model.errors import ResponseRefused
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Extent, Finding, Requirement
from ringtrue.model.follow_up import NewCases, Response
from ringtrue.tables import all_tables

SEEN = Evidence(
    id="E-001",
    shows="The approval stands before the start",
    event_on="2026-06-01",
    captured_at="2026-06-02",
    obtained="examined",
    collected_by="Ada",
    place="Change tool",
    verified_by="Ada",
    verified_at="2026-06-02",
)
MINOR = Finding(
    id="F-001",
    statement="Approval does not consistently precede deployment.",
    requirement=Requirement(clause="8.5.1.3", text="Changes are approved first"),
    extent=Extent(found=4, looked_at=59),
    grade="minor_nc",
    written_by="Ada",
    service="payroll",
)
TEAM = frozenset({"Ada", "Ben"})


def _step(step: Any, by: str = "Cleo", **told: Any) -> Response:
    given = {"text": f"{step} told", "on": "2026-05-01", **told}
    return Response(id=f"F-001/{step}/{given}", finding="F-001", step=step, by=by, **given)


CORRECTION = _step("correction", action="C1", owner="change desk")
EXTENT, CAUSE = _step("extent"), _step("root_cause", text="The tool lets work begin without approval")
ACTION = _step("corrective_action", action="A1", owner="tool team", due_on="2026-06-01")
ACCEPTED = _step("accepted", by="Ada", on="2026-05-10")
DONE_C1, DONE_A1 = (
    _step("implemented", action="C1", on="2026-05-02"),
    _step("implemented", action="A1", on="2026-05-20"),
)
ENOUGH = NewCases(cases=29, repeats=0, since="2026-05-20")
EFFECTIVE = _step("effectiveness", by="Ada", on="2026-08-01", effective=True, new_cases=ENOUGH)
CLOSED = _step("closed", by="Ada", on="2026-08-02")
WHOLE = (CORRECTION, EXTENT, CAUSE, ACTION, ACCEPTED, DONE_C1, DONE_A1, EFFECTIVE, CLOSED)


def _rules(before: Any, new: Response, finding: Finding = MINOR, known: Known | None = None) -> list[str]:
    follow_up = FollowUp(before, TEAM, known or Known(evidence={"E-001": SEEN}))
    return [one.rule for one in response_refusals(finding, new, follow_up)]


@pytest.mark.parametrize("place", range(len(WHOLE)))
def test_the_whole_chain_is_taken_step_by_step(place: int) -> None:
    assert _rules(WHOLE[:place], WHOLE[place]) == []


@pytest.mark.parametrize("place", range(1, 5))
def test_a_step_of_the_answer_is_not_taken_before_those_that_come_first(place: int) -> None:
    assert "order" in _rules(WHOLE[: place - 1], WHOLE[place])


def test_states_follow_the_steps() -> None:
    states = [chain_of(MINOR, WHOLE[:place]).state for place in range(len(WHOLE) + 1)]
    assert states == [
        "waiting_for_answer",
        "waiting_for_answer",
        "waiting_for_answer",
        "waiting_for_answer",
        "answered",
        "accepted",
        "accepted",
        "implemented",
        "effective",
        "closed",
    ]


def test_what_is_waited_for_is_told_with_whose_it_is() -> None:
    told = [awaited(MINOR, chain_of(MINOR, WHOLE[:place])) for place in range(len(WHOLE) + 1)]
    assert [one.whose for one in told] == ["auditee"] * 4 + ["auditors"] + ["auditee"] * 2 + [
        "auditors"
    ] * 2 + [""]
    assert told[5].what == "Carrying out A1, C1" and "29 new cases" in told[7].what


def test_the_answer_is_the_auditees_and_the_decision_the_auditors() -> None:
    assert _rules((), replace(CORRECTION, by="ada")) == ["who"]
    assert _rules(WHOLE[:4], replace(ACCEPTED, by="Dan")) == ["who"]


def test_without_a_plan_nobody_judges_what_they_answered_themselves() -> None:
    follow_up = FollowUp(WHOLE[:4])
    assert [one.rule for one in response_refusals(MINOR, replace(ACCEPTED, by="cleo"), follow_up)] == [
        "own_answer"
    ]
    assert response_refusals(MINOR, replace(ACCEPTED, by="Dan"), follow_up) == ()


def test_nobody_decides_on_own_work() -> None:
    known = Known(own_work=(OwnWork("Ada", services=frozenset({"payroll"})),))
    assert _rules(WHOLE[:4], ACCEPTED, known=known) == ["own_work"]


def test_what_was_not_promised_or_not_accepted_is_not_carried_out() -> None:
    assert _rules(WHOLE[:5], replace(DONE_A1, action="A2")) == ["number"]
    assert _rules(WHOLE[:4], DONE_A1) == ["order"]
    assert _rules(WHOLE[:1], DONE_C1) == []
    assert _rules(WHOLE[:7], DONE_A1) == ["order"]


def test_a_number_stands_for_one_promise() -> None:
    assert _rules(WHOLE[:3], replace(ACTION, action="C1")) == ["number"]
    assert _rules(WHOLE[:3], replace(ACTION, action=None)) == ["no_number"]


def test_effectiveness_waits_until_everything_was_carried_out() -> None:
    assert "order" in _rules((*WHOLE[:5], DONE_A1), EFFECTIVE)


@pytest.mark.parametrize(("cases", "repeats"), [(28, 0), (45, 1), (0, 0)])
def test_too_few_new_cases_show_no_effect(cases: int, repeats: int) -> None:
    few = replace(EFFECTIVE, new_cases=replace(ENOUGH, cases=cases, repeats=repeats))
    assert _rules(WHOLE[:7], few) == ["not_shown"]


def test_it_is_told_how_many_more_cases_it_takes() -> None:
    few = replace(EFFECTIVE, new_cases=replace(ENOUGH, cases=12))
    with pytest.raises(ResponseRefused, match="17 more cases without a repeat"):
        accepted_response(MINOR, few, FollowUp(WHOLE[:7], TEAM))


@pytest.mark.parametrize(
    "seen",
    [
        replace(ENOUGH, repeats=30),
        replace(ENOUGH, cases=-1),
        replace(ENOUGH, tolerable=1.0),
        replace(ENOUGH, since="soon"),
        replace(ENOUGH, since="2026-05-19"),
    ],
)
def test_numbers_that_make_no_sense_are_refused(seen: NewCases) -> None:
    assert _rules(WHOLE[:7], replace(EFFECTIVE, new_cases=seen)) == ["new_cases"]


def test_a_failure_that_was_counted_is_counted_again_and_one_that_was_not_needs_a_reason() -> None:
    uncounted = replace(EFFECTIVE, new_cases=None)
    once = replace(MINOR, extent=None)
    assert _rules(WHOLE[:7], replace(uncounted, without_cases="There is one policy")) == ["new_cases"]
    assert _rules(WHOLE[:7], uncounted, finding=once) == ["new_cases"]
    assert _rules(WHOLE[:7], replace(uncounted, without_cases="There is one policy"), finding=once) == []
    assert _rules(WHOLE[:7], replace(EFFECTIVE, effective=None)) == ["effect"]


def test_nothing_is_closed_before_its_effect_is_verified() -> None:
    assert _rules(WHOLE[:7], CLOSED) == ["order"]


def test_a_major_is_closed_only_when_verified_evidence_shows_correction_and_action() -> None:
    major = replace(MINOR, grade="major_nc")
    assert _rules(WHOLE[:8], CLOSED, finding=major) == ["major_unverified"]
    proven = tuple(
        replace(one, evidence=("E-001",)) if one.step == "implemented" else one for one in WHOLE[:8]
    )
    assert _rules(proven, CLOSED, finding=major) == []
    unverified = Known(evidence={"E-001": replace(SEEN, verified_by=None)})
    assert _rules(proven, CLOSED, finding=major, known=unverified) == ["major_unverified"]
    assert _rules(
        proven, CLOSED, finding=major, known=Known(evidence={"E-001": SEEN}, changed={"E-001": "changed"})
    ) == ["major_unverified"]


def test_what_is_closed_stays_so_until_it_is_reopened_and_then_keeps_its_history() -> None:
    reopened = _step("reopened", by="Ben", on="2026-09-01")
    assert _rules(WHOLE, replace(CAUSE, text="another")) == ["order"]
    assert _rules(WHOLE, reopened) == []
    chain = chain_of(MINOR, (*WHOLE, reopened))
    assert (chain.state, chain.round, len(chain.steps)) == ("reopened", 2, 10)
    again = (*WHOLE, reopened, replace(CAUSE, text="Approval was also skipped by hand"))
    assert _rules(again, replace(ACTION, action="A2")) == []
    assert _rules((*WHOLE, reopened), replace(ACTION, action="A2")) == ["order"]


def test_what_was_found_not_effective_is_reopened_and_nothing_else_is() -> None:
    failed = replace(EFFECTIVE, effective=False, new_cases=replace(ENOUGH, repeats=5))
    assert _rules(WHOLE[:7], failed) == []
    assert chain_of(MINOR, (*WHOLE[:7], failed)).state == "not_effective"
    assert _rules((*WHOLE[:7], failed), _step("reopened", by="Ada")) == []
    assert _rules((*WHOLE[:7], failed), CLOSED) == ["order"]
    assert _rules(WHOLE[:5], _step("reopened", by="Ada")) == ["order"]


def test_a_rejected_answer_needs_a_new_action_before_it_is_accepted() -> None:
    rejected = _step("rejected", by="Ada")
    before = (*WHOLE[:4], rejected)
    assert chain_of(MINOR, before).state == "rejected"
    assert _rules(before, ACCEPTED) == ["order"]
    assert _rules((*before, replace(ACTION, action="A2")), ACCEPTED) == []


def test_what_conforms_or_is_a_draft_asks_for_no_answer() -> None:
    for grade in (None, "conforming", "positive"):
        assert _rules((), CORRECTION, finding=replace(MINOR, grade=grade)) == ["no_answer_needed"]
    assert [one.rule for one in response_refusals(None, CORRECTION, FollowUp())] == ["unknown_finding"]


def test_an_opportunity_may_be_answered_by_an_action_alone() -> None:
    ofi = replace(MINOR, grade="ofi", requirement=None, extent=None)
    assert chain_of(ofi, ()).state == "no_answer_needed"
    steps = (ACTION, ACCEPTED, DONE_A1, CLOSED)
    assert [_rules(steps[:place], one, finding=ofi) for place, one in enumerate(steps)] == [[]] * 4


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"text": ""}, "no_text"),
        ({"by": " "}, "no_name"),
        ({"on": "soon"}, "date"),
        ({"due_on": "x"}, "date"),
    ],
)
def test_each_field_that_a_step_needs_is_asked_for(changed: dict[str, Any], rule: str) -> None:
    assert _rules((), replace(CORRECTION, **changed)) == [rule]


def test_a_cause_is_never_a_person() -> None:
    known = Known(names=names([("a.meyer", "Anna Meyer")], []))
    assert _rules(WHOLE[:2], replace(CAUSE, text="Anna Meyer forgot it"), known=known) == ["person_named"]


def test_evidence_that_is_not_there_or_was_changed_is_not_taken() -> None:
    assert _rules((), replace(CORRECTION, evidence=("E-9",))) == ["unknown_evidence"]
    known = Known(evidence={"E-001": SEEN}, changed={"E-001": "changed"})
    assert _rules((), replace(CORRECTION, evidence=("E-001",)), known=known) == ["evidence_changed"]


def test_actions_become_rows_of_the_canonical_table() -> None:
    correction, action = actions_of([MINOR], WHOLE, {"F-001": "2026-04-20T10:00:00Z"})
    assert set(action) == {column.name for column in all_tables()["actions"].columns}
    assert (correction["id"], correction["kind"], correction["cause"]) == ("F-001/C1", "correction", None)
    assert action == {
        "id": "F-001/A1",
        "kind": "corrective_action",
        "origin_kind": "finding",
        "origin": "F-001",
        "service": "payroll",
        "clause": "8.5.1.3",
        "cause": "The tool lets work begin without approval",
        "measures": [],
        "raised_at": "2026-04-20T10:00:00Z",
        "decided_at": "2026-05-10",
        "done_at": "2026-05-20",
        "checked_at": "2026-08-01",
        "effective": True,
        "owner": "tool team",
    }


def test_an_action_of_an_earlier_round_keeps_its_own_check() -> None:
    failed = replace(EFFECTIVE, effective=False)
    second = (
        *WHOLE[:7],
        failed,
        _step("reopened", by="Ada"),
        replace(CAUSE, text="second cause"),
        replace(ACTION, action="A2"),
        replace(ACCEPTED, on="2026-09-10"),
    )
    rows = {row["id"]: row for row in actions_of([MINOR], second)}
    assert (rows["F-001/A1"]["effective"], rows["F-001/A1"]["decided_at"]) == (False, "2026-05-10")
    assert (rows["F-001/A2"]["effective"], rows["F-001/A2"]["decided_at"]) == (None, "2026-09-10")
    assert rows["F-001/A2"]["cause"] == "second cause"


def test_an_action_on_an_opportunity_is_an_improvement() -> None:
    (row,) = actions_of([replace(MINOR, grade="ofi")], (ACTION,))
    assert row["kind"] == "improvement"
