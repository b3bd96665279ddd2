"""The judge of the busiest window. Rows: object, n, most_in_window, window_minutes, exposure_minutes."""

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import (
    UNKNOWN,
    Number,
    Row,
    Settings,
    count,
    identity,
    measure,
    number,
    untestable,
)
from ringtrue.statistics.scan import scan_p


def burst(least: Number = 20) -> Judge:
    """An effect where the busiest window holds at least ``least`` events.

    ``exposure_minutes`` is the time in which the object could act (its working time, not the calendar's).
    p: how likely so busy a window is at the object's own rate, n over exposure. deviations and estimate:
    the events in the busiest window. ``values``: ``expected``, the events of a window at that rate, and
    ``window_minutes``. An object of fewer events in all than ``least`` cannot have the effect, and passes.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        return [_judge(row, number(least, settings)) for row in rows]

    return judge


def _judge(row: Row, least: float) -> Judgement:
    n, most = count(row, "n"), count(row, "most_in_window")
    window, exposure = measure(row, "window_minutes"), measure(row, "exposure_minutes")
    if n is None or most is None or window is None or exposure is None:
        return untestable(row, n or 0, UNKNOWN)
    if n == 0:
        return untestable(row, n, "nothing happened that could be looked at")
    if exposure < window or window <= 0:
        return untestable(row, n, "the time in which it acted is shorter than one window")
    rate = n / exposure
    return Judgement(
        **identity(row),
        n=n,
        deviations=most,
        estimate=float(most),
        p_value=scan_p(most, rate, window, exposure),
        effect=most >= least,
        values={"expected": rate * window, "window_minutes": window},
    )
