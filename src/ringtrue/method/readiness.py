"""Readiness by clause without an audit: four levels, what was seen, what is missing, and what to close first.

A level says what was seen in what was given, never whether a requirement is fulfilled.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ringtrue.method.clause_matrix import ClauseRow
from ringtrue.model.criteria import Clause

Level = Literal["nothing", "described", "done", "checked"]
LEVELS: tuple[Level, ...] = ("nothing", "described", "done", "checked")

LEVEL_NAMES: Mapping[Level, str] = {
    "nothing": "Nothing seen",
    "described": "Described",
    "done": "Done",
    "checked": "Done and checked",
}

LEVEL_MEANINGS: Mapping[Level, str] = {
    "nothing": "No document, control or record given speaks of this clause.",
    "described": "Documents, controls or agreements say how it is meant; no record shows that it is done.",
    "done": "Records show that it is done; whether it is done as meant was not checked, or leads or nonconformities stand against it.",
    "checked": "Records show that it is done, and a check of them found nothing against it: at least half of the claims that apply "
    "were judged without an open lead, or a sample was looked at whole without deviation, or people found that it conforms.",
}

ENOUGH = 0.5
"""The share of the claims that apply which must have been judged for a clause to count as checked by data [D]."""

MOST_CLAIMS = 3
"""Claims with open leads that are named for one clause."""

Group = Literal["major_nc", "minor_nc", "nothing", "leads", "described", "unchecked"]
GROUPS: Mapping[Group, str] = {
    "major_nc": "A major nonconformity is open",
    "minor_nc": "A minor nonconformity is open",
    "nothing": "Nothing was seen",
    "leads": "Leads stand against what is done",
    "described": "It is described, but no record shows it done",
    "unchecked": "It is done, but was not checked",
}
"""Why a clause is in the plan, in the order of closing."""

ORDER = (
    "Major nonconformities come first, then minor ones; then clauses of which nothing was seen, those that ask for something in "
    "writing before the others; then clauses with open leads, the most leads first; then those only described; then those done "
    "but not checked. Among equals the order is that of the clauses."
)
"""The rule by which the plan is ordered."""


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Records that speak of a clause: which (``cases kind=incident``), how many, and from which files."""

    meant: str
    n: int
    files: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClauseSeen:
    """What the records given hold about one clause.

    ``documents`` and ``controls`` are the ids of those that name it; ``control_records`` how often these controls acted.
    """

    documents: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    control_records: int = 0
    described: tuple[Counted, ...] = ()
    shown: tuple[Counted, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """One clause: its level, what was seen (``row`` and ``seen``), and what is missing, in sentences.

    ``requests`` say what to give so that the claims without data can be judged.
    """

    criteria: str
    clause: Clause
    row: ClauseRow
    seen: ClauseSeen
    level: Level
    missing: tuple[str, ...]
    requests: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of the plan: the clause, why it stands here, and what to do."""

    place: int
    group: Group
    readiness: Readiness
    to_do: tuple[str, ...]


def readiness(clause: Clause, row: ClauseRow, seen: ClauseSeen, requests: Sequence[str] = ()) -> Readiness:
    """The readiness of one clause. ``requests`` are what to ask for, of the claims that could not be judged."""
    level = level_of(clause, row, seen)
    return Readiness(
        criteria=row.criteria,
        clause=clause,
        row=row,
        seen=seen,
        level=level,
        missing=_missing(clause, row, seen, level),
        requests=tuple(requests) if level != "checked" else (),
    )


def level_of(clause: Clause, row: ClauseRow, seen: ClauseSeen) -> Level:
    """The level of a clause, by the meanings in ``LEVEL_MEANINGS``."""
    described, done = is_described(row, seen), is_done(row, seen)
    if not done:
        return "described" if described else "nothing"
    in_writing = described or not clause.documented
    against = row.open_leads or nonconformities(row)
    return "checked" if in_writing and not against and is_checked(row) else "done"


def is_described(row: ClauseRow, seen: ClauseSeen) -> bool:
    """Whether something says how it is meant."""
    told = seen.documents or seen.controls or any(one.n for one in seen.described)
    return bool(told) or row.evidence == "documented"


def is_done(row: ClauseRow, seen: ClauseSeen) -> bool:
    """Whether records, a sample or a finding show that it is done."""
    shown = seen.control_records or any(one.n for one in seen.shown)
    sampled = row.sampled.looked_at > row.sampled.deviations
    found = "conforming" in row.findings or "positive" in row.findings
    return bool(shown) or row.evidence == "operating" or sampled or found


def is_checked(row: ClauseRow) -> bool:
    """Whether a check of the records was made and found nothing against it."""
    decided = [one for one in row.by_data if one.decided]
    applying = len(row.by_data) + sum(one.applies for one in row.not_judged)
    by_data = bool(decided) and len(decided) >= ENOUGH * applying
    sampled = row.sampled
    by_sample = bool(sampled.drawn) and sampled.looked_at == sampled.drawn and not sampled.deviations
    by_people = "conforming" in row.findings or "positive" in row.findings
    return by_data or by_sample or by_people


def nonconformities(row: ClauseRow) -> tuple[str, ...]:
    """The ids of the nonconformities that people found, the major ones first."""
    return (*row.findings.get("major_nc", ()), *row.findings.get("minor_nc", ()))


def plan(given: Sequence[Readiness]) -> tuple[Step, ...]:
    """What to close first, by the rule in ``ORDER``; clauses done and checked are not in it."""
    grouped = [(group, place, one) for place, one in enumerate(given) if (group := group_of(one)) is not None]
    names = list(GROUPS)

    def rank(line: tuple[Group, int, Readiness]) -> tuple[int, int, int, int]:
        group, place, one = line
        in_writing = 0 if one.clause.documented else 1
        leads = len(one.row.open_leads) if group == "leads" else 0
        return names.index(group), in_writing if group == "nothing" else 0, -leads, place

    return tuple(
        Step(place=number, group=group, readiness=one, to_do=one.missing)
        for number, (group, _, one) in enumerate(sorted(grouped, key=rank), 1)
    )


def group_of(one: Readiness) -> Group | None:
    """Why a clause is in the plan; None if it is not."""
    if "major_nc" in one.row.findings:
        return "major_nc"
    if "minor_nc" in one.row.findings:
        return "minor_nc"
    if one.level == "nothing":
        return "nothing"
    if one.row.open_leads:
        return "leads"
    if one.level == "described":
        return "described"
    return "unchecked" if one.level == "done" else None


def _missing(clause: Clause, row: ClauseRow, seen: ClauseSeen, level: Level) -> tuple[str, ...]:
    told = []
    bad = nonconformities(row)
    if bad:
        told.append(f"Close the nonconformities: {', '.join(bad)}.")
    if clause.documented and not is_described(row, seen):
        told.append(f"Put in writing, or give: {clause.documented}.")
    if level in ("nothing", "described"):
        told.append(
            f"Show it done: {clause.evidence}." if clause.evidence else "Show records that it is done."
        )
    if row.open_leads:
        told += _leads(row)
    silent = [one for one in row.not_judged if one.applies]
    if silent and level != "checked":
        told.append(f"{len(silent):,} {_s('claim', len(silent))} could not be judged for want of data.")
    if level == "done" and not row.open_leads and not bad and not is_checked(row):
        told.append("Have it checked: draw a sample, or ask in an interview.")
    return tuple(told)


def _leads(row: ClauseRow) -> list[str]:
    """The open leads, and the claims on which most of them are."""
    claims = sorted((one for one in row.by_data if one.open_leads), key=lambda one: -one.open_leads)
    n = f"{len(row.open_leads):,} open {_s('lead', len(row.open_leads))}"
    if len(claims) == 1:
        return [f"Look into {n} on the claim: {claims[0].title}."]
    told = [f"Look into {n}."]
    told += [f"{one.open_leads:,} on the claim: {one.title}." for one in claims[:MOST_CLAIMS]]
    others = sum(one.open_leads for one in claims[MOST_CLAIMS:])
    return [*told, f"{others:,} on other claims."] if others else told


def _s(word: str, n: int) -> str:
    return word if n == 1 else f"{word}s"
