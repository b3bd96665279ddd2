"""How many new cases it takes to tell that a failure became rare, by the exact binomial bound."""

from ringtrue.model.follow_up import NewCases
from ringtrue.statistics.intervals import exact_upper

TOLERABLE, CONFIDENCE = 0.10, 0.95
"""The usual demand: less than one in ten, with 95 % confidence [D]."""

_MOST = 10_000_000


def cases_needed(tolerable: float = TOLERABLE, confidence: float = CONFIDENCE, repeats: int = 0) -> int:
    """The fewest new cases with which ``repeats`` repeats show a rate below ``tolerable``: 29 for 10 %, 95 % and none.

    ValueError where a share is not between 0 and 1, or ``repeats`` is negative.
    """
    _check(tolerable, confidence, repeats)
    low, high = repeats, repeats + 1
    while exact_upper(repeats, high, confidence) >= tolerable:
        low, high = high, high * 2
        if high > _MOST:
            raise ValueError(f"no number of cases up to {_MOST:,} shows a rate below {tolerable}")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if exact_upper(repeats, middle, confidence) < tolerable else (middle, high)
    return high


def upper_bound(seen: NewCases) -> float:
    """The highest rate of repeats that the new cases leave open, one-sided at their confidence."""
    return exact_upper(seen.repeats, seen.cases, seen.confidence)


def is_shown(seen: NewCases) -> bool:
    """Whether the new cases show that the rate is below the tolerable one."""
    return upper_bound(seen) < seen.tolerable


def more_needed(seen: NewCases) -> int:
    """How many further cases without a repeat it would take; 0 if it is shown already."""
    return max(0, cases_needed(seen.tolerable, seen.confidence, seen.repeats) - seen.cases)


def _check(tolerable: float, confidence: float, repeats: int) -> None:
    if not (0 < tolerable < 1 and 0 < confidence < 1 and repeats >= 0):
        raise ValueError(
            "expected shares between 0 and 1 and no negative number of repeats,"
            f" found {tolerable}, {confidence} and {repeats}"
        )
