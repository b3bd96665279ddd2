"""A crowd of cases just below the target, and what only looks like one."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from math import exp
from random import Random
from typing import Any

from ringtrue.model.chart import HistogramChart
from tests.given import Judged, judge

START = datetime(2024, 1, 1)
TARGET = 240
ONE = ({"id": "T", "metric": "resolution_minutes", "value": TARGET},)
TWO = (
    {"id": "T", "metric": "resolution_minutes", "value": TARGET, "priority": "P2"},
    {"id": "S", "metric": "resolution_minutes", "value": 2 * TARGET, "priority": "P3"},
)


def smooth(n: int, seed: int = 1) -> list[float]:
    """Minutes of ``n`` cases, log-normal around the target, that know nothing of it."""
    dice = Random(seed)
    return [TARGET * exp(dice.gauss(0, 0.6)) for _ in range(n)]


def hurried(n: int) -> list[float]:
    """The same, where of the cases up to a quarter above the target most are finished just below it."""
    dice = Random(2)
    return [
        TARGET - dice.uniform(0, 12) if TARGET < one <= 1.25 * TARGET and dice.random() < 0.7 else one
        for one in smooth(n)
    ]


HURRIED = hurried(1200)


def told(minutes: Sequence[float], others: Sequence[float] = (), targets: Sequence[Any] = ONE) -> Judged:
    """Cases of so many minutes with priority P2, and others with P3."""
    cases: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    named = [(f"I{place}", "P2", took) for place, took in enumerate(minutes)]
    named += [(f"J{place}", "P3", took) for place, took in enumerate(others)]
    for place, (name, priority, took) in enumerate(named):
        at = START + timedelta(minutes=37 * place)
        ended = at + timedelta(seconds=round(60 * took))
        case = {"id": name, "service": "mail", "priority": priority}
        cases += [{**case, "opened_at": at, "resolved_at": ended}]
        events += [{"case": name, "at": at, "state": "in_progress"}]
    given = {"cases": cases, "case_events": events, "targets": list(targets)}
    return judge("substance.threshold-bunching", given)


@cache
def crowd() -> Judged:
    """The crowd of which four tests speak."""
    return told(HURRIED)


def test_a_crowd_just_below_the_target_is_a_lead() -> None:
    (lead,) = crowd().result.leads
    assert lead.object.id == "mail"
    assert lead.values["attained"] == sum(round(60 * one) <= 60 * TARGET for one in HURRIED)
    assert "just below the target of 4\u00a0h" in lead.statement


def test_the_records_behind_it_are_the_cases_within_a_tenth_below_the_target() -> None:
    below = [one for one in HURRIED if 0.9 * TARGET * 60 < round(60 * one) <= TARGET * 60]
    assert len(crowd().lead_records) == crowd().result.leads[0].records == len(below)


def test_the_chart_keeps_what_met_the_target_on_its_side() -> None:
    (chart,) = crowd().charts
    assert isinstance(chart, HistogramChart)
    assert chart.target is not None and chart.target.value == TARGET
    met = sum(round(60 * one) <= 60 * TARGET for one in HURRIED)
    assert sum(one.n for one in chart.bins if one.end <= TARGET) == met


def test_the_chart_and_the_records_speak_of_the_leads_own_target() -> None:
    judged = told(HURRIED, smooth(300, 3), TWO)
    (lead,) = judged.result.leads
    (chart,) = judged.charts
    assert isinstance(chart, HistogramChart)
    assert chart.target is not None and chart.target.value == lead.values["target"] == TARGET
    assert sum(one.n for one in chart.bins) <= len(HURRIED)
    assert judged.lead_records
    assert all(row["item"].startswith("I") for row in judged.lead_records)


def test_a_smooth_course_is_no_lead() -> None:
    assert told(smooth(1200)).result.result == "no_lead"


def test_people_who_round_to_half_hours_are_no_lead() -> None:
    rounded = [30 * round(one / 30) if place % 3 == 0 else one for place, one in enumerate(smooth(1200))]
    assert told(rounded).result.result == "no_lead"


def test_what_takes_seconds_more_than_the_target_did_not_meet_it() -> None:
    judged = told([*smooth(1200), *[TARGET + 0.5] * 200])
    assert judged.result.result == "no_lead"
