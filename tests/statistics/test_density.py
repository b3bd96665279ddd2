"""Bunching just below a threshold: found where cases were moved, not found in what only looks like it."""

from collections import Counter

import numpy as np
import pytest

from ringtrue.statistics.density import bunching, density_jump


def lognormal(seed, n=3000, target=240, spread=1.0):
    """Minutes of which about eight in ten lie within the target."""
    return target * np.exp(spread * (np.random.default_rng(seed).normal(size=n) - 0.84))


def rounded(minutes, seed):
    """Most people write down a quarter, half or whole hour."""
    units = np.random.default_rng(seed).choice([1, 15, 30, 60], p=[0.4, 0.2, 0.2, 0.2], size=len(minutes))
    return np.round(minutes / units) * units


def moved(minutes, target, share=0.08):
    """Some of those just above the target are closed just below it instead."""
    minutes = minutes.copy()
    just_above = np.flatnonzero((minutes > target) & (minutes <= 1.5 * target))[: int(share * len(minutes))]
    minutes[just_above] = target * (1 - 0.001 - 0.06 * np.linspace(0, 1, len(just_above)))
    return minutes


def histogram(minutes):
    return dict(Counter(np.floor(minutes).astype(int).tolist()))


def fires(minutes, target=240):
    seen = bunching(histogram(minutes), target)
    return seen.p_value < 0.05 and seen.excess >= 0.05 * (minutes <= target).sum()


def next_morning(seed, n=3000, target=480):
    """Working time until the first minutes of the next working day: a bend at the length of a day, but no
    jump.
    """
    draw = np.random.default_rng(seed)
    return target - draw.uniform(0, target, n) + draw.exponential(target / 8, n)


@pytest.mark.parametrize("target", [60, 240, 480, 1440, 2880, 43_200])
def test_smooth_durations_do_not_bunch(target):
    assert sum(fires(lognormal(seed, target=target), target) for seed in range(10)) == 0


@pytest.mark.parametrize("target", [60, 240, 480, 1440])
def test_durations_rounded_to_quarters_and_hours_do_not_bunch(target):
    assert sum(fires(rounded(lognormal(seed, target=target), seed), target) for seed in range(10)) == 0


@pytest.mark.parametrize("unit", [15, 30, 60])
def test_durations_in_whole_quarters_or_hours_only_do_not_bunch(unit):
    assert not any(fires(np.round(lognormal(seed) / unit) * unit) for seed in range(10))


def test_work_that_ends_the_next_morning_does_not_bunch():
    assert not any(fires(next_morning(seed), 480) for seed in range(10))


def test_a_hump_of_durations_around_the_target_does_not_bunch():
    draw = np.random.default_rng(1)
    hump = np.concatenate([lognormal(1), np.abs(draw.normal(230, 50, 2000))])
    assert not fires(hump)


@pytest.mark.parametrize("target", [60, 240, 480, 1440, 2880, 43_200])
def test_moved_cases_are_found_at_every_length_of_target(target):
    assert all(fires(moved(lognormal(seed, target=target), target), target) for seed in range(5))


def test_moved_cases_are_found_among_rounded_ones():
    assert all(fires(moved(rounded(lognormal(seed), seed), 240)) for seed in range(5))


def test_the_excess_is_about_what_was_moved():
    minutes = lognormal(3, n=20_000)
    seen = bunching(histogram(moved(minutes, 240)), 240)
    assert seen.excess == pytest.approx(0.08 * 20_000, rel=0.2)
    assert seen.lower < seen.excess < seen.upper
    assert seen.below - seen.expected == seen.excess


def test_p_is_seldom_small_by_chance():
    p_values = [bunching(histogram(lognormal(seed)), 240).p_value for seed in range(60)]
    assert sum(p < 0.05 for p in p_values) <= 5


def test_a_hundred_thousand_cases_with_a_little_moved_are_significant_but_no_excess_to_speak_of():
    minutes = moved(lognormal(5, n=100_000), 240, share=0.015)
    assert bunching(histogram(minutes), 240).p_value < 0.001
    assert not fires(minutes)


def test_a_jump_alone_is_seen_by_the_jump_test():
    assert density_jump(dict.fromkeys(range(400), 20) | dict.fromkeys(range(241, 400), 10), 240) < 1e-6
    assert density_jump(dict.fromkeys(range(400), 20), 240) == pytest.approx(0.5, abs=0.1)
    assert density_jump(dict.fromkeys(range(400), 10) | dict.fromkeys(range(241, 400), 20), 240) > 0.999


def test_minutes_without_cases_may_be_given_or_left_out():
    counts = histogram(lognormal(2, n=300))
    with_zeros = dict.fromkeys(range(1000), 0) | counts
    assert bunching(counts, 240) == bunching(with_zeros, 240)


def test_no_cases_near_the_target_say_nothing():
    seen = bunching({}, 240)
    assert seen.near == 0
    assert seen.p_value >= 0.5


def test_a_target_of_a_few_minutes_is_refused():
    with pytest.raises(ValueError, match="at least 20 minutes, found 10"):
        bunching({5: 3}, 10)
