"""Who is taken for automation: by declaration, by a fixed delay, by nearly all closings; and what is not."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import view

START = datetime(2024, 3, 4, 8)


def closed(n: int, by: str | None, delays: list[float], first: int = 0) -> list[dict[str, Any]]:
    """Cases resolved a day apart and closed by ``by`` after hours taken from ``delays`` in turn."""
    told = []
    for place in range(n):
        resolved = START + timedelta(days=place % 60, minutes=7 * place)
        told.append(
            {
                "id": f"I{first + place}",
                "opened_at": START - timedelta(days=1),
                "resolved_at": resolved,
                "closed_at": resolved + timedelta(hours=delays[place % len(delays)]),
                "closed_by": by,
            }
        )
    return told


def found(cases: list[dict[str, Any]], **more: Any) -> dict[str, str]:
    return {row["actor"]: row["because"] for row in view("automation", {"cases": cases, **more})}


SPREAD = [1.0, 5.0, 11.0, 26.0, 31.0, 50.0, 75.0, 80.0, 99.0, 130.0]


def test_an_actor_declared_as_automation_is_one() -> None:
    parties = [{"id": "robot", "kind": "automation"}]
    assert found(closed(1, "ana", SPREAD), parties=parties) == {"robot": "declared"}


def test_most_closings_at_a_fixed_delay_show_automation() -> None:
    cases = [*closed(40, "system", [120.0, 120.4, 120.9]), *closed(40, "ana", SPREAD, 100)]
    assert found(cases) == {"system": "fixed delay"}


def test_half_of_the_closings_within_an_hour_of_the_usual_delay_are_enough_and_fewer_are_not() -> None:
    others = closed(60, "ana", SPREAD, 100)
    half = [72.0, 72.0, 72.0, 72.0, 72.0, 5.0, 11.0, 26.0, 31.0, 50.0]
    fewer = [72.0, 72.0, 72.0, 72.0, 5.0, 11.0, 26.0, 31.0, 50.0, 99.0]
    assert found([*closed(40, "ben", half), *others]) == {"ben": "fixed delay"}
    assert found([*closed(40, "ben", fewer), *others]) == {}


def test_somebody_who_closes_at_once_when_the_work_is_done_is_no_automation() -> None:
    assert found([*closed(40, "ana", [0.1, 0.3]), *closed(40, "ben", SPREAD, 100)]) == {}


def test_one_actor_with_four_fifths_of_all_closings_is_taken_for_automation_and_below_is_not() -> None:
    at = [*closed(80, "ana", SPREAD), *closed(20, "ben", SPREAD, 100)]
    below = [*closed(79, "ana", SPREAD), *closed(21, "ben", SPREAD, 100)]
    assert found(at) == {"ana": "nearly all closings"}
    assert found(below) == {}


def test_closings_that_name_nobody_are_automatic_by_their_delay_and_not_by_their_number() -> None:
    assert found(closed(40, None, SPREAD)) == {}
    assert found(closed(40, None, [168.0])) == {"": "fixed delay"}


def test_a_few_closings_show_nothing() -> None:
    assert found(closed(19, "ana", [72.0])) == {}


def test_closings_in_a_campaign_of_the_service_or_of_all_are_known_as_such() -> None:
    cases = [
        {"id": "I1", "service": "mail", "closed_at": "2024-03-04T10:00Z", "closed_by": "ana"},
        {"id": "I2", "service": "print", "closed_at": "2024-03-04T10:00Z", "closed_by": "ana"},
        {"id": "I3", "service": "mail", "closed_at": "2024-03-06T10:00Z", "closed_by": "ana"},
    ]
    campaign = {"id": "C", "kind": "campaign", "at": "2024-03-04T08:00Z", "until": "2024-03-04T12:00Z"}
    of_mail = view("closures", {"cases": cases, "context_events": [{**campaign, "service": "mail"}]})
    of_all = view("closures", {"cases": cases, "context_events": [campaign]})
    assert {row["case"] for row in of_mail if row["in_campaign"]} == {"I1"}
    assert {row["case"] for row in of_all if row["in_campaign"]} == {"I1", "I2"}


def test_one_cause_whose_cases_end_together_is_no_fixed_delay() -> None:
    together = [
        {**case, "resolved_at": START, "closed_at": START + timedelta(hours=20)}
        for case in closed(26, "ana", [1.0])
    ]
    assert found([*together, *closed(40, "ben", SPREAD, 100)]) == {}


def test_a_declared_person_is_no_automation_by_the_delay_alone() -> None:
    cases = [*closed(40, "ana", [120.0]), *closed(40, "ben", SPREAD, 100)]
    assert found(cases, parties=[{"id": "ana", "kind": "person"}]) == {}
