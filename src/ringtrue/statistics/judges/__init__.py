"""Judges: each factory returns a ``model.Judge``, a function of rows and settings that says what holds of
each group.

Rows have ``object`` and may have ``service`` and ``family``; further columns are named by each factory. An
argument of a factory is a number, or the name of the setting that holds it. Groups with too little data
come out untestable, with the reason.
"""

from ringtrue.statistics.judges.bunching import bunching
from ringtrue.statistics.judges.burst import burst
from ringtrue.statistics.judges.decide import decide
from ringtrue.statistics.judges.funnel import funnel
from ringtrue.statistics.judges.green_but_unhappy import green_but_unhappy
from ringtrue.statistics.judges.own_shift import own_shift
from ringtrue.statistics.judges.period_ratio import period_ratio
from ringtrue.statistics.judges.rate_ratio import rate_ratio
from ringtrue.statistics.judges.rising import rising
from ringtrue.statistics.judges.share_above import any_deviation, share_above
from ringtrue.statistics.judges.share_against_expected import share_against_expected

__all__ = [
    "any_deviation",
    "bunching",
    "burst",
    "decide",
    "funnel",
    "green_but_unhappy",
    "own_shift",
    "period_ratio",
    "rate_ratio",
    "rising",
    "share_above",
    "share_against_expected",
]
