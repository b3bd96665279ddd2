"""Green attainment over discontent answers, and what is none."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from ringtrue.model.chart import SeriesChart
from tests.given import Judged, judge

START = datetime(2024, 1, 1, 8)
Rows = list[dict[str, Any]]


def cases(n: int, missed: int, reported: bool | None = None) -> tuple[Rows, Rows]:
    """Cases of half an hour, of which so many took two hours, with their histories."""
    told: Rows = []
    events: Rows = []
    for place in range(n):
        at = START + timedelta(hours=6 * place)
        ended = at + timedelta(minutes=120 if place < missed else 30)
        told += [
            {
                "id": f"I{place}",
                "service": "mail",
                "opened_at": at,
                "resolved_at": ended,
                "reported_attained": reported,
            }
        ]
        events += [{"case": f"I{place}", "at": at, "state": "in_progress"}]
    return told, events


def answers(n: int, satisfied: int, role: str | None = "user", scale: int = 5) -> Rows:
    return [
        {
            "id": f"{role}{place}",
            "service": "mail",
            "role": role,
            "score": scale - 1 if place < satisfied else 1,
            "scale_min": 1,
            "scale_max": scale,
            "answered_at": START + timedelta(days=place),
        }
        for place in range(n)
    ]


TARGET = [{"id": "T", "service": "mail", "metric": "resolution_minutes", "value": 60}]


def told(said: Rows, missed: int = 0, targets: Rows = TARGET, **more: Any) -> Judged:
    given, events = cases(100, missed)
    return judge(
        "value.watermelon-gap",
        {"cases": given, "case_events": events, "targets": targets, "survey_responses": said, **more},
    )


def test_a_green_service_with_discontent_users_is_a_lead_with_its_records() -> None:
    judged = told(answers(30, 12))
    (lead,) = judged.result.leads
    assert lead.id == "value.watermelon-gap/user/mail"
    assert (lead.service, lead.n, lead.deviations, lead.records) == ("mail", 30, 18, 18)
    assert lead.statement == (
        "mail: 100.0 % of 100 cases were resolved in the agreed time (recomputed from their histories; target 95.0 %), and 40.0 % of 30 "
        "answers (users) say satisfied (target 80.0 %)"
    )


def test_the_chart_follows_attainment_and_answers_by_quarter() -> None:
    (chart,) = told(answers(30, 12)).charts
    assert isinstance(chart, SeriesChart)
    assert (chart.periods, [line.name for line in chart.lines]) == (
        ("2024-Q1",),
        ["resolved in time", "satisfied users"],
    )


def test_customers_and_users_are_judged_apart_and_either_is_a_lead() -> None:
    judged = told([*answers(30, 28), *answers(12, 3, "customer")])
    assert {row["item"]: row["verdict"] for row in judged.rows} == {
        "mail|customer": "deviation",
        "mail|user": "pass",
    }
    assert {row["item"] for row in judged.lead_records} == {f"customer{place}" for place in range(3, 12)}


def test_the_attainment_target_itself_is_green_and_a_case_fewer_is_not() -> None:
    assert len(told(answers(30, 12), missed=5).result.leads) == 1
    assert told(answers(30, 12), missed=6).result.result == "no_lead"


def test_a_share_that_chance_may_put_below_the_target_is_no_lead() -> None:
    assert told(answers(30, 21)).result.result == "no_lead"


@pytest.mark.slow
def test_ten_answers_are_enough_and_nine_are_not() -> None:
    assert len(told(answers(10, 2)).result.leads) == 1
    assert told(answers(9, 0)).result.result == "insufficient_data"


def test_the_targets_of_the_agreement_come_before_the_defaults() -> None:
    agreement = [{"id": "A", "kind": "sla", "service": "mail", "satisfaction_target": 0.4}]
    strict = [{**TARGET[0], "attainment_target": 0.99}]
    assert told(answers(30, 12), agreements=agreement).result.result == "no_lead"
    assert told(answers(30, 12), missed=2, targets=strict).result.result == "no_lead"


def test_where_attainment_cannot_be_recomputed_it_is_taken_as_reported_and_said_so() -> None:
    given, _ = cases(50, 0, reported=True)
    judged = judge("value.watermelon-gap", {"cases": given, "survey_responses": answers(30, 12)})
    (lead,) = judged.result.leads
    assert "100.0 % of 50 cases were resolved in the agreed time (as the tool reports it;" in lead.statement


def test_answers_of_another_service_say_nothing_of_this_one() -> None:
    others = [{**one, "service": "print"} for one in answers(30, 0)]
    judged = told(others)
    assert {row["item"]: row["verdict"] for row in judged.rows} == {
        "mail|respondent": "untestable",
        "print|user": "untestable",
    }
