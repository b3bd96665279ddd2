"""The judge of the last working days of periods."""

import pytest

from ringtrue.statistics.judges import decide, period_ratio

TAILS = [20, 24, 19, 22, 21, 18, 23, 20, 22, 19, 21, 20]


def rows(factor=1.0, periods=12, per_day=1, name="mail"):
    """Months of 20 other days with 10 a day and 2 last days with 10 a day times the factor."""
    return [
        {
            "object": name,
            "period": f"2024-{month:02}",
            "tail_count": round(TAILS[month] * factor * per_day),
            "tail_days": 2,
            "other_count": (200 + month % 3) * per_day,
            "other_days": 20,
        }
        for month in range(periods)
    ]


def leads(judge, given, settings=None):
    return [judgement.object for judgement, lead in decide(judge(given, settings or {})) if lead]


def test_last_days_like_all_days_are_no_lead():
    assert leads(period_ratio(), rows()) == []


def test_last_days_twice_as_busy_are_a_lead():
    assert leads(period_ratio(), rows(factor=2)) == ["mail"]


def test_the_ratio_is_that_of_daily_rates():
    (judgement,) = period_ratio()(rows(factor=2), {})
    assert judgement.estimate == pytest.approx(2 * 249 / 24 / (2412 / 240))
    assert judgement.lower < judgement.estimate < judgement.upper
    assert judgement.values["other_rate"] == pytest.approx(10.05)


def test_a_ratio_above_the_limit_with_a_lower_bound_below_it_is_no_lead():
    (judgement,) = period_ratio()(rows(factor=1.48), {})
    assert judgement.estimate > 1.5 > judgement.lower
    assert not judgement.effect


def test_five_periods_are_too_few():
    (judgement,) = period_ratio()(rows(factor=2, periods=5), {})
    assert (judgement.testable, judgement.reason) == (False, "only 5 periods; at least 6 are needed")


def test_six_periods_are_enough():
    assert leads(period_ratio(), rows(factor=2, periods=6)) == ["mail"]


def test_one_month_of_billing_does_not_make_a_habit():
    given = rows()
    given[3]["tail_count"] = 300
    assert leads(period_ratio(), given) == []


def test_a_hundred_thousand_cases_with_slightly_busier_last_days_are_no_lead():
    given = rows(factor=1.2, per_day=50)
    (judgement,) = period_ratio()(given, {})
    assert judgement.n > 100_000
    assert judgement.p_value < 0.001
    assert leads(period_ratio(), given) == []


def test_periods_without_days_are_left_out():
    given = rows(factor=2, periods=6)
    given[0]["other_days"] = 0
    (judgement,) = period_ratio()(given, {})
    assert judgement.reason == "only 5 periods; at least 6 are needed"


def test_few_cases_in_many_periods_say_nothing():
    given = [{**each, "tail_count": 1, "other_count": 0} for each in rows()]
    (judgement,) = period_ratio()(given, {})
    assert judgement.reason == "only 12 cases; at least 20 are needed"


def test_nothing_in_the_rest_of_the_periods_gives_no_ratio():
    given = [{**each, "other_count": 0} for each in rows()]
    (judgement,) = period_ratio()(given, {})
    assert not judgement.testable


def test_the_limit_is_a_setting():
    assert leads(period_ratio(limit="limit"), rows(factor=2), {"limit": 3}) == []


def test_the_same_rows_give_the_same_bounds():
    assert period_ratio()(rows(factor=2), {}) == period_ratio()(rows(factor=2), {})
