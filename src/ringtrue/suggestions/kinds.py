"""Likely kinds of texts, learned from texts whose kind is known: the kind whose known texts are worded most alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ringtrue.suggestions.wording import weighed

MOST = 3


@dataclass(frozen=True)
class Kind:
    """A proposal for the text at ``place``: a kind, its rank from 1, and the likeness to the known texts of that kind, 0 to 1."""

    place: int
    kind: str
    rank: int
    score: float


@cache
def known_measures() -> dict[str, tuple[str, ...]]:
    """Examples of activity, output and outcome measures in four languages, in our own words."""
    import tomllib

    content = tomllib.loads(files(__package__).joinpath("measures.toml").read_text("utf-8"))
    return {kind: tuple(texts) for kind, texts in content.items()}


def likely_kinds(texts: Sequence[str], known: Mapping[str, Sequence[str]], most: int = MOST) -> list[Kind]:
    """The likeliest kinds of each text, at most ``most``, the likeliest first; none for a text that resembles nothing known.

    Each kind is the mean direction of its known texts (Rocchio's nearest centroid, as in Manning, Raghavan and Schütze 2008, 14.2).
    """
    import numpy as np

    kinds = sorted(kind for kind, examples in known.items() if examples)
    if not texts or not kinds:
        return []
    examples = [text for kind in kinds for text in known[kind]]
    belongs = np.array([place for place, kind in enumerate(kinds) for _ in known[kind]])
    together = weighed([*examples, *texts])
    centres = np.vstack(
        [np.asarray(together[: len(examples)][belongs == place].sum(axis=0)) for place in range(len(kinds))]
    )
    centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-12
    alike = np.asarray(together[len(examples) :] @ centres.T)
    return [
        Kind(place, kinds[kind], rank, round(float(row[kind]), 3))
        for place, row in enumerate(alike)
        for rank, kind in enumerate(np.argsort(-row, kind="stable")[:most], 1)
        if row[kind] > 0
    ]
