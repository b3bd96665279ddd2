"""Many tests at once: what each p value is worth when the whole family is looked at.

Both functions keep the order of their input; None (no test was possible) stays None and does not count as a
test. Values outside 0 to 1 are a ValueError.
"""

from collections.abc import Sequence


def benjamini_hochberg(p_values: Sequence[float | None]) -> list[float | None]:
    """The q values that control the false discovery rate of independent tests (Benjamini and Hochberg
    1995).
    """
    return _step_up(p_values, penalty=1.0)


def benjamini_yekutieli(p_values: Sequence[float | None]) -> list[float | None]:
    """The q values that hold under any dependence of the tests (Benjamini and Yekutieli 2001)."""
    tests = sum(p is not None for p in p_values)
    return _step_up(p_values, penalty=sum(1 / rank for rank in range(1, tests + 1)))


def _step_up(p_values: Sequence[float | None], penalty: float) -> list[float | None]:
    known = [(p, place) for place, p in enumerate(p_values) if p is not None]
    for p, _ in known:
        if not 0 <= p <= 1:
            raise ValueError(f"expected p values between 0 and 1, found {p}")
    q_values: list[float | None] = [None] * len(p_values)
    smallest = 1.0
    for rank, (p, place) in reversed(list(enumerate(sorted(known), start=1))):
        smallest = min(smallest, p * len(known) * penalty / rank)
        q_values[place] = smallest
    return q_values
