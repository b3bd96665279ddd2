"""The judge of a trend over periods."""

import pytest

from ringtrue.statistics.judges import decide, rising

NOISE = [
    0.2,
    -0.1,
    0.3,
    -0.3,
    0.1,
    -0.2,
    0.0,
    0.25,
    -0.25,
    0.15,
    -0.15,
    0.05,
    0.1,
    -0.1,
    0.2,
    -0.2,
    0.3,
    -0.3,
]


def rows(values, name="mail", **more):
    return [
        {"object": name, "period": f"2024-{month:02}", "value": value, "n": 30, **more}
        for month, value in enumerate(values, start=1)
    ]


def course(per_month, months=12, level=10.0):
    return [level + per_month * month + NOISE[month] for month in range(months)]


def leads(judge, given, settings=None):
    return [judgement.object for judgement, lead in decide(judge(given, settings or {})) if lead]


def test_a_level_course_is_no_lead():
    assert leads(rising(), rows(course(0))) == []


def test_a_rising_course_is_a_lead():
    assert leads(rising(), rows(course(0.5))) == ["mail"]


def test_the_change_over_the_whole_time_is_said():
    (judgement,) = rising()(rows(course(0.5)), {})
    assert judgement.estimate == pytest.approx(5.5, abs=0.4)
    assert judgement.lower <= judgement.estimate <= judgement.upper
    assert judgement.values["relative_change"] == pytest.approx(5.5 / 12.75, abs=0.05)
    assert (judgement.values["first_period"], judgement.values["last_period"]) == ("2024-01", "2024-12")
    assert judgement.n == 12 * 30


def test_a_falling_course_is_a_lead_only_where_falling_is_asked():
    falling = rows(course(-0.5, level=20))
    assert leads(rising(), falling) == []
    assert leads(rising(direction="down"), falling) == ["mail"]


def test_eleven_periods_are_too_few():
    (judgement,) = rising()(rows(course(0.5, months=11)), {})
    assert (judgement.testable, judgement.reason) == (False, "only 11 periods; at least 12 are needed")


def test_periods_without_a_value_do_not_count():
    (judgement,) = rising()(rows([*course(0.5, months=11), None]), {})
    assert judgement.reason == "only 11 periods; at least 12 are needed"


def test_periods_with_few_cases_can_be_left_out():
    given = rows(course(0.5))
    given[4]["n"] = 3
    (judgement,) = rising(least_n=5)(given, {})
    assert judgement.reason == "only 11 periods; at least 12 are needed"


def test_the_least_change_is_the_boundary():
    # A straight line from 10.0 to 11.1, median 10.55: 10.4 %.
    line = rows([10 + 0.1 * month for month in range(12)])
    assert leads(rising(least_change=0.104), line) == ["mail"]
    assert leads(rising(least_change=0.105), line) == []


def test_a_change_can_be_asked_in_points():
    line = rows([0.20 + 0.01 * month for month in range(12)])
    assert leads(rising(relative=False, least_change=0.11), line) == ["mail"]
    assert leads(rising(relative=False, least_change=0.12), line) == []


def test_a_certain_but_tiny_rise_is_no_lead_however_many_cases():
    tiny = rows([100 + 0.1 * month for month in range(12)], n=100_000)
    (judgement,) = rising()(tiny, {})
    assert judgement.p_value < 0.001
    assert leads(rising(), tiny) == []


def test_one_wild_period_is_no_trend():
    assert leads(rising(), rows([*course(0, months=11), 90.0])) == []


def test_a_season_is_no_trend():
    season = [10, 11, 13, 15, 16, 16, 15, 13, 11, 10, 9, 9, 10, 11, 13, 15, 16, 16, 15, 13, 11, 10, 9, 9]
    assert leads(rising(), rows([float(value) for value in season])) == []


def test_a_gap_in_the_periods_stays_a_gap():
    full = rows([float(month) for month in range(24)], name="full")
    gappy = [{**each, "object": "gappy"} for month, each in enumerate(full) if month < 6 or month >= 18]
    _, judgement = rising()([*full, *gappy], {})
    assert judgement.estimate == pytest.approx(23)


def test_values_that_are_mostly_zero_are_measured_by_their_mean():
    (judgement,) = rising()(rows([0.0] * 18), {})
    assert judgement.testable and not judgement.effect
    assert judgement.values["relative_change"] is None


def test_the_order_of_the_rows_does_not_matter():
    given = rows(course(0.5))
    assert rising()(given[::-1], {}) == rising()(given, {})
