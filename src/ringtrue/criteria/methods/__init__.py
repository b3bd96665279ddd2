"""ISO 19011 by edition: how an audit is done. It is never a criterion against the auditee."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ringtrue.model.criteria import Edition
from ringtrue.model.errors import WrongUse

DEFAULT_METHOD = "iso19011:2026"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of an audit, by its number in the guideline."""

    number: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Method:
    """One edition of the guideline, its steps in order, and how it stands to other editions."""

    edition: Edition
    note: str
    steps: tuple[Step, ...]


@cache
def methods() -> dict[str, Method]:
    """Every edition of the guideline that is known, by its id."""
    places = sorted(files("ringtrue.criteria.methods").iterdir(), key=lambda file: file.name)
    found = [_method(place.read_text("utf-8")) for place in places if place.name.endswith(".toml")]
    return {one.edition.id: one for one in found}


def method_named(name: str) -> Method:
    """The edition of that id; WrongUse if it is not known."""
    known = methods()
    if name not in known:
        raise WrongUse(
            f'audit.toml: method "{name}" is not known. Known: {", ".join(known)}. '
            "The method says how the audit is done; what is judged by stands under criteria."
        )
    return known[name]


def _method(text: str) -> Method:
    content = tomllib.loads(text)
    about = {name: content[name] for name in ("id", "title", "standard", "edition", "amendment")}
    steps = tuple(Step(number=step["number"], name=step["name"]) for step in content["step"])
    return Method(edition=Edition(**about), note=content["note"], steps=steps)
