"""Segments that miss a target which their service meets in total."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.given import Judged, judge

START = datetime(2024, 1, 2, 8)
Rows = list[dict[str, Any]]


def cases(name: str, n: int, missed: int, **more: Any) -> Rows:
    return [
        {
            "id": f"{name}{place}",
            "service": "mail",
            "opened_at": START + timedelta(hours=place),
            "resolved_at": START + timedelta(hours=place, minutes=30),
            "reported_attained": place >= missed,
            **more,
        }
        for place in range(n)
    ]


def judged(rows: Rows, **more: Any) -> Judged:
    return judge("value.hidden-red", {"cases": rows, **more})


def verdicts(found: Judged) -> dict[str, str]:
    return {row["item"]: row["verdict"] for row in found.rows}


def test_a_customer_served_badly_behind_a_good_total_is_a_lead_with_the_missed_cases() -> None:
    found = judged([*cases("a", 900, 9, customer="Alp"), *cases("b", 60, 20, customer="Bise")])
    (lead,) = found.result.leads
    assert lead.statement.startswith(
        "mail reaches its target in total (agreed times: 97.0 % of 960, target 95.0 %), and not for customer Bise: 66.7 % of 60"
    )
    assert (lead.object.id, lead.n, lead.deviations, lead.records) == ("mail", 60, 20, 20)
    assert verdicts(found) == {
        "mail|customer Alp|agreed times": "pass",
        "mail|customer Bise|agreed times": "deviation",
    }


def test_a_service_that_is_red_in_total_hides_nothing() -> None:
    found = judged([*cases("a", 300, 9, customer="Alp"), *cases("b", 60, 20, customer="Bise")])
    assert found.result.result == "no_lead"
    assert set(verdicts(found).values()) == {"pass"}


def test_a_segment_that_chance_may_put_below_is_no_lead() -> None:
    found = judged([*cases("a", 900, 9, customer="Alp"), *cases("b", 20, 3, customer="Bise")])
    assert found.result.result == "no_lead"


def test_twenty_cases_are_needed() -> None:
    found = judged([*cases("a", 900, 9, customer="Alp"), *cases("b", 19, 19, customer="Bise")])
    assert verdicts(found)["mail|customer Bise|agreed times"] == "untestable"
    assert found.result.result == "no_lead"


@pytest.mark.slow
def test_five_points_below_are_needed() -> None:
    large = cases("a", 20_000, 20, site="Rank")
    assert judged([*large, *cases("b", 5000, 490, site="Ufer")]).result.result == "no_lead"
    assert judged([*large, *cases("b", 5000, 500, site="Ufer")]).result.result == "lead"


def test_a_priority_with_its_own_looser_target_is_explained() -> None:
    targets = [
        {"id": "T1", "metric": "resolution_minutes", "value": 60, "priority": "1", "attainment_target": 0.95},
        {"id": "T2", "metric": "resolution_minutes", "value": 60, "priority": "4", "attainment_target": 0.7},
    ]
    rows = [*cases("a", 900, 9, priority="1"), *cases("b", 60, 15, priority="4")]
    found = judged(rows, targets=targets)
    assert found.result.result == "no_lead"
    assert [fact.value for fact in found.result.facts] == [1]


def test_discontent_answers_of_one_site_behind_content_ones_are_a_lead() -> None:
    rows = [*cases("a", 100, 0, site="Rank"), *cases("b", 30, 0, site="Ufer")]
    said = [
        {
            "id": f"S{one['id']}",
            "case": one["id"],
            "role": "user",
            "score": 1 if place > 115 else 5,
            "scale_min": 1,
            "scale_max": 5,
        }
        for place, one in enumerate(rows)
    ]
    found = judged(rows, survey_responses=said)
    (lead,) = found.result.leads
    assert lead.id == "value.hidden-red/satisfied users/mail"
    assert (lead.n, lead.deviations, lead.records) == (30, 14, 14)


def answered(n: int, satisfied: int, site: str, start: int) -> tuple[Rows, Rows]:
    """So many cases of a site, each with an answer, and how many of these are satisfied."""
    asked = cases(site, n, 0, site=site)
    said = [
        {
            "id": f"{site}-{place}",
            "case": one["id"],
            "role": "user",
            "score": 5 if place < satisfied else 1,
            "scale_min": 1,
            "scale_max": 5,
            "answered_at": START + timedelta(days=start + place),
        }
        for place, one in enumerate(asked)
    ]
    return asked, said


def shown(*groups: tuple[Rows, Rows]) -> dict[str, tuple[str, float | None]]:
    found = judged(
        [one for asked, _ in groups for one in asked],
        survey_responses=[one for _, said in groups for one in said],
    )
    return {
        row["value"]: (row["verdict"], row["share"])
        for row in found.rows
        if row["told_by"] == "satisfied users"
    }


def test_of_answers_of_fewer_than_five_nothing_is_shown_not_even_by_what_is_left_of_the_whole() -> None:
    assert shown(answered(40, 39, "Alp", 0), answered(4, 0, "Bise", 0)) == {
        "Alp": ("untestable", None),
        "Bise": ("untestable", None),
    }
    assert shown(answered(40, 39, "Alp", 0), answered(5, 0, "Bise", 0)) == {
        "Alp": ("pass", 39 / 40),
        "Bise": ("untestable", 0.0),
    }
