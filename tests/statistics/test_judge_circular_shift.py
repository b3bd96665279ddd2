"""The judge of what gathers before certain days."""

from typing import Any

from ringtrue.statistics.judges import circular_shift


def rows(
    days: dict[int, int], ends: list[int], explained: int = 0, length: int = 360
) -> list[dict[str, Any]]:
    happened = [
        {"object": "papers", "day": day, "days": length, "n": n, "hits": n, "is_end": False}
        for day, n in days.items()
    ]
    audits = [
        {"object": "papers", "day": end, "days": length, "n": 0, "hits": 0, "is_end": True} for end in ends
    ]
    if explained:
        happened.append(
            {
                "object": "papers",
                "day": ends[0] - 5,
                "days": length,
                "n": explained,
                "hits": 0,
                "is_end": False,
            }
        )
    return [*happened, *audits]


EVEN = dict.fromkeys(range(0, 360, 6), 1)


def test_events_spread_over_the_year_are_no_effect() -> None:
    (judged,) = circular_shift()(rows(EVEN, [150, 330]), {})
    assert judged.testable and not judged.effect
    assert judged.p_value is not None and judged.p_value > 0.5


def test_events_that_gather_before_the_ends_are_an_effect() -> None:
    gathered = dict.fromkeys((*range(120, 150), *range(300, 330)), 2)
    (judged,) = circular_shift()(rows({**EVEN, **gathered}, [150, 330]), {})
    assert judged.effect and judged.p_value is not None
    # Only the true position holds as much, and two ends half a year apart repeat after half a ring.
    assert judged.p_value <= 2 / 360
    assert judged.deviations == 120 and judged.values["inside_days"] == 60
    assert judged.estimate is not None and abs(judged.estimate - (120 / 60) / (50 / 300)) < 1e-9


def test_the_window_holds_the_day_before_its_end_and_not_the_end() -> None:
    (inside,) = circular_shift(least=1)(rows({149: 1, 120: 1, 10: 1}, [150]), {})
    (outside,) = circular_shift(least=1)(rows({150: 1, 119: 1, 10: 1}, [150]), {})
    assert (inside.deviations, outside.deviations) == (2, 0)


def test_what_is_explained_counts_outside_only() -> None:
    (judged,) = circular_shift()(rows(EVEN, [150], explained=40), {})
    assert not judged.effect and judged.deviations == 5 and judged.n == 100


def test_too_few_events_days_or_windows_are_untestable() -> None:
    judge = circular_shift()
    assert judge(rows({1: 19}, [150]), {})[0].reason == "only 19 events; at least 20 are needed"
    assert judge(rows({1: 20}, [150], length=179), {})[0].reason == "only 179 days; at least 180 are needed"
    assert judge(rows({1: 20}, []), {})[0].reason == "no day lies inside a window"
