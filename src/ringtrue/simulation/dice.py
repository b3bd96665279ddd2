"""Chance that can be repeated: every stream of draws hangs on the seed and on a name, and on nothing else."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import exp
from statistics import NormalDist
from typing import TypeVar

import numpy as np

Item = TypeVar("Item")

_NORMAL = NormalDist()


class Dice:
    """Draws for one concern. The same seed and name give the same draws, whatever others draw.

    Only uniform numbers come from numpy, whose bit stream never changes; all else is made from them here, so a newer
    numpy gives the same organisation.
    """

    def __init__(self, seed: int, *name: str | int) -> None:
        self.seed, self.name = seed, name
        digest = sha256("\x1f".join(map(str, (seed, *name))).encode()).digest()
        self._uniform = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))

    def of(self, *name: str | int) -> "Dice":
        """Dice of a part of this concern."""
        return Dice(self.seed, *self.name, *name)

    def share(self) -> float:
        """A number from 0 to below 1."""
        return float(self._uniform.random())

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self.share() < probability

    def between(self, low: float, high: float) -> float:
        """A number from ``low`` to below ``high``."""
        return low + (high - low) * self.share()

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self.share() * (high - low + 1))

    def pick(self, options: Sequence[Item]) -> Item:
        """One of them, all equally likely."""
        return options[self.whole(0, len(options) - 1)]

    def weighted(self, weights: Mapping[Item, float]) -> Item:
        """One of the keys, as likely as its weight says."""
        left = self.share() * sum(weights.values())
        for option, weight in weights.items():
            left -= weight
            if left < 0:
                return option
        return next(reversed(list(weights)))

    def skewed(self, median: float, sigma: float) -> float:
        """A log-normal number: half of them below the median, a few far above."""
        return median * exp(sigma * _NORMAL.inv_cdf(min(max(self.share(), 1e-9), 1 - 1e-9)))

    def count(self, mean: float) -> int:
        """How many independent events fall into one interval (Poisson, by Knuth's products)."""
        limit, product, events = exp(-mean), self.share(), 0
        while product > limit:
            product *= self.share()
            events += 1
        return events

    def shuffled(self, options: Sequence[Item]) -> list[Item]:
        """All of them, in an order by chance."""
        left = list(options)
        return [left.pop(self.whole(0, len(left) - 1)) for _ in range(len(left))]

    def some(self, options: Sequence[Item], share: float) -> list[Item]:
        """This share of them (rounded), in their own order."""
        wanted = set(self.shuffled(range(len(options)))[: round(share * len(options))])
        return [option for place, option in enumerate(options) if place in wanted]
