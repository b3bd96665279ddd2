"""The plan: drafted by auditors, set by the lead where the method refuses nothing, and never so that somebody audits own work."""

import tomllib
from typing import Any

from django.urls import reverse

from ringtrue.model.entry import from_content
from ringtrue.model.plan import Plan
from ringtrue.workbench.plan.records import held, mark
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast


def send(cast: Cast, who: str, page: str, /, *args: str, **said: Any) -> Any:
    return cast.client(who).post(reverse(page, args=[cast.audit.pk, *args]), said)


def about(cast: Cast, who: str = "ada", **said: Any) -> Any:
    version = held(cast.audit).versions["about"]
    usual = {
        "objectives": "Do customers get it?",
        "criteria": ["iso20000-1:2018+amd1:2024"],
        "version": version,
    }
    return send(cast, who, "plan_about", **{**usual, **said})


def services(cast: Cast, further: str = "mail; Mail\npay; Payments") -> Any:
    return send(cast, "ben", "plan_services", further=further, version=held(cast.audit).versions["services"])


def member(cast: Cast, name: str, own: str = "", **said: Any) -> Any:
    now = held(cast.audit)
    was = next(one for one in now.plan.team if one.name == name)
    usual = {
        "name": name, "role": was.role, "own_work": own, "conflicts_declared_on": "2026-05-01",
        "version": now.versions["team"], "skill_method": "3",
    }  # fmt: skip
    return send(cast, "ada", "plan_member", mark(was), **{**usual, **said})


def appointment(cast: Cast, **said: Any) -> Any:
    usual = {
        "day": "2026-06-01", "starts": "09:00", "ends": "10:00", "activity": "interview", "auditors": ["Ben"],
        "services": ["mail"], "version": held(cast.audit).versions["schedule"],
    }  # fmt: skip
    return send(cast, "ada", "plan_appointment", "new", **{**usual, **said})


def drafted(cast: Cast) -> None:
    about(cast)
    services(cast)
    member(cast, "Ada")
    member(cast, "Ben")


def set_it(cast: Cast, who: str = "ada") -> Any:
    return send(cast, who, "plan_set", reason="agreed with the auditee")


def test_a_draft_is_no_plan(cast: Cast) -> None:
    drafted(cast)
    assert AuditJournal(cast.audit).current("plan") == {}
    assert set(AuditJournal(cast.audit).current("plan_draft")) == {"about", "services", "team"}


def test_the_team_of_the_audit_is_proposed_and_the_auditee_is_not_in_it(cast: Cast) -> None:
    assert [one.name for one in held(cast.audit).plan.team] == ["Ben", "Ada", "Otto", "Eve"]


def test_the_lead_sets_what_the_method_does_not_refuse(cast: Cast) -> None:
    drafted(cast)
    assert set_it(cast).status_code == 302
    plan = from_content(Plan, AuditJournal(cast.audit).current("plan")["plan"].content)
    assert [one.service for one in plan.services] == ["mail", "pay"]
    assert dict(plan.team[0].competence) == {"method": 3}
    assert not held(cast.audit).drafted


def test_what_is_refused_is_told_and_nothing_is_set(cast: Cast) -> None:
    answer = set_it(cast)
    assert answer.status_code == 400
    assert "needs at least one objective" in answer.content.decode()
    assert AuditJournal(cast.audit).current("plan") == {}


def test_nobody_audits_own_work(cast: Cast) -> None:
    drafted(cast)
    member(cast, "Ben", own="mail")
    appointment(cast)
    page = set_it(cast).content.decode()
    assert "Ben is to audit own work: mail" in page
    assert AuditJournal(cast.audit).current("plan") == {}


def test_only_the_lead_sets_it(cast: Cast) -> None:
    drafted(cast)
    assert set_it(cast, "ben").status_code == 403


def test_who_may_not_enter(cast: Cast) -> None:
    url = reverse("plan", args=[cast.audit.pk])
    told = {who: cast.client(who).get(url).status_code for who in ("otto", "cleo", "dan")}
    assert told == {"otto": 200, "cleo": 403, "dan": 404}


def test_the_second_of_two_editors_is_told_and_keeps_the_words(cast: Cast) -> None:
    about(cast, "ben", objectives="Theirs", version=0)
    answer = about(cast, "ada", objectives="Mine", version=0)
    page = answer.content.decode()
    assert "Ben changed this part of the plan" in page
    assert "Mine" in page
    assert held(cast.audit).plan.objectives == ("Theirs",)


def test_two_people_draft_two_parts_at_once(cast: Cast) -> None:
    before = held(cast.audit)
    about(cast, "ada", version=before.versions["about"])
    assert services(cast).status_code == 302


def test_an_appointment_is_changed_and_taken_out(cast: Cast) -> None:
    drafted(cast)
    appointment(cast)
    one = held(cast.audit).plan.schedule[0]
    said = {"day": one.day, "starts": "08:00", "ends": "09:00", "activity": "interview"}
    for further in ({}, {"remove": "1"}):
        now = held(cast.audit)
        which = mark(now.plan.schedule[0])
        send(cast, "ben", "plan_appointment", which, version=now.versions["schedule"], **said, **further)
        assert [one.starts for one in held(cast.audit).plan.schedule] == ([] if further else ["08:00"])


def test_a_run_judges_by_the_period_criteria_and_scope_of_the_plan(cast: Cast) -> None:
    drafted(cast)
    about(cast, begins="2026-01-01", ends="2026-06-30")
    now = held(cast.audit)
    said = {"service-0": "mail", "in-0": "on", "service-1": "pay", "reason-1": "audited in spring"}
    send(cast, "ada", "plan_services", version=now.versions["services"], **said)
    set_it(cast)
    read = tomllib.loads(cast.audit.folder.audit_file.read_text("utf-8"))["audit"]
    assert read["scope"] == ["mail"]
    assert str(read["period"]["from"]) == "2026-01-01"


def test_an_audit_becomes_planned_only_by_a_plan_that_is_set(cast: Cast) -> None:
    send(cast, "ada", "audit_state", to="feasible", reason="data came")
    drafted(cast)
    told = []
    for _ in range(2):
        send(cast, "ada", "audit_state", to="planned", reason="set")
        cast.audit.refresh_from_db()
        told.append(cast.audit.state)
        set_it(cast)
    assert told == ["feasible", "planned"]
