"""Judges: each factory returns a ``model.Judge``, a function of rows and settings that says what holds of
each group.

Rows have ``object`` and may have ``service`` and ``family``; further columns are named by each factory. An
argument of a factory is a number, or the name of the setting that holds it. Groups with too little data
come out untestable, with the reason.
"""

from ringtrue.statistics.judges.after_events import after_events
from ringtrue.statistics.judges.any_or_share import any_or_share
from ringtrue.statistics.judges.any_with_values import any_with_values
from ringtrue.statistics.judges.bunching import bunching
from ringtrue.statistics.judges.burst import burst
from ringtrue.statistics.judges.circular_shift import circular_shift
from ringtrue.statistics.judges.claim_bounds import claim_bounds
from ringtrue.statistics.judges.decide import decide
from ringtrue.statistics.judges.demand_windows import demand_windows
from ringtrue.statistics.judges.drifting import drifting
from ringtrue.statistics.judges.first_digits import first_digits
from ringtrue.statistics.judges.funnel import funnel
from ringtrue.statistics.judges.green_but_unhappy import green_but_unhappy
from ringtrue.statistics.judges.hidden_segment import hidden_segment
from ringtrue.statistics.judges.own_shift import own_shift
from ringtrue.statistics.judges.perceived_apart import perceived_apart
from ringtrue.statistics.judges.period_ratio import period_ratio
from ringtrue.statistics.judges.rate_ratio import rate_ratio
from ringtrue.statistics.judges.rising import rising
from ringtrue.statistics.judges.selection import selection
from ringtrue.statistics.judges.share_above import any_deviation, share_above
from ringtrue.statistics.judges.share_against_expected import share_against_expected
from ringtrue.statistics.judges.share_of_sums import share_of_sums
from ringtrue.statistics.judges.slow_median import slow_median
from ringtrue.statistics.judges.weak_link import weak_link

__all__ = [
    "after_events",
    "any_deviation",
    "any_or_share",
    "any_with_values",
    "bunching",
    "burst",
    "circular_shift",
    "claim_bounds",
    "decide",
    "demand_windows",
    "drifting",
    "first_digits",
    "funnel",
    "green_but_unhappy",
    "hidden_segment",
    "own_shift",
    "perceived_apart",
    "period_ratio",
    "rate_ratio",
    "rising",
    "selection",
    "share_above",
    "share_against_expected",
    "share_of_sums",
    "slow_median",
    "weak_link",
]
