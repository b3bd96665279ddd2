"""The time to resolve, month by month."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.given import judge, view

Rows = list[dict[str, Any]]
MONTHS = 13


def cases(
    hours: Callable[[int], float],
    per_month: int = 24,
    months: int = MONTHS,
    priority: Callable[[int, int], str] = lambda month, number: "3",
    **more: str,
) -> Rows:
    """Cases of each month, that take so many hours, a few more or less."""
    rows: Rows = [
        {
            "id": f"{month}-{number}",
            "kind": "incident",
            "service": "mail",
            "opened_at": opened.isoformat() + "Z",
            "resolved_at": (opened + timedelta(hours=hours(month) + 0.1 * (number % 5))).isoformat() + "Z",
            "priority": priority(month, number),
            **more,
        }
        for month in range(months)
        for number in range(per_month)
        for opened in [datetime(2023 + month // 12, month % 12 + 1, 1) + timedelta(days=number % 28)]
    ]
    last = datetime(2023 + months // 12, months % 12 + 1, 1)
    return [*rows, {"id": "end", "kind": "problem", "opened_at": last.isoformat() + "Z"}]


def test_a_time_that_grows_month_by_month_is_a_lead() -> None:
    (lead,) = judge("flow.time-drift", {"cases": cases(lambda month: 9.8 + month)}).result.leads
    assert lead.object.id == "mail"
    assert "from 2023-01 to 2024-01 by 75.0 % of its median month" in lead.statement
    assert "within kind and priority: 75" in lead.statement
    assert lead.records == 24 * MONTHS


@pytest.mark.parametrize(
    "hours",
    [lambda month: 10, lambda month: 40 - 2 * month, lambda month: 10 + month % 3, lambda month: 60 + month],
    ids=["steady", "falling", "up and down", "rising by less than a quarter"],
)
def test_a_time_that_does_not_grow_much_is_no_lead(hours: Callable[[int], float]) -> None:
    judged = judge("flow.time-drift", {"cases": cases(hours)})
    assert judged.result.result == "no_lead", judged.result.why


def test_its_silence_is_told_with_how_often_it_misses_a_rise() -> None:
    assert "one in ten was missed" in judge("flow.time-drift", {"cases": cases(lambda month: 10)}).result.why


@pytest.mark.parametrize(("last", "result"), [(25.2, "lead"), (24.8, "no_lead")])
def test_a_rise_by_a_quarter_of_the_median_month_is_the_boundary(last: float, result: str) -> None:
    given = cases(lambda month: 99.8 + (month - 6) * last / (MONTHS - 1))
    assert judge("flow.time-drift", {"cases": given}).result.result == result


def test_a_time_that_grows_because_harder_cases_came_is_explained_and_counted() -> None:
    """More and more cases of a priority that takes longer, each priority as quick as ever."""

    def priority(month: int, number: int) -> str:
        return "4" if number % 24 < 6 + month else "2"

    rows = [
        {
            **row,
            "resolved_at": later(
                row, 40 if row["priority"] == "4" else 10 + int(row["id"].split("-")[0]) / 10
            ),
        }
        for row in cases(lambda month: 10, priority=priority)[:-1]
    ]
    judged = judge("flow.time-drift", {"cases": [*rows, *cases(lambda month: 10)[-1:]]})
    assert judged.result.result == "insufficient_data", judged.result.why
    assert judged.result.facts[0].value == 1


def later(row: dict[str, Any], hours: float) -> str:
    opened = datetime.fromisoformat(row["opened_at"].removesuffix("Z"))
    return (opened + timedelta(hours=hours + 0.1 * (int(row["id"].split("-")[1]) % 7))).isoformat() + "Z"


def test_few_months_or_few_cases_in_a_month_say_nothing() -> None:
    short = judge("flow.time-drift", {"cases": cases(lambda month: 10 + month, months=11)})
    thin = judge("flow.time-drift", {"cases": cases(lambda month: 10 + month, per_month=19)})
    assert (short.result.result, thin.result.result) == ("insufficient_data", "insufficient_data")


def test_open_cases_are_censored_and_not_left_out() -> None:
    """Of the cases that were ended the half took three hours; with those still open the half took longer."""
    opened = datetime(2023, 1, 10)
    times = [1, 2, 3, 4, None, None, None]
    rows = [
        {
            "id": f"I{number}",
            "kind": "incident",
            "service": "mail",
            "opened_at": opened.isoformat() + "Z",
            "resolved_at": "" if hours is None else (opened + timedelta(hours=hours)).isoformat() + "Z",
        }
        for number, hours in enumerate(times)
    ]
    ends = [
        {"id": f"E{day}", "kind": "problem", "opened_at": f"2023-{day}T00:00Z"} for day in ("01-01", "02-01")
    ]
    (median,) = [
        row for row in view("resolution_medians", {"cases": [*rows, *ends]}) if row["stratum"] is None
    ]
    assert (median["minutes"], median["n"], median["still_open"]) == (240, 7, 3)


def test_teams_and_categories_are_followed_too() -> None:
    judged = judge("flow.time-drift", {"cases": cases(lambda month: 10 + month, team="A", category="Access")})
    assert sorted(lead.object.id for lead in judged.result.leads) == ["A", "Access", "mail"]


def test_the_median_is_that_of_kaplan_and_meier() -> None:
    from random import Random

    from ringtrue.statistics.survival import median_time

    dice, opened, as_of = Random(4), datetime(2023, 1, 2), datetime(2023, 2, 1)
    drawn = [dice.expovariate(1 / 400) for _ in range(60)]
    starts = [opened + timedelta(hours=dice.randrange(700)) for _ in drawn]
    ended = [start + timedelta(hours=hours) < as_of for start, hours in zip(starts, drawn, strict=True)]
    rows = [
        {
            "id": f"I{number}",
            "kind": "incident",
            "service": "mail",
            "opened_at": start.isoformat() + "Z",
            "resolved_at": (start + timedelta(hours=round(hours))).isoformat() + "Z" if end else "",
        }
        for number, (start, hours, end) in enumerate(zip(starts, drawn, ended, strict=True))
    ]
    ends = [
        {"id": f"E{day}", "kind": "problem", "opened_at": f"2023-{day}T00:00Z"} for day in ("01-01", "02-01")
    ]
    times = [
        (round(hours) if end else (as_of - start).total_seconds() / 3600) * 60
        for start, hours, end in zip(starts, drawn, ended, strict=True)
    ]
    (median,) = [
        row for row in view("resolution_medians", {"cases": [*rows, *ends]}) if row["stratum"] is None
    ]
    assert median["minutes"] == median_time(times, ended).estimate
