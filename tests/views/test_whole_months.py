"""The calendar months that the data hold whole: what an export holds only in part is no month to compare with."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.given import view

Cases = list[dict[str, Any]]


def opened(first: date, last: date, a_day: int = 4, prefix: str = "I", **more: Any) -> Cases:
    """``a_day`` cases opened on each day from ``first`` to ``last``, each resolved twenty days later."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [
        {
            "id": f"{prefix}{day}-{place}",
            "opened_at": f"{day}T1{place}:00Z",
            "resolved_at": f"{day + timedelta(days=20)}T1{place}:00Z",
            **more,
        }
        for day in days
        for place in range(a_day)
    ]


def months(cases: Cases, **more: Any) -> list[str]:
    return sorted(f"{row['month']:%Y-%m}" for row in view("whole_months", {"cases": cases}, **more))


def test_an_export_from_border_to_border_is_whole_but_for_the_month_that_only_ends_cases():
    assert months(opened(date(2024, 1, 1), date(2024, 4, 30))) == ["2024-01", "2024-02", "2024-03", "2024-04"]


def test_months_of_which_only_a_part_came_are_left_out_though_cases_were_worked_on_before_and_after():
    cases = opened(date(2024, 1, 10), date(2024, 6, 12))
    older = opened(date(2023, 10, 1), date(2023, 12, 31), a_day=1, prefix="O")[::9]
    assert months(older + cases) == ["2024-02", "2024-03", "2024-04", "2024-05"]


def test_what_stayed_open_from_before_and_the_trickle_after_are_no_months():
    cases = opened(date(2024, 3, 1), date(2024, 5, 31))
    before = opened(date(2023, 11, 1), date(2024, 2, 29), a_day=1, prefix="B")[::4]
    after = opened(date(2024, 6, 1), date(2024, 8, 31), a_day=1, prefix="A")[::4]
    assert months(before + cases + after) == ["2024-03", "2024-04", "2024-05"]


def test_an_end_within_three_days_of_a_border_is_the_border():
    assert months(opened(date(2024, 1, 3), date(2024, 3, 29))) == ["2024-01", "2024-02", "2024-03"]
    assert months(opened(date(2024, 1, 5), date(2024, 3, 26))) == ["2024-02"]


def test_where_few_cases_come_a_quiet_week_at_either_end_is_no_end():
    weekly = opened(date(2024, 1, 8), date(2024, 6, 23), a_day=1)[::7]
    older = opened(date(2023, 12, 20), date(2023, 12, 20), a_day=1, prefix="O")
    found = months(older + weekly, audit={"period": (date(2024, 1, 1), date(2024, 6, 30))})
    assert found == ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]


def test_problems_alone_are_whole_from_their_first_to_their_last_moment():
    assert months(opened(date(2024, 1, 1), date(2024, 3, 20), kind="problem")) == [
        "2024-01",
        "2024-02",
        "2024-03",
    ]


def test_the_audit_period_bounds_them():
    period = {"period": (date(2024, 2, 1), date(2024, 3, 31))}
    assert months(opened(date(2024, 1, 1), date(2024, 6, 30)), audit=period) == ["2024-02", "2024-03"]


def test_the_end_of_what_came_in_is_its_last_case_where_cases_came_daily():
    cases = opened(date(2024, 1, 1), date(2024, 6, 12))
    (row,) = view("whole_arrivals", {"cases": cases})
    assert row["ends_at"] == datetime(2024, 6, 12, 13)
