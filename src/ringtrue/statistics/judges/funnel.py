"""The judge that compares objects with their peers, also within strata. Rows: object, stratum (may be
absent), n, deviations.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.funnel import (
    Direction,
    expected_hits,
    funnel_limits,
    naive_z,
    overdispersion,
    pooled_shares,
    tail_p,
)
from ringtrue.statistics.intervals import clopper_pearson
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    by_family,
    by_object,
    count,
    identity,
    number,
    things,
    too_few,
    untestable,
)


@dataclass(frozen=True)
class _Rule:
    direction: Direction
    ratio: float | None
    points: float | None
    least: float
    least_peers: float
    counted: str

    def large(self, share: float, expected: float) -> bool:
        """Whether a share is away from the expected one by the effect size."""
        gap = share - expected if self.direction == "above" else expected - share
        if self.points is not None:
            return gap >= self.points - 1e-12
        assert self.ratio is not None
        further, nearer = (share, expected) if self.direction == "above" else (expected, share)
        return gap > 0 and further >= self.ratio * nearer - 1e-12


@dataclass(frozen=True)
class _Member:
    row: Row
    strata: dict[str, int]
    n: int
    deviations: int
    comparable: int
    expected: float

    @property
    def share(self) -> float:
        return self.deviations / self.n

    @property
    def expected_share(self) -> float:
        """The share expected with this mix of strata; between 0 and 1 whatever the rounding."""
        return min(1.0, max(0.0, self.expected / self.n))


@dataclass(frozen=True)
class _Pool:
    share: float
    dispersion: float
    dispersion_in_strata: float
    peers: int


def funnel(
    direction: Direction = "above",
    ratio: Number | None = None,
    points: Number | None = None,
    least: Number = 20,
    least_peers: Number = 10,
) -> Judge:
    """An effect where the share lies outside the overdispersed 99.8 % limits, both crude and with its mix
    of strata allowed for, and is away from what is expected by the effect size: ``ratio`` times (1.5 if
    neither is given) or ``points`` (0.10 = 10 points).

    Rows without n, or with NULL counts, are skipped as unknown. Estimate: the crude share with exact
    two-sided 95 % bounds. p: one sided, of the standardised comparison after overdispersion. ``values``:
    ``pooled`` share, ``limit`` (crude), ``peers``, ``expected`` share with its mix, ``standardised_ratio``
    (seen over expected), ``dispersion`` (of ``limit``), ``standardised_dispersion`` (of p). With fewer than
    ``least_peers`` objects of at least ``least`` cases in the family, all are untestable; so is an object
    of which fewer than ``least`` cases are in strata that others have too.
    """
    wanted_ratio = 1.5 if ratio is None and points is None else ratio

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        rule = _Rule(
            direction,
            None if wanted_ratio is None or points is not None else number(wanted_ratio, settings),
            None if points is None else number(points, settings),
            number(least, settings),
            number(least_peers, settings),
            things(settings),
        )
        return [judgement for family in by_family(rows) for judgement in _judge_family(family, rule)]

    return judge


def _judge_family(rows: Sequence[Row], rule: _Rule) -> list[Judgement]:
    members = _members(rows)
    peers = [member for member in members if member.n >= max(1, rule.least)]
    if len(peers) < rule.least_peers:
        reason = (
            f"only {len(peers)} peers with at least {rule.least:g} {rule.counted} each; "
            f"at least {rule.least_peers:g} are needed to compare"
        )
        return [untestable(member.row, member.n, reason) for member in members]
    pool = _pool(members, peers)
    return [_judge_member(member, pool, rule) for member in members]


def _members(rows: Sequence[Row]) -> list[_Member]:
    cells = [(_stratum(row), count(row, "deviations") or 0, _n(row)) for row in rows]
    shares = pooled_shares(cells)
    shared = _strata_of_several(rows)
    return [_member(group, shares, shared) for group in by_object(rows)]


def _member(rows: Sequence[Row], shares: dict[str, float], shared: set[str]) -> _Member:
    strata: dict[str, int] = {}
    for row in rows:
        strata[_stratum(row)] = strata.get(_stratum(row), 0) + _n(row)
    return _Member(
        row=rows[0],
        strata=strata,
        n=sum(strata.values()),
        deviations=sum(count(row, "deviations") or 0 for row in rows if _n(row)),
        comparable=sum(n for stratum, n in strata.items() if stratum in shared),
        expected=expected_hits(strata, shares),
    )


def _pool(members: Sequence[_Member], peers: Sequence[_Member]) -> _Pool:
    share = sum(member.deviations for member in members) / sum(member.n for member in members)
    crude = [naive_z(peer.deviations, peer.n, share) for peer in peers]
    standardised = [naive_z(peer.deviations, peer.n, peer.expected_share) for peer in peers]
    return _Pool(share, overdispersion(crude), overdispersion(standardised), len(peers))


def _judge_member(member: _Member, pool: _Pool, rule: _Rule) -> Judgement:
    if member.n < rule.least or member.n == 0:
        return untestable(member.row, member.n, too_few(member.n, rule.least, rule.counted))
    if member.comparable < rule.least:
        reason = (
            f"only {member.comparable} of its {member.n} {rule.counted} are of a kind that others have too"
        )
        return untestable(member.row, member.n, f"{reason}; at least {rule.least:g} are needed")
    lower, upper = clopper_pearson(member.deviations, member.n)
    limits = funnel_limits(member.n, pool.share, pool.dispersion)
    expected = member.expected_share
    limits_in_strata = funnel_limits(member.n, expected, pool.dispersion_in_strata)
    outside = _outside(member.share, limits, rule) and _outside(member.share, limits_in_strata, rule)
    large = rule.large(member.share, pool.share) and rule.large(member.share, expected)
    return Judgement(
        **identity(member.row),
        n=member.n,
        deviations=member.deviations,
        estimate=member.share,
        lower=lower,
        upper=upper,
        p_value=tail_p(member.deviations, member.n, expected, pool.dispersion_in_strata, rule.direction),
        effect=outside and large,
        values={
            "pooled": pool.share,
            "limit": limits[1] if rule.direction == "above" else limits[0],
            "peers": pool.peers,
            "expected": expected,
            "standardised_ratio": member.share / expected if expected > 0 else None,
            "dispersion": pool.dispersion,
            "standardised_dispersion": pool.dispersion_in_strata,
        },
    )


def _outside(share: float, limits: tuple[float, float], rule: _Rule) -> bool:
    return share > limits[1] if rule.direction == "above" else share < limits[0]


def _strata_of_several(rows: Sequence[Row]) -> set[str]:
    holders: dict[str, set[str]] = {}
    for row in rows:
        if _n(row):
            holders.setdefault(_stratum(row), set()).add(str(row["object"]))
    return {stratum for stratum, objects in holders.items() if len(objects) > 1}


def _stratum(row: Row) -> str:
    return str(row.get("stratum"))


def _n(row: Row) -> int:
    """The cases of a row; a row whose deviations are unknown counts for nothing."""
    return 0 if count(row, "deviations") is None else count(row, "n") or 0
