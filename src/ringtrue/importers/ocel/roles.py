"""Which object type is the case, the service, the team, the actor: told by names, else proposed by structure, always said."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.importers.ocel.log import Log
from ringtrue.importers.tabular.words import kind_of
from ringtrue.model.errors import UnreadableInput
from ringtrue.tables.synonyms import normalise_header

ROLES = (
    "case",
    "change",
    "service",
    "configuration_item",
    "team",
    "actor",
    "requester",
    "customer",
    "supplier",
)
PARTIES = ("team", "actor", "requester", "customer", "supplier")


@dataclass(frozen=True, order=True)
class Part:
    """Objects of a type, or only where a relation to them has that qualifier."""

    type: str
    qualifier: str | None = None


@dataclass(frozen=True)
class Roles:
    """The object types of a log by their role."""

    parts: dict[str, tuple[Part, ...]]
    notes: tuple[str, ...] = field(default=())

    def types(self, role: str) -> list[str]:
        """The object types that have a role, whatever the qualifier."""
        return sorted({part.type for part in self.parts.get(role, ())})

    @property
    def content(self) -> dict[str, list[Any]]:
        """The roles as a mapping holds them."""
        return {
            role: [
                part.type if part.qualifier is None else {"type": part.type, "qualifier": part.qualifier}
                for part in self.parts[role]
            ]
            for role in ROLES
            if self.parts.get(role)
        }


@cache
def words(what: str) -> dict[str, str]:
    """What a name tells, by its normalised form."""
    content = tomllib.loads((files("ringtrue.importers.ocel") / "roles.toml").read_text("utf-8"))
    return {normalise_header(word): meant for meant, known in content[what].items() for word in known}


def role_of(type: str) -> str | None:
    """The role that the name of an object type tells, in the singular or the plural."""
    known, name = words("type"), normalise_header(type)
    for spelled in (name, name.removesuffix("s"), name.removesuffix("es"), name.removesuffix("en")):
        if spelled in known:
            return known[spelled]
    return "case" if kind_of(type) else None


def proposed_roles(log: Log) -> Roles:
    """The roles by names; where no name tells the case, the type around which most of the log turns."""
    types = log.names("select distinct type from objs where type is not null order by 1")
    parts: dict[str, list[Part]] = {}
    for type in types:
        role = role_of(type)
        if role in PARTIES:
            for qualified, part in _by_qualifier(log, type, role):
                parts.setdefault(qualified, []).append(part)
        elif role:
            parts.setdefault(role, []).append(Part(type))
    notes = [_said(role, found) for role, found in sorted(parts.items())]
    if not parts.get("case"):
        notes += _take_structure(log, [type for type in types if role_of(type) is None], parts)
    return Roles({role: tuple(found) for role, found in parts.items()}, tuple(notes))


def given_roles(content: Any, file: str) -> Roles:
    """The roles that a mapping names. Raises ``UnreadableInput`` where they make no sense."""
    if not isinstance(content, dict):
        raise _wrong(file, "roles is no table")
    parts: dict[str, tuple[Part, ...]] = {}
    for role, entries in content.items():
        if role not in ROLES or not isinstance(entries, list):
            raise _wrong(file, f"roles has {role}")
        parts[role] = tuple(_part(entry, file) for entry in entries)
    return Roles(parts)


def _part(entry: Any, file: str) -> Part:
    if isinstance(entry, str):
        return Part(entry)
    if isinstance(entry, dict) and isinstance(entry.get("type"), str):
        return Part(entry["type"], entry.get("qualifier"))
    raise _wrong(file, f"an entry under roles is {entry}")


def _by_qualifier(log: Log, type: str, role: str) -> list[tuple[str, Part]]:
    from ringtrue.model.sql import literal

    named = log.names(
        f"select distinct qualifier from at_events where type = {literal(type)} and qualifier is not null order by 1"
    )
    known = [
        (meant, Part(type, word))
        for word in named
        if (meant := words("qualifier").get(normalise_header(word)))
    ]
    if not known or {meant for meant, _ in known} == {role}:
        return [(role, Part(type))]
    return known


def _take_structure(log: Log, types: Sequence[str], parts: dict[str, list[Part]]) -> list[str]:
    found = log.fetch(
        "select type, count(*) filter (where objects = 1), sum(objects), count(*) from "
        "(select event, type, count(distinct object) as objects from at_events group by all) group by 1"
    )
    total = max(1, log.written.counts["events"])
    single = {type: alone for type, alone, *_ in found if type in types}
    if not single:
        return [
            "no object type could be told to be the case: no event has a case; name it under roles in the mapping"
        ]
    best = min(single, key=lambda type: (-single[type], type))
    parts["case"] = [Part(best)]
    others = ", ".join(f'"{type}" ({count:,})' for type, count in sorted(single.items()) if type != best)
    return [
        f'no object type is called as incidents, requests or problems are: "{best}" was taken for the case, as '
        f"{single[best]:,} of {total:,} events name exactly one of it"
        + (f"; the others: {others}" if others else "")
        + ". If this is wrong, name the type under roles in the mapping"
    ]


def _said(role: str, parts: Sequence[Part]) -> str:
    shown = ", ".join(
        f'"{part.type}"' + (f' with the qualifier "{part.qualifier}"' if part.qualifier else "")
        for part in parts
    )
    return f"object type {shown} was taken for the {role.replace('_', ' ')}, by its name"


def _wrong(file: str, found: str) -> UnreadableInput:
    return UnreadableInput(
        file,
        found,
        f'roles = {{ case = ["Incident"], … }} with the roles {", ".join(ROLES)}, each with a list of object types',
        "Correct the mapping file, or delete it to have it written anew.",
    )
