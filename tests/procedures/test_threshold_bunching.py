"""A crowd of cases just below the target, and what only looks like one."""

from datetime import datetime, timedelta
from math import exp
from random import Random
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 1)
TARGET = 240


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


def told(minutes: list[float], **more: Any) -> Judged:
    cases: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for place, took in enumerate(minutes):
        at = START + timedelta(minutes=37 * place)
        seconds = round(60 * took)
        cases += [
            {
                "id": f"I{place}",
                "service": "mail",
                "opened_at": at,
                "resolved_at": at + timedelta(seconds=seconds),
            }
        ]
        events += [{"case": f"I{place}", "at": at, "state": "in_progress"}]
    targets = [{"id": "T", "metric": "resolution_minutes", "value": TARGET}]
    return judge(
        "substance.threshold-bunching", {"cases": cases, "case_events": events, "targets": targets, **more}
    )


def test_a_crowd_just_below_the_target_is_a_lead() -> None:
    judged = told(hurried(1500))
    (lead,) = judged.result.leads
    assert lead.object.id == "mail"
    assert lead.values["attained"] == sum(round(60 * one) <= 60 * TARGET for one in hurried(1500))
    assert "just below the target of 240 minutes" in lead.statement


def test_the_records_behind_it_are_the_cases_within_a_tenth_below_the_target() -> None:
    judged = told(hurried(1500))
    below = [one for one in hurried(1500) if 0.9 * TARGET * 60 < round(60 * one) <= TARGET * 60]
    assert len(judged.lead_records) == judged.result.leads[0].records == len(below)


def test_a_smooth_course_is_no_lead() -> None:
    assert told(smooth(1500)).result.result == "no_lead"


def test_people_who_round_to_half_hours_are_no_lead() -> None:
    rounded = [30 * round(one / 30) if place % 3 == 0 else one for place, one in enumerate(smooth(1500))]
    assert told(rounded).result.result == "no_lead"


def test_what_takes_seconds_more_than_the_target_did_not_meet_it() -> None:
    judged = told([*smooth(1500), *[TARGET + 0.5] * 200])
    assert judged.result.result == "no_lead"
