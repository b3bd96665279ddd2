"""Many closings of one person within minutes, and what explains them."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 1, 9)
BURST = datetime(2024, 3, 15, 16)


def closing(name: str, by: str, at: datetime) -> dict[str, Any]:
    return {
        "id": name,
        "service": "mail",
        "opened_at": START - timedelta(days=9),
        "closed_at": at,
        "closed_by": by,
    }


def usual(by: str, n: int = 60) -> list[dict[str, Any]]:
    """A closing every day, at a different minute."""
    return [
        closing(f"{by}{place}", by, START + timedelta(days=place, minutes=13 * place)) for place in range(n)
    ]


def burst(by: str, n: int, seconds: float) -> list[dict[str, Any]]:
    """``n`` closings spread evenly over so many seconds, from the first to the last."""
    return [
        closing(f"B{place}", by, BURST + timedelta(seconds=seconds * place / (n - 1))) for place in range(n)
    ]


def told(cases: list[dict[str, Any]], **more: Any) -> Judged:
    everybody = [*cases, *usual("ben"), *usual("cleo")]
    return judge("substance.mass-closure", {"cases": everybody, **more})


def test_twenty_closings_within_ten_minutes_are_a_lead_by_pseudonym() -> None:
    judged = told([*usual("ana"), *burst("ana", 20, 600)])
    (lead,) = judged.result.leads
    assert (lead.n, lead.deviations, lead.records) == (80, 20, 20)
    assert (
        lead.statement
        == f"{lead.object.id} closed 20 cases within 10 minutes; at this person's own pace 0.0 would be expected"
    )
    assert lead.object.id.startswith("person ")
    everything = f"{judged.result} {judged.rows} {judged.lead_records}"
    assert not any(f"'{name}'" in everything or f'"{name}"' in everything for name in ("ana", "ben", "cleo"))
    assert {row["item"] for row in judged.lead_records} == {f"B{place}" for place in range(20)}


def test_nineteen_or_a_second_more_are_no_lead() -> None:
    assert told([*usual("ana"), *burst("ana", 19, 600)]).result.result == "no_lead"
    assert told([*usual("ana"), *burst("ana", 20, 601)]).result.result == "no_lead"


def test_the_children_of_one_parent_count_once() -> None:
    links = [{"from": f"B{place}", "to": "B0", "kind": "child_of"} for place in range(1, 26)]
    judged = told([*usual("ana"), *burst("ana", 26, 300)], case_links=links)
    assert judged.result.result == "no_lead"
    assert 25 in [fact.value for fact in judged.result.facts]


def test_a_recorded_campaign_explains_them_and_is_a_fact() -> None:
    campaign = [{"id": "C", "kind": "campaign", "at": "2024-03-15T08:00Z", "until": "2024-03-15T18:00Z"}]
    judged = told([*usual("ana"), *burst("ana", 25, 300)], context_events=campaign)
    assert judged.result.result == "no_lead"
    assert 25 in [fact.value for fact in judged.result.facts]


def test_a_campaign_of_another_service_explains_nothing() -> None:
    campaign = [
        {
            "id": "C",
            "kind": "campaign",
            "service": "print",
            "at": "2024-03-15T08:00Z",
            "until": "2024-03-16T08:00Z",
        }
    ]
    assert len(told([*usual("ana"), *burst("ana", 25, 300)], context_events=campaign).result.leads) == 1


def test_closings_by_the_clock_are_left_out() -> None:
    robot = [
        {
            **closing(f"R{place}", "system", BURST + timedelta(days=place // 25, seconds=place)),
            "resolved_at": BURST + timedelta(days=place // 25) - timedelta(hours=120),
        }
        for place in range(300)
    ]
    assert told([*usual("ana"), *robot]).result.result == "no_lead"


def test_closings_recorded_by_the_day_only_cannot_show_it() -> None:
    days = [closing(f"D{place}", by, datetime(2024, 3, 1)) for by in ("ana", "ben") for place in range(30)]
    days = [{**one, "id": f"{one['id']}{one['closed_by']}"} for one in days]
    judged = judge("substance.mass-closure", {"cases": days})
    assert judged.result.result == "insufficient_data"
    assert {row["reason"] for row in judged.rows} == {
        "closings are recorded by the day only, not by the minute"
    }


def test_somebody_who_always_closes_much_is_held_against_their_own_rate() -> None:
    # One closing each half minute: any ten minutes hold twenty by themselves.
    steady = [closing(f"S{place}", "ana", START + timedelta(seconds=30 * place)) for place in range(900)]
    judged = judge("substance.mass-closure", {"cases": [*steady, *usual("ben", 300)]})
    assert judged.result.result == "no_lead"
