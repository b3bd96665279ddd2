"""Reads the criteria files: the editions that ship, and the organisation's own in the audit folder."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from ringtrue.criteria.file import LISTS
from ringtrue.criteria.former import withdrawn
from ringtrue.criteria.methods import methods
from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.errors import NotCriteria, WrongUse

OWN_ENDINGS = (".yaml", ".yml", ".xlsx", ".xlsm")


@cache
def all_criteria() -> dict[str, Criteria]:
    """Every edition that ships, by its id."""
    found = [
        criteria_from(yaml.safe_load(file.read_text("utf-8")))
        for file in sorted(files("ringtrue.criteria").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yaml")
    ]
    return {one.id: one for one in found}


def criteria_named(name: str) -> Criteria:
    """The edition of that id; WrongUse if it does not ship, NotCriteria if nobody can be judged by it."""
    known = all_criteria()
    if name in known:
        return known[name]
    _refuse_method(name)
    _refuse_withdrawn(name)
    raise WrongUse(
        f'audit.toml: criteria "{name}" are not known. Known: {", ".join(known)}; '
        f"or the name of a file of your own in the audit folder, ending in {' or '.join(OWN_ENDINGS)}."
    )


def criteria_of(names: Sequence[str], folder: Path, procedures: Sequence[str] = ()) -> tuple[Criteria, ...]:
    """The criteria that ``audit.toml`` names, in its order: editions that ship, and own files in the audit folder.

    ``procedures`` are the ids that own criteria may name; where none are given, these are not checked.
    """
    from ringtrue.criteria.own import own_criteria

    if not names:
        raise WrongUse(f"audit.toml: criteria are empty. Name at least one of {', '.join(all_criteria())}.")
    shipped = [criteria_named(name) for name in names if not is_own(name)]
    own = {name: own_criteria(name, folder, shipped, procedures) for name in names if is_own(name)}
    found = tuple(own[name] if is_own(name) else criteria_named(name) for name in names)
    twice = sorted({one.id for one in found if [other.id for other in found].count(one.id) > 1})
    if twice:
        raise WrongUse(f"audit.toml: criteria {', '.join(twice)} are there twice. Name each once.")
    return found


def is_own(name: str) -> bool:
    """Whether a name in ``audit.toml`` means a file of the organisation's own."""
    return name.lower().endswith(OWN_ENDINGS)


def criteria_from(content: Mapping[str, Any]) -> Criteria:
    """Criteria from the content of a file that ships."""
    clauses = tuple(clause_from(entry) for entry in content["clauses"])
    about = {name: str(content.get(name, "")) for name in ("standard", "edition", "amendment", "attribution")}
    return Criteria(id=content["id"], title=content["title"], clauses=clauses, **about)


def clause_from(entry: Mapping[str, Any]) -> Clause:
    """One clause from its entry in a file."""
    return Clause(**{**entry, **{name: tuple(entry.get(name, ())) for name in sorted(LISTS)}})


def _refuse_method(name: str) -> None:
    plain = name.lower().replace(" ", "").replace("/", "")
    if any(plain.startswith(id.partition(":")[0]) for id in methods()):
        raise NotCriteria(
            name,
            "ISO 19011 tells how to audit, not what an auditee must fulfil.",
            f'Name it as the method: method = "{name}" under [audit] '
            f"(known: {', '.join(methods())}), and judge by ISO/IEC 20000-1.",
        )


def _refuse_withdrawn(name: str) -> None:
    old = withdrawn(name)
    if old:
        raise NotCriteria(
            name, f"{old.title} was withdrawn, and its numbers mean other things.", f'Name "{old.successor}".'
        )
