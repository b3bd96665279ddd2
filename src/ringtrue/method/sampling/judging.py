"""What a record of a sample is said to show: one of three, with a note and evidence, by somebody."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast, get_args

from ringtrue.model.errors import SampleRefused
from ringtrue.model.sample import ItemResult, SampleItem


def judged(item: SampleItem, result: str, note: str, evidence: Sequence[str], by: str, at: str) -> SampleItem:
    """The record with what it shows. SampleRefused where that is no result, or where a result would be taken away."""
    if result not in get_args(ItemResult):
        raise SampleRefused(f'"{result}" is no result of a record', ", ".join(get_args(ItemResult)))
    if result == "open" and item.result != "open":
        raise SampleRefused(
            f"{item.id} was judged already",
            "the result that was recorded, or another one; it is not taken away",
        )
    if result == "open" and (note.strip() or evidence):
        raise SampleRefused(f"{item.id} has a note or evidence, and no result", "a result beside them")
    return replace(
        item,
        result=cast(ItemResult, result),
        note=note.strip() or None,
        evidence=tuple(dict.fromkeys(one.strip() for one in evidence if one.strip())),
        by=by,
        at=at,
    )
