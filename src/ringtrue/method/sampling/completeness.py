"""What is known of a population's completeness before a draw: a sample says nothing about records that are not in it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Numbering:
    """Ids that are a text and a number: the first and last, how many there are, how many numbers between them are not there."""

    first: str
    last: str
    there: int
    absent: int


@dataclass(frozen=True, kw_only=True)
class Reconciled:
    """What was counted in the data that a population is taken from."""

    count: int
    untestable: int = 0
    without_id: int = 0
    repeated: int = 0
    rejected: int = 0
    unknown_sizes: int = 0
    numberings: tuple[Numbering, ...] = ()


def completeness_notes(counted: Reconciled, second_source: Sequence[str] = ()) -> tuple[str, ...]:
    """The notes to record before the draw, in sentences. ``second_source`` is what the auditor compared the population with."""
    n = counted
    notes = list(map(_numbered, n.numberings))
    if n.untestable:
        notes.append(
            f"{n.untestable:,} of {n.count:,} could not be judged by data; they stay in the population."
        )
    if n.repeated:
        notes.append(
            f"{n.repeated:,} further rows are about records that are in the population already; each record counts once."
        )
    if n.without_id:
        notes.append(f"{n.without_id:,} rows name no record and are not in the population.")
    if n.rejected:
        notes.append(f"{n.rejected:,} rows of the sources were rejected on import and are in no population.")
    if n.unknown_sizes:
        notes.append(f"{n.unknown_sizes:,} records without a size above 0 count as the smallest one.")
    notes += [f"Compared with a second source: {text}" for text in second_source]
    if not second_source:
        notes.append("Not compared with a second source.")
    return tuple(notes)


def _numbered(one: Numbering) -> str:
    told = f"The numbers from {one.first} to {one.last}: {one.there:,} are in the population"
    if not one.absent:
        return f"{told}, none is missing."
    return f"{told}, {one.absent:,} are not, being of another kind, outside the filter, or missing."
