"""Teams against their peers, and waits against the limit."""

from datetime import datetime, timedelta
from typing import Any

from ringtrue.model.chart import IntervalsChart
from tests.given import Judged, judge

START = datetime(2024, 1, 1, 8)
Told = dict[str, list[dict[str, Any]]]


def history(team: str, number: int, wait: str | None, at: datetime) -> Told:
    """A case of four working hours with a target of three: met only where a wait of two hours stops the clock."""
    name = f"{team}{number}"
    finished = at + timedelta(hours=4 if wait else 1)
    events: list[dict[str, Any]] = [{"at": at, "state": "in_progress"}]
    if wait:
        message = "message_to_user" if wait in ("real", "silent") else None
        events += [{"at": at + timedelta(hours=1), "state": "waiting_user", "activity": message}]
        if wait == "real":
            events += [{"at": at + timedelta(hours=2), "activity": "reply_from_user"}]
        events += [{"at": at + timedelta(hours=3), "state": "in_progress", "actor": "ana"}]
    events += [{"at": finished, "state": "resolved"}]
    return {
        "cases": [
            {
                "id": name,
                "team": team,
                "priority": "P3",
                "service": "mail",
                "opened_at": at,
                "resolved_at": finished,
            }
        ],
        "case_events": [
            {"case": name, "team": team, "actor": "", "activity": "", **event} for event in events
        ],
    }


def told(empty: dict[str, int], waits: str = "empty", real: int = 1, cases: int = 30) -> Judged:
    """Teams with ``cases`` cases each, of which so many had an empty wait and ``real`` a real one."""
    given: Told = {"cases": [], "case_events": [], "targets": []}
    for team, number in empty.items():
        kinds = [*[waits] * number, *["real"] * real, *[None] * (cases - number - real)]
        for place, kind in enumerate(kinds):
            one = history(team, place, kind, START + timedelta(days=place))
            given["cases"] += one["cases"]
            given["case_events"] += one["case_events"]
    given["targets"] = [{"id": "T", "metric": "resolution_minutes", "value": 180}]
    return judge("substance.clock-stop", given)


PEERS = {f"team {letter}": 2 for letter in "BCDEFGHIJKL"}


def test_a_team_that_stops_the_clock_far_more_than_its_peers_is_a_lead() -> None:
    judged = told({"team A": 18, **PEERS})
    (lead,) = judged.result.leads
    assert lead.id == "substance.clock-stop/met by pauses/team A"
    assert (lead.n, lead.deviations, lead.records) == (30, 18, 18)
    assert lead.statement.startswith(
        "team A: 18 of 30 (60.0 %) cases met their target only because the clock stood still without a sign of a real wait."
    )


def test_teams_alike_are_no_lead() -> None:
    judged = told({"team A": 4, **PEERS})
    assert judged.result.result == "no_lead"


def test_real_waits_are_no_lead_and_are_counted_as_a_fact() -> None:
    judged = told({"team A": 0, **dict.fromkeys(PEERS, 0)}, real=10)
    assert judged.result.result == "no_lead"
    assert next(fact.value for fact in judged.result.facts) == 120


def test_a_team_with_many_empty_waits_is_a_lead_of_its_own_even_without_peers() -> None:
    judged = told({"team A": 12}, real=10)
    (lead,) = judged.result.leads
    assert lead.id == "substance.clock-stop/empty waits/team A"
    assert (lead.n, lead.deviations, lead.records) == (22, 12, 12)
    assert "12 of 22 (54.5 %) waits for the user began without a message" in lead.statement


def test_a_fifth_of_empty_waits_is_no_lead() -> None:
    judged = told({"team A": 5}, real=20)
    assert judged.result.leads == ()


def test_waits_with_a_message_that_staff_end_without_a_reply_are_empty() -> None:
    judged = told({"team A": 20}, waits="silent", real=5)
    assert [lead.deviations for lead in judged.result.leads] == [20]
    assert {row["reason"] for row in judged.lead_records} == {
        "waited for the user, and ended without a reply"
    }


def test_fewer_than_twenty_waits_and_too_few_peers_are_not_enough_data() -> None:
    judged = told({"team A": 15, "team B": 2}, real=2, cases=20)
    assert judged.result.leads == ()
    assert judged.result.result == "insufficient_data"


def test_a_team_can_be_a_lead_by_both_rules_each_with_its_own_id() -> None:
    judged = told({"team A": 24, **PEERS}, cases=40)
    assert sorted(lead.id.split("/")[1] for lead in judged.result.leads) == ["empty waits", "met by pauses"]
    (chart,) = judged.charts
    assert isinstance(chart, IntervalsChart)
    shown = {one.object for one in chart.intervals if one.highlighted}
    assert shown == {"team A (empty waits)", "team A (met by pauses)"}
