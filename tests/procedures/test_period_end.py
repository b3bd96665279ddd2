"""The pace of the last two working days of a month against the other days."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from tests.given import Judged, judge

Cases = list[dict[str, Any]]


def working_days(months: int) -> Iterator[tuple[date, bool]]:
    """Every day from Monday to Friday of so many months from December 2023, and whether it is one of a month's last two."""
    for number in range(months):
        year, month = 2023 + (number + 11) // 12, (number + 11) % 12 + 1
        days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
        days = [day for day in days if day.isoweekday() <= 5]
        yield from ((day, day in days[-2:]) for day in days)


def finished(team: str, usual: int, at_end: int, months: int = 8, hour: int = 10, **more: Any) -> Cases:
    """``usual`` closings on each day, ``at_end`` on the last two of each month; part of the first and last month."""
    return [
        {
            "id": f"{team}{day}{place}",
            "team": team,
            "opened_at": datetime(2023, 11, 1),
            "closed_at": datetime.combine(day, time(hour)),
            "closed_by": f"{team}{place % 3}",
            **more,
        }
        for day, is_end in working_days(months)
        for place in range(at_end if is_end else usual)
    ]


def told(*cases: Cases, **more: Any) -> Judged:
    audit = more.pop("audit", None)
    everything = [one for some in cases for one in some]
    return judge("substance.period-end", {"cases": everything, **more}, audit)


def test_a_rush_at_the_end_of_each_month_is_a_lead() -> None:
    judged = told(finished("A", 2, 6), finished("B", 2, 2))
    (lead,) = judged.result.leads
    assert (lead.object.id, lead.estimate) == ("A", 3.0)
    assert "A finishes 3.0 times as many cases per working day" in lead.statement
    assert {row["item"]: row["verdict"] for row in judged.rows} == {"A": "deviation", "B": "pass"}


def test_one_and_a_half_times_is_the_boundary_and_no_lead() -> None:
    assert told(finished("A", 2, 3)).result.result == "no_lead"


def test_six_whole_months_are_enough_and_five_are_not() -> None:
    assert len(told(finished("A", 2, 6, months=8)).result.leads) == 1
    judged = told(finished("A", 2, 6, months=7))
    assert (judged.result.result, judged.rows[0]["reason"]) == (
        "insufficient_data",
        "only 5 periods; at least 6 are needed",
    )


def test_where_the_period_is_declared_its_first_and_last_month_are_whole() -> None:
    audit = {"period": (date(2023, 12, 1), date(2024, 5, 31))}
    assert len(told(finished("A", 2, 6, months=6), audit=audit).result.leads) == 1


def test_a_declared_month_that_the_data_do_not_reach_the_end_of_is_left_out() -> None:
    audit = {"period": (date(2023, 12, 1), date(2024, 5, 31))}
    cases = [one for one in finished("A", 2, 6, months=6) if one["closed_at"] < datetime(2024, 5, 20)]
    assert told(cases, audit=audit).result.result == "insufficient_data"


def test_a_freeze_near_the_end_of_months_leaves_them_out() -> None:
    freezes = [
        {
            "id": f"F{month}",
            "kind": "freeze",
            "at": f"2024-0{month}-20T00:00Z",
            "until": f"2024-0{month}-28T00:00Z",
        }
        for month in (1, 2)
    ]
    judged = told(finished("A", 2, 6), context_events=freezes)
    assert judged.result.result == "insufficient_data"
    assert [fact.value for fact in judged.result.facts] == [2]


def test_a_freeze_early_in_a_month_changes_nothing() -> None:
    freeze = [{"id": "F", "kind": "freeze", "at": "2024-02-02T00:00Z", "until": "2024-02-05T00:00Z"}]
    assert len(told(finished("A", 2, 6), context_events=freeze).result.leads) == 1


def test_under_automatic_closing_the_resolution_counts() -> None:
    # Resolved evenly; every other case of a month is closed in one go on its last working day.
    cases = finished("A", 2, 2)
    for place, one in enumerate(cases):
        one["resolved_at"] = one["closed_at"]
        last = max(day for day, _ in working_days(8) if day.month == one["closed_at"].month)
        if place % 2:
            one.update(closed_at=datetime.combine(last, time(18)))
        one.update(closed_by="robot")
    robot = [{"id": "robot", "kind": "automation"}]
    assert told(cases, parties=robot).result.result == "no_lead"
    by_people = [{**one, "closed_by": f"p{place % 3}"} for place, one in enumerate(cases)]
    assert len(told(by_people).result.leads) == 1


def test_days_are_those_of_the_audits_time_zone() -> None:
    # 17:00 in Los Angeles is the next day in UTC: the last day's rush would fall into the next month.
    cases = finished("A", 2, 8, hour=17)
    for one in cases:
        one["closed_at"] = f"{one['closed_at']:%Y-%m-%dT%H:%M}-08:00"
    (lead,) = told(cases, audit={"timezone": "Etc/GMT+8"}).result.leads
    assert lead.estimate == 4.0


def test_the_roster_of_a_team_says_which_days_are_working_days() -> None:
    # On duty from Monday to Thursday only: Friday's closings count on no day, and the last two days move.
    roster = [
        {"id": "four", "zone": "UTC", "weekday": day, "opens": "08:00", "closes": "18:00"}
        for day in range(1, 5)
    ]
    parties = [{"id": "A", "kind": "team", "calendar": "four"}]
    judged = told(finished("A", 2, 6), parties=parties, calendars=roster)
    assert judged.rows[0]["n"] < told(finished("A", 2, 6)).rows[0]["n"]


def test_cases_closed_before_they_were_opened_are_left_out() -> None:
    cases = finished("A", 2, 6)
    for one in cases:
        if one["closed_at"] > datetime(2024, 3, 1):
            one["opened_at"] = datetime(2025, 1, 1)
    assert told(cases).result.result == "insufficient_data"
