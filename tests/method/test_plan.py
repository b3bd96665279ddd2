"""A plan: what is refused, what is only told, and how services are weighed."""

from dataclasses import replace
from datetime import date

import pytest

from ringtrue.method.plan.check import Remark, check_plan
from ringtrue.method.plan.risk import weight, weighted
from ringtrue.model.plan import COMPETENCES, Appointment, Member, Plan, ServiceInPlan

ABLE = tuple((skill, 2) for skill in COMPETENCES)
ADA = Member(name="Ada", role="lead_auditor", conflicts_declared_on="2026-10-01", competence=ABLE)
BEN = Member(name="Ben", role="auditor", conflicts_declared_on="2026-10-01", own_work=("pay", "8.5.1.3"))
MAIL = ServiceInPlan(service="mail", name="Mail", in_scope=True, weight=5)
MEETING = Appointment(
    day="2026-11-02",
    starts="09:00",
    ends="10:00",
    activity="interview",
    services=("mail",),
    auditors=("Ada",),
)
SOUND = Plan(
    objectives=("Know whether customers get what they need.",),
    criteria=("iso20000-1:2018+amd1:2024",),
    method="iso19011:2026",
    period=("2026-01-01", "2026-06-30"),
    team=(ADA, BEN),
    services=(MAIL,),
    schedule=(MEETING,),
)


def test_a_sound_plan_has_no_remark() -> None:
    assert check_plan(SOUND) == ()


@pytest.mark.parametrize("subject", [{"services": ("pay",)}, {"clauses": ("8.5.1.3",)}])
def test_nobody_audits_own_work(subject: dict[str, tuple[str, ...]]) -> None:
    told = _refused(replace(SOUND, schedule=(MEETING, replace(MEETING, auditors=("Ben",), **subject))))
    assert any("Ben is to audit own work" in one.text for one in told)


def test_work_of_somebody_else_is_no_conflict() -> None:
    elsewhere = replace(MEETING, auditors=("Ben",), day="2026-11-03")
    assert _refused(replace(SOUND, schedule=(MEETING, elsewhere))) == []


def test_an_auditor_who_declared_nothing_is_refused_and_an_observer_need_not() -> None:
    silent = replace(BEN, conflicts_declared_on=None)
    assert [one.about for one in _refused(replace(SOUND, team=(ADA, silent)))] == ["Ben"]
    assert _refused(replace(SOUND, team=(ADA, replace(silent, role="observer")))) == []


@pytest.mark.parametrize("team", [(BEN,), (ADA, replace(ADA, name="Eve")), ()])
def test_a_team_has_exactly_one_lead_auditor(team: tuple[Member, ...]) -> None:
    assert "team" in [one.about for one in _refused(replace(SOUND, team=team, schedule=()))]


def test_the_team_as_a_whole_has_to_be_able_and_what_it_lacks_is_told() -> None:
    without_data = replace(ADA, competence=ABLE[:-1])
    told = check_plan(replace(SOUND, team=(without_data, BEN)))
    assert [(one.about, one.refused) for one in told] == [("competence", False)]
    assert "data analysis" in told[0].text
    expert = replace(BEN, competence=(("data_analysis", 3),))
    assert check_plan(replace(SOUND, team=(without_data, expert))) == ()


def test_a_heavy_service_left_out_needs_a_reason() -> None:
    left = ServiceInPlan(service="pay", name="Payments", weight=6)
    assert ["left out without a reason" in one.text for one in check_plan(_with(left))] == [True]
    assert check_plan(_with(replace(left, reason="audited in May"))) == ()
    assert check_plan(_with(replace(left, weight=5))) == ()


def test_a_service_in_scope_that_nobody_looks_at_is_told() -> None:
    told = check_plan(_with(ServiceInPlan(service="pay", name="Payments", in_scope=True)))
    assert [one.text for one in told] == ["Payments is in scope, but in no appointment."]


def test_nobody_is_in_two_places_at_once() -> None:
    other = replace(MEETING, starts="09:30", ends="11:00")
    assert [one.about for one in _refused(replace(SOUND, schedule=(MEETING, other)))] == ["2026-11-02 09:30"]
    assert _refused(replace(SOUND, schedule=(MEETING, replace(other, starts="10:00")))) == []


@pytest.mark.parametrize(
    "change",
    [{"ends": "09:00"}, {"activity": "lunch"}, {"auditors": ("Dan",)}],
)
def test_an_appointment_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    assert (
        len(_refused(replace(SOUND, schedule=(MEETING, replace(MEETING, day="2026-11-03", **change))))) == 1
    )


@pytest.mark.parametrize("change", [{"objectives": ()}, {"criteria": ()}, {"services": ()}])
def test_without_objectives_criteria_or_scope_there_is_no_plan(change: dict[str, object]) -> None:
    assert len(_refused(replace(SOUND, **change))) == 1


def test_the_weight_is_the_sum_of_four_notes() -> None:
    day = date(2026, 11, 1)
    quiet = ServiceInPlan(service="a", criticality="low", leads=0, changes=0, last_audit="2026-10-01")
    assert weight(quiet, day, 100) == 0
    loud = ServiceInPlan(service="b", criticality="critical", leads=6, changes=100, last_audit="2020-01-01")
    assert weight(loud, day, 100) == 12


def test_what_is_not_known_of_a_service_does_not_make_it_light() -> None:
    unknown = ServiceInPlan(service="a")
    assert weight(unknown, date(2026, 11, 1), 0) == 5


def test_the_heaviest_service_comes_first_and_equals_by_their_ids() -> None:
    services = [
        ServiceInPlan(service="c", criticality="low"),
        ServiceInPlan(service="b", criticality="critical"),
        ServiceInPlan(service="a", criticality="low"),
    ]
    assert [one.service for one in weighted(services, date(2026, 11, 1))] == ["b", "a", "c"]


@pytest.mark.parametrize(("changes", "note"), [(0, 0), (1, 1), (49, 1), (50, 2), (79, 2), (80, 3)])
def test_changes_count_by_their_share_of_the_busiest_service(changes: int, note: int) -> None:
    service = ServiceInPlan(service="a", criticality="low", last_audit="2026-10-01", changes=changes)
    assert weight(service, date(2026, 11, 1), 100) == note


def _with(service: ServiceInPlan) -> Plan:
    return replace(SOUND, services=(MAIL, service))


def _refused(plan: Plan) -> list[Remark]:
    return [one for one in check_plan(plan) if one.refused]
