"""The judge of durations just below a target."""

from collections import Counter

import numpy as np
import pytest

from ringtrue.statistics.judges import bunching, decide


def durations(n=3000, target=240, share=0.0, seed=1):
    """Log-normal minutes, a share of them moved from just above the target to just below."""
    minutes = target * np.exp(np.random.default_rng(seed).normal(size=n) - 0.84)
    just_above = np.flatnonzero((minutes > target) & (minutes <= 1.5 * target))[: int(share * n)]
    minutes[just_above] = target * (1 - 0.001 - 0.06 * np.linspace(0, 1, len(just_above)))
    return minutes


def rows(minutes, target=240, name="mail", **more):
    bins = Counter(np.floor(minutes).astype(int).tolist())
    return [
        {"object": name, "target": target, "bin": minute, "count": cases, **more}
        for minute, cases in sorted(bins.items())
    ]


def leads(judge, given, settings=None):
    return [judgement.object for judgement, lead in decide(judge(given, settings or {})) if lead]


def test_smooth_durations_are_no_lead():
    assert leads(bunching(), rows(durations())) == []


def test_durations_moved_below_the_target_are_a_lead():
    assert leads(bunching(), rows(durations(share=0.08))) == ["mail"]


def test_the_excess_is_told_as_a_share_of_the_attained():
    minutes = durations(share=0.08)
    (judgement,) = bunching()(rows(minutes), {})
    attained = int((np.floor(minutes) <= 240).sum())
    assert judgement.values["attained"] == attained
    assert judgement.estimate == pytest.approx(240 / attained, abs=0.03)
    assert judgement.lower < judgement.estimate < judgement.upper
    assert judgement.values["target"] == 240


def test_the_attained_may_be_given():
    given = rows(durations(share=0.08), attained=30_000)
    assert leads(bunching(), given) == []


def test_few_cases_near_the_target_say_nothing():
    (judgement,) = bunching()(rows(durations(n=250)), {})
    assert not judgement.testable
    assert judgement.reason.startswith("only 90 cases")
    assert judgement.reason.endswith("took between half and twice the target; at least 100 are needed")


def test_whole_hours_are_no_lead():
    assert leads(bunching(), rows(np.round(durations() / 60) * 60)) == []


def test_quarter_hours_are_no_lead():
    assert leads(bunching(), rows(np.round(durations() / 15) * 15)) == []


def test_the_least_share_is_the_boundary():
    given = rows(durations(share=0.08))
    (judgement,) = bunching()(given, {})
    assert leads(bunching(least_share=judgement.estimate), given) == ["mail"]
    assert leads(bunching(least_share=judgement.estimate + 1e-6), given) == []


def test_a_hundred_thousand_cases_with_a_little_moved_are_no_lead():
    given = rows(durations(n=100_000, share=0.015))
    (judgement,) = bunching()(given, {})
    assert judgement.p_value < 0.001
    assert leads(bunching(), given) == []


def test_of_two_targets_the_one_that_bunches_speaks_and_pays_for_both():
    smooth = rows(durations(target=480, seed=2), target=480)
    bunched = rows(durations(share=0.08), target=240)
    (alone,) = bunching()(bunched, {})
    (both,) = bunching()([*smooth, *bunched], {})
    assert both.values["target"] == 240
    assert both.p_value == pytest.approx(2 * alone.p_value)


def test_targets_too_short_or_unknown_say_nothing():
    (judgement,) = bunching()(rows(durations(), target=10), {})
    assert judgement.reason == "no target of at least 20 minutes is known"
    (judgement,) = bunching()(rows(durations(), target=None), {})
    assert not judgement.testable


def test_objects_are_judged_apart():
    given = [*rows(durations(seed=4), name="print"), *rows(durations(share=0.08))]
    assert leads(bunching(), given) == ["mail"]
