"""Reads the concept guide: lessons and glossary."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.method.banks.told import Told
from ringtrue.model.errors import WrongUse


@dataclass(frozen=True, kw_only=True)
class Concept:
    """A word of the field: what is meant, one example that is right, one that is wrong and often met; other concepts to see."""

    id: str
    lesson: str
    name: Told
    meaning: Told
    right: Told
    wrong: Told
    see: tuple[str, ...] = ()


@cache
def all_lessons() -> tuple[Concept, ...]:
    """The five lessons, and the thread, as concepts; their ids are L1 to L5 and ``thread``."""
    return tuple(
        Concept(
            id=one["id"],
            lesson=one["id"],
            name=one["title"],
            meaning=one["meaning"],
            right=one["right"],
            wrong=one["wrong"],
        )
        for one in _content("lessons.toml")["lesson"]
    )


@cache
def all_concepts() -> tuple[Concept, ...]:
    """The glossary, in the order in which it is best read."""
    return tuple(Concept(**{**one, "see": tuple(one["see"])}) for one in _content("concepts.toml")["concept"])


def concepts_named(term: str) -> tuple[Concept, ...]:
    """The concept, or the lesson, of that id or name in any language; WrongUse proposes near names."""
    wanted = term.strip().casefold().replace("_", "-")
    known: dict[str, tuple[Concept, ...]] = {}
    for one in (*all_concepts(), *all_lessons()):
        for name in (one.id, *one.name.values()):
            known.setdefault(name.casefold(), (one,))
    found = known.get(wanted) or known.get(wanted.replace("-", " "))
    if found:
        return found
    near = get_close_matches(wanted, known, n=3)
    told = f"Did you mean {', '.join(near)}?" if near else "`ringtrue concepts` shows all of them."
    raise WrongUse(f'there is no concept "{term}". {told}')


def _content(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("ringtrue.method.banks").joinpath(name).read_text("utf-8"))
