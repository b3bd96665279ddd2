"""Judges: each factory returns a ``model.Judge``, a function of rows and settings that says what holds of
each group.

Rows have ``object`` and may have ``service`` and ``family``; further columns are named by each factory. An
argument of a factory is a number, or the name of the setting that holds it. Groups with too little data
come out untestable, with the reason.
"""

from ringtrue.statistics.judges.decide import decide
from ringtrue.statistics.judges.funnel import funnel
from ringtrue.statistics.judges.share_above import any_deviation, share_above

__all__ = ["any_deviation", "decide", "funnel", "share_above"]
