"""The judge of measures that are always green. Rows, one per measure, month and partner: object, name, kind, imposed, month, readings, n_green,
n_coloured, value; and of the partner (what customers get), if there is one: partner, partner_value, is_missed, or, for shares, satisfied,
answers and target.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.association import kendall_tau, kendall_tau_test
from ringtrue.statistics.intervals import binomial_test
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    by_object,
    identity,
    number,
    too_few,
    untestable,
)

CHANCE = 0.05
IMPOSED = "a law or regulator asks for it"


@dataclass(frozen=True)
class _Rule:
    least: float
    least_months: float
    most_tau: float
    least_p: float
    least_misses: float


@dataclass(frozen=True)
class _Partner:
    """What customers get, beside the measure: tau of the two (None where one is constant), and how often it missed its target."""

    name: str
    tau: float | None
    moves: bool
    misses: int


def green_throughout(
    least: Number = 12,
    least_months: Number = 8,
    most_tau: Number = 0.2,
    least_p: Number = 0.2,
    least_misses: Number = 2,
) -> Judge:
    """An effect where all readings are green, no partner moves with them, and one missed its target ``least_misses`` times meanwhile.

    A partner moves with them where |tau-b| reaches ``most_tau`` or p is at most ``least_p``, over at least ``least_months`` months; constant
    readings move with nothing. A month's share misses its target where the exact one-sided p is below 0.05. n: readings. Estimate: the
    tau furthest from zero; None where there is none. ``values``: ``missed`` (the partner that missed most), ``misses``, ``name``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        numbers = (number(one, settings) for one in (least, least_months, most_tau, least_p, least_misses))
        rule = _Rule(*numbers)
        return [_judge(group, rule) for group in by_object(rows)]

    return judge


def _judge(rows: Sequence[Row], rule: _Rule) -> Judgement:
    months = {row["month"]: row for row in rows}
    n = sum(int(row["readings"]) for row in months.values())
    reason = _why_not(months, n, rule)
    if reason:
        return untestable(rows[0], n, reason)
    if not _stayed_green(months):
        return Judgement(**identity(rows[0]), n=n)
    partners = [one for group in _by_partner(rows).values() if (one := _partner(group, rule)) is not None]
    if not partners:
        return untestable(
            rows[0], n, "neither satisfaction nor a measure of an outcome can be compared with it"
        )
    worst = max(partners, key=lambda one: (one.misses, one.name))
    taus = [one.tau for one in partners if one.tau is not None]
    return Judgement(
        **identity(rows[0]),
        n=n,
        estimate=max(taus, key=abs) if taus else None,
        effect=not any(one.moves for one in partners) and worst.misses >= rule.least_misses,
        values={"missed": worst.name, "misses": worst.misses, "name": rows[0]["name"]},
    )


def _why_not(months: Mapping[Any, Row], n: int, rule: _Rule) -> str:
    if n < rule.least:
        return too_few(n, rule.least, "readings")
    if any(row["n_coloured"] < row["readings"] for row in months.values()) and _stayed_green(
        months, coloured=True
    ):
        return "the colour of some of its readings is not known"
    first = next(iter(months.values()))
    if first["kind"] is None:
        return "whether it tells an outcome is not known"
    return IMPOSED if first["imposed"] else ""


def _stayed_green(months: Mapping[Any, Row], coloured: bool = False) -> bool:
    return all(row["n_green"] == row["n_coloured" if coloured else "readings"] for row in months.values())


def _by_partner(rows: Sequence[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row["partner"] is not None:
            groups.setdefault(str(row["partner"]), []).append(row)
    return groups


def _partner(rows: Sequence[Row], rule: _Rule) -> _Partner | None:
    if len(rows) < rule.least_months:
        return None
    values, others = [float(row["value"]) for row in rows], [float(row["partner_value"]) for row in rows]
    tau, p_value = kendall_tau(values, others), kendall_tau_test(values, others)
    moves = tau is not None and (abs(tau) >= rule.most_tau or p_value <= rule.least_p)
    return _Partner(str(rows[0]["partner"]), tau, moves, sum(_is_missed(row) for row in rows))


def _is_missed(row: Row) -> bool:
    if row["satisfied"] is None:
        return bool(row["is_missed"])
    return binomial_test(int(row["satisfied"]), int(row["answers"]), float(row["target"]), "less") < CHANCE
