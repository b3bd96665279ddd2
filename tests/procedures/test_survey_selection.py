"""Who is invited to answer, by whether the agreed time was met; and rules that explain it."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 2, 8)
Rows = list[dict[str, Any]]


def cases(missed: int, attained: int, service: str = "mail", **more: Any) -> Rows:
    return [
        {
            "id": f"{service}{place}",
            "service": service,
            "opened_at": START + timedelta(hours=place),
            "resolved_at": START + timedelta(hours=place, minutes=90 if place < missed else 30),
            "reported_attained": place >= missed,
            **more,
        }
        for place in range(missed + attained)
    ]


def invites(rows: Rows, missed: int, attained: int) -> Rows:
    """So many of the missed cases, and of the attained ones, are followed by an invitation."""
    late = [one for one in rows if not one["reported_attained"]][:missed]
    timely = [one for one in rows if one["reported_attained"]][:attained]
    return [
        {
            "id": f"N{one['id']}",
            "case": one["id"],
            "party": one.get("requester"),
            "sent_at": one["resolved_at"] + timedelta(minutes=5),
        }
        for one in [*late, *timely]
    ]


def judged(rows: Rows, sent: Rows, **more: Any) -> Judged:
    return judge("value.survey-selection", {"cases": rows, "survey_invites": sent, **more})


def test_missed_cases_that_are_hardly_ever_invited_are_a_lead_with_their_records() -> None:
    rows = cases(30, 100)
    found = judged(rows, invites(rows, 2, 50))
    (lead,) = found.result.leads
    assert (lead.object.id, lead.n, lead.deviations) == ("mail", 130, 28)
    assert len(found.lead_records) == 28
    assert lead.statement.startswith(
        "mail: 6.7 % of 30 cases that missed their agreed time were invited to answer, and 50.0 % of 100"
    )


def test_it_holds_in_the_other_direction_too() -> None:
    rows = cases(30, 100)
    assert len(judged(rows, invites(rows, 30, 50)).result.leads) == 1


def test_the_same_share_of_both_is_no_lead() -> None:
    rows = cases(30, 100)
    assert judged(rows, invites(rows, 15, 50)).result.result == "no_lead"


def test_another_kind_of_case_explains_a_difference() -> None:
    asked = cases(5, 100, "mail", kind="incident")
    never = [{**one, "id": f"q{one['id']}"} for one in cases(60, 20, "mail", kind="request")]
    found = judged([*asked, *never], invites(asked, 2, 50))
    assert found.result.result != "lead"


def test_a_throttling_rule_explains_missing_invitations() -> None:
    rows = [{**one, "requester": f"P{place}"} for place, one in enumerate(cases(30, 100))]
    sent = invites(rows, 0, 50)
    before = [
        {"id": f"B{one['id']}", "party": one["requester"], "sent_at": one["opened_at"] - timedelta(days=3)}
        for one in rows
        if not one["reported_attained"]
    ]
    rounds = [{"id": "W", "throttle_days": 30}]
    assert judged(rows, [*sent, *before]).result.result == "lead"
    assert judged(rows, [*sent, *before], survey_rounds=rounds).result.result == "insufficient_data"


def test_a_service_without_any_invitation_cannot_be_judged() -> None:
    rows = cases(30, 100)
    found = judged(rows, [{"id": "N", "case": "elsewhere"}])
    assert found.result.result == "insufficient_data"
    assert found.rows[0]["reason"] == "nobody was chosen"


def test_too_few_missed_cases_cannot_be_judged() -> None:
    rows = cases(9, 100)
    assert judged(rows, invites(rows, 0, 50)).rows[0]["reason"] == (
        "only 9 comparable missed cases; at least 10 are needed"
    )


def test_open_cases_and_those_of_machines_are_left_out() -> None:
    rows = [{**one, "requester": "bot"} for one in cases(30, 100)]
    parties = [{"id": "bot", "kind": "automation"}]
    assert judged(rows, invites(rows, 0, 50), parties=parties).result.result == "not_applicable"


def test_services_that_say_nothing_alone_are_judged_together() -> None:
    services = [cases(9, 60, f"S{place}") for place in range(8)]
    sent = [one for rows in services for one in invites(rows, 0, 30)]
    found = judged([one for rows in services for one in rows], sent)
    (lead,) = found.result.leads
    assert (lead.object.kind, lead.deviations) == ("organisation", 72)
    assert {row["item"] for row in found.rows if row["verdict"] == "deviation"} == {
        "organisation|other services together"
    }
