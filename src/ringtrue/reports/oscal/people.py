"""Parties and their roles: the organisation by its name, persons as pseudonyms only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ringtrue.model.plan import Plan
from ringtrue.reports.oscal.ids import Ids
from ringtrue.reports.oscal.pieces import Piece, line, string, token


@dataclass(frozen=True)
class People:
    """The pseudonym and role of each person, in the order in which the audit names them."""

    ids: Ids
    known: Mapping[str, tuple[str, str]]

    def party(self, name: str | None) -> str | None:
        """The id of a person; None if nobody is named."""
        return self.ids.thing("party", self.known[name][1]) if name and name in self.known else None

    def pseudonym(self, name: str | None) -> str | None:
        """What a person is called."""
        return self.known[name][1] if name and name in self.known else None

    def origins(self, *names: str | None) -> list[Piece]:
        """Who produced something; empty if nobody is named."""
        actors = [{"type": "party", "actor-uuid": uuid} for name in names if (uuid := self.party(name))]
        return [{"actors": actors}] if actors else []

    def roles(self) -> list[Piece]:
        """The roles that somebody has."""
        found = dict.fromkeys(role for role, _ in self.known.values())
        return [{"id": token(role), "title": line(role.replace("_", " "))} for role in found]

    def parties(self) -> list[Piece]:
        """The persons, as OSCAL's parties."""
        return [
            {"uuid": self.party(name), "type": "person", "name": string(pseudonym)}
            for name, (_, pseudonym) in self.known.items()
        ]

    def responsible(self) -> list[Piece]:
        """Each role with those who have it."""
        found: dict[str, list[str]] = {}
        for name, (role, _) in self.known.items():
            found.setdefault(role, []).append(str(self.party(name)))
        return [{"role-id": token(role), "party-uuids": uuids} for role, uuids in found.items()]


def people_of(
    ids: Ids,
    plan: Plan | None,
    auditors: Iterable[str],
    interviews: Mapping[str, Mapping[str, Any]],
) -> People:
    """Everybody whom the audit names: the team by the plan's roles, who else looked, wrote or scored as auditors, those who were interviewed."""
    roles: dict[str, str] = {one.name: one.role for one in plan.team} if plan else {}
    _add(roles, "auditor", *auditors)
    for interview in interviews.values():
        _add(roles, "auditor", interview.get("auditor"))
        _add(roles, str(interview.get("role") or "interviewed"), interview.get("party"))
    numbers: dict[str, int] = {}
    known = {}
    for name, role in roles.items():
        numbers[role] = numbers.get(role, 0) + 1
        known[name] = (role, f"{role.replace('_', ' ')} {numbers[role]}")
    return People(ids, known)


def _add(roles: dict[str, str], role: str, *names: str | None) -> None:
    for name in names:
        if name:
            roles.setdefault(name, role)
