"""Reads the criteria files."""

from functools import cache
from importlib.resources import files

import yaml

from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.errors import WrongUse


@cache
def all_criteria() -> dict[str, Criteria]:
    """Every edition that ships, by its id."""
    found = [
        _criteria(file.read_text("utf-8"))
        for file in sorted(files("ringtrue.criteria").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yaml")
    ]
    return {one.id: one for one in found}


def criteria_named(name: str) -> Criteria:
    """The edition of that id; WrongUse if it does not ship."""
    known = all_criteria()
    if name not in known:
        raise WrongUse(f'audit.toml: criteria "{name}" are not known. Known: {", ".join(known)}.')
    return known[name]


def _criteria(text: str) -> Criteria:
    content = yaml.safe_load(text)
    clauses = tuple(
        Clause(**{**entry, "procedures": tuple(entry.get("procedures", ()))}) for entry in content["clauses"]
    )
    return Criteria(id=content["id"], title=content["title"], clauses=clauses)
