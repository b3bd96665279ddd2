"""The judge of windows of unusual demand that nobody named. Rows, one per object, with lists by day: day, weekday, n, missed, held, timed,
log_sum, log_squares, named.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.change_windows import Window, busiest_windows
from ringtrue.statistics.judges.groups import Number, Row, Settings, identity, number, too_few, untestable
from ringtrue.statistics.permutation import Counts, difference_of_shares

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAMED = "cases came at another rate for a time, and what is on record names it"
AT_AN_END = "cases came at another rate only at an end of the data: that cannot be told from the way the data were cut"


@dataclass(frozen=True)
class _Rule:
    least_days: float
    least: float
    ratio: float
    points: float
    longer: float
    edge: float


def demand_windows(
    least_days: Number = 84,
    least: Number = 20,
    ratio: Number = 2.0,
    points: Number = 0.05,
    longer: Number = 0.25,
    edge: Number = 7,
    seed: int = 20260101,
) -> Judge:
    """An effect where the cases of a day come at least ``ratio`` times as often as otherwise, or as seldom, throughout a window that nobody
    named, and fare worse in it: a share of misses higher by ``points``, or times longer by ``longer`` (their geometric mean).

    Windows are looked for by ``busiest_windows``; one with a day that is ``named``, or that reaches into the first or last ``edge`` days, is
    passed over. Window and rest need ``least`` cases each.
    p: the larger of that of the window (permutation within weekdays) and of the worse outcome (Fisher's exact test for misses, Welch's
    test for the logarithms of times; the smaller of the two, doubled). Estimate: the ratio of the daily rates. n: all cases; deviations: those
    in the window. ``values``: ``first_day``, ``last_day``, ``window_days``, ``rate_ratio``, ``worse``. Where only
    such windows stand out, the object is untestable.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        rule = _Rule(*(number(one, settings) for one in (least_days, least, ratio, points, longer, edge)))
        return [_judge(row, rule, seed) for row in rows]

    return judge


def _judge(row: Row, rule: _Rule, seed: int) -> Judgement:
    columns = _columns(row)
    days, n = len(row["day"]), int(columns["n"].sum())
    if days < max(2, rule.least_days):
        return untestable(row, n, too_few(days, rule.least_days, "days"))
    if n < 2 * rule.least:
        return untestable(row, n, too_few(n, 2 * rule.least))
    found = busiest_windows(columns["n"], row["weekday"], rule.ratio, rule.least, seed)
    inner = [one for one in found if one.first >= rule.edge and one.last < days - rule.edge]
    unnamed = [one for one in inner if not columns["named"][one.first : one.last + 1].any()]
    judged = [_weighed(row, columns, one, rule, n) for one in unnamed]
    best = min(judged, key=lambda one: (not one.effect, one.p_value or 0.0), default=None)
    if best is None and found:
        return untestable(row, n, NAMED if inner else AT_AN_END)
    return best or Judgement(**identity(row), n=n, deviations=0, p_value=1.0)


def _weighed(
    row: Row, columns: "dict[str, NDArray[np.float64]]", window: Window, rule: _Rule, n: int
) -> Judgement:
    """Whether cases fared worse in the window than in the rest."""
    inside, outside = _sums(columns, window)
    missed, p_missed = _more_missed(inside, outside, rule)
    slower, p_slower = _slower(inside, outside, rule)
    worse = [told for told, p in ((missed, p_missed), (slower, p_slower)) if told]
    enough = min(inside["n"], outside["n"]) >= rule.least
    p_worse = min(1.0, 2 * min(p_missed if missed else 1.0, p_slower if slower else 1.0))
    return Judgement(
        **identity(row),
        n=n,
        deviations=int(inside["n"]),
        estimate=window.ratio,
        p_value=max(window.p_value, p_worse),
        effect=bool(worse) and enough,
        values={
            "first_day": str(row["day"][window.first]),
            "last_day": str(row["day"][window.last]),
            "window_days": window.last - window.first + 1,
            "rate_ratio": f"{window.ratio:.1f}",
            "worse": " and ".join(worse),
        },
    )


def _more_missed(inside: "dict[str, float]", outside: "dict[str, float]", rule: _Rule) -> tuple[str, float]:
    held = (int(inside["missed"]), int(inside["held"]), int(outside["missed"]), int(outside["held"]))
    difference = difference_of_shares([Counts(*held)], "greater") if held[1] and held[3] else None
    if difference is None or min(held[1], held[3]) < rule.least:
        return "", 1.0
    inner, outer = held[0] / held[1], held[2] / held[3]
    told = f"{100 * inner:.1f} % missed their time instead of {100 * outer:.1f} %"
    return (told, difference.p_value) if inner - outer >= rule.points - 1e-12 else ("", 1.0)


def _slower(inside: "dict[str, float]", outside: "dict[str, float]", rule: _Rule) -> tuple[str, float]:
    """Welch's test on the logarithms of times, by the normal limit: both sides are large."""
    from math import erfc, exp

    if min(inside["timed"], outside["timed"]) < max(2, rule.least):
        return "", 1.0
    (mean, error), (other_mean, other_error) = _mean(inside), _mean(outside)
    longer, spread = exp(mean - other_mean), (error + other_error) ** 0.5
    if longer < 1 + rule.longer - 1e-12:
        return "", 1.0
    p = 0.5 * erfc((mean - other_mean) / (spread * 2**0.5)) if spread > 0 else 0.0
    return f"they took {longer:.1f} times as long", p


def _mean(sums: "dict[str, float]") -> tuple[float, float]:
    """The mean logarithm and the square of its standard error."""
    n = sums["timed"]
    mean = sums["log_sum"] / n
    return mean, max(0.0, sums["log_squares"] / n - mean**2) / (n - 1)


def _sums(
    columns: "dict[str, NDArray[np.float64]]", window: Window
) -> "tuple[dict[str, float], dict[str, float]]":
    inside = {name: float(values[window.first : window.last + 1].sum()) for name, values in columns.items()}
    return inside, {name: float(values.sum()) - inside[name] for name, values in columns.items()}


def _columns(row: Row) -> "dict[str, NDArray[np.float64]]":
    import numpy as np

    names = ("n", "missed", "held", "timed", "log_sum", "log_squares", "named")
    return {name: np.array(row[name], dtype=float) for name in names}
