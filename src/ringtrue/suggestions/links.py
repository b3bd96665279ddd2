"""Likely links between two lists of texts: for each of the first, the few of the second that are worded most alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringtrue.suggestions.wording import weighed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST = 3
NEAR = 0.85
"""How near to the best of its text a proposal must come to be worth a look. Measured on published requirements with known links."""

_AT_ONCE = 2000


@dataclass(frozen=True)
class Link:
    """A proposal: places in the two lists, rank from 1, and the likeness of the wording, 0 to 1."""

    one: int
    other: int
    rank: int
    score: float


def likely_links(
    ones: Sequence[str], others: Sequence[str], most: int = MOST, near: float = NEAR
) -> list[Link]:
    """At most ``most`` proposals for each of ``ones``, the likeliest first.

    Ranked by likeness divided by the geometric mean of the best that either text reaches, so that a long text that resembles everything
    a little does not crowd out the right one. ``score`` is the plain likeness. Texts that share nothing get no proposal.
    """
    if not ones or not others:
        return []
    together = weighed([*ones, *others])
    first, second = together[: len(ones)], together[len(ones) :]
    best = _best_of_others(first, second)
    found: list[Link] = []
    for begins in range(0, len(ones), _AT_ONCE):
        alike = (first[begins : begins + _AT_ONCE] @ second.T).toarray()
        found += [
            link for place, row in enumerate(alike) for link in _of_one(begins + place, row, best, most, near)
        ]
    return found


def _best_of_others(first: object, second: object) -> "NDArray[np.float64]":
    import numpy as np

    highest = (second @ first.T).max(axis=1)  # type: ignore[attr-defined]
    return np.asarray(highest.todense()).ravel().astype(float)


def _of_one(
    one: int, alike: "NDArray[np.float64]", best: "NDArray[np.float64]", most: int, near: float
) -> list[Link]:
    import numpy as np

    own = float(alike.max())
    if own <= 0:
        return []
    weight = alike / np.sqrt(np.where(best > 0, best, 1) * own)
    order = np.argsort(-weight, kind="stable")[:most]
    near_enough = [
        int(place) for place in order if weight[place] >= near * weight[order[0]] and alike[place] > 0
    ]
    return [
        Link(one, place, rank, round(float(alike[place]), 3)) for rank, place in enumerate(near_enough, 1)
    ]
