"""How many sites to visit by the rule of IAF MD 1 for the audit of several sites under one management system.

Only sites that do much the same are sampled; of x such sites √x are visited in an initial audit, 0.6·√x in surveillance, 0.8·√x in
recertification, each rounded up (IAF MD 1, issue 3 of 2023; since January 2026 with Global Accreditation Cooperation). The
central function is visited each time, beside these. At least a quarter of the sites visited are chosen at random.
"""

from math import ceil, isqrt
from typing import Literal

Stage = Literal["initial", "surveillance", "recertification"]

_FIFTHS: dict[Stage, int] = {"initial": 5, "surveillance": 3, "recertification": 4}


def sites_to_visit(alike: int, stage: Stage) -> int:
    """How many of ``alike`` sites that do much the same to visit; ValueError below 0. Exact in whole numbers."""
    if alike < 0:
        raise ValueError(f"expected 0 or more sites, found {alike}")
    square = _FIFTHS[stage] ** 2 * alike  # (5 m)² >= (5 f)² x  <=>  m >= f √x
    root = isqrt(square)
    return ceil((root if root * root == square else root + 1) / 5)


def sites_to_visit_at_random(visited: int) -> int:
    """How many of the sites visited are to be chosen at random: a quarter, rounded up."""
    return -(-visited // 4)
