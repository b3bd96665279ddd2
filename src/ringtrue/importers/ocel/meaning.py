"""What the raw tables of a log mean, and every sentence that tells what was assumed."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ringtrue.importers.ocel.log import Log, listed
from ringtrue.importers.ocel.roles import PARTIES, Roles, words
from ringtrue.importers.ocel.tables import FEW, RELATED, Tables
from ringtrue.importers.tabular.words import activity_of, kind_of, state_of
from ringtrue.model.source import RawTable
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import table as declared
from ringtrue.tables.synonyms import normalise_header, synonyms

Content = dict[str, Any]
PARTY_KINDS = {
    "team": "team",
    "actor": "person",
    "requester": "person",
    "customer": "company",
    "supplier": "company",
}
SHOWN = 8


class Meaning:
    """Builds the mapping for the raw tables of a log."""

    def __init__(self, log: Log, roles: Roles, tables: Tables, raw: Sequence[RawTable]) -> None:
        self.log, self.roles, self.tables = log, roles, tables
        self.raw = {table.name: table for table in raw}
        self.notes: list[str] = []

    def content(self) -> Content:
        """The mapping: the roles, and a part for each canonical table."""
        entries = [self._events(), *self._history(), *self._records("cases", "cases")]
        entries += [*self._records("changes", "changes"), *self._named("services", "services")]
        entries += self._named("configuration items", "configuration_items")
        for role in PARTIES:
            entries += self._named(f"{role}s", "parties", {"value": PARTY_KINDS[role]})
        return {"importer": "ocel", "roles": self.roles.content, "table": [*entries, *self._links()]}

    def _events(self) -> Content:
        columns: Content = {"case": "case", "at": "time", "sequence": "sequence", "raw_activity": "activity"}
        known = words("attribute")
        for raw in self.tables.columns["events"].values():
            meant = known.get(normalise_header(raw))
            if meant and meant not in columns:
                columns[meant] = raw
                self.notes.append(f"{raw} of the events was taken for the {meant.replace('_', ' ')}")
        for role in ("actor", "team"):
            if self._holds("events", role):
                columns[role] = role
        entry: Content = {"name": "case_events", "from": "events", "primary": True, "columns": columns}
        self._give_words(entry, "events", columns.get("raw_state"), "activity")
        return entry

    def _give_words(self, entry: Content, raw: str, state: str | None, activity: str) -> None:
        values: Content = {}
        states = self._known(raw, state or activity, state_of)
        if states and (state or {"resolved", "closed"} & set(states.values())):
            entry["columns"]["state"] = state or activity
            values["state"] = states
        acts = self._known(raw, activity, activity_of)
        if acts:
            entry["columns"]["activity"] = activity
            values["activity"] = acts
        for name, known in values.items():
            shown = "; ".join(f'"{word}" as {meant}' for word, meant in list(known.items())[:SHOWN])
            self.notes.append(
                f"{name} is told by words that are known: {shown}"
                if known
                else f"no word for a {name} is known"
            )
        if "state" not in values:
            self.notes.append(
                "no event says in known words that a case is resolved or closed: states are not known"
            )
        if values:
            entry["values"] = values

    def _known(self, raw: str, column: str, meaning: Callable[[str], str | None]) -> dict[str, str]:
        found = self._values(raw, column)
        return {word: meant for word in found if (meant := meaning(word))}

    def _values(self, raw: str, column: str) -> list[str]:
        name = quoted(column)
        return [
            str(row[0])
            for row in self.log.fetch(
                f"select {name} from {self.raw[raw].relation} where {name} is not null group by 1 order by count(*) desc, 1 limit 1000"
            )
        ]

    def _holds(self, raw: str, column: str) -> bool:
        return self.log.count(f"select count({quoted(column)}) from {self.raw[raw].relation}") > 0

    def _history(self) -> Iterator[Content]:
        if "history" not in self.raw:
            return
        fields = self._values("history", "field")
        known = {field: synonyms("cases").get(normalise_header(field)) for field in fields}
        columns: Content = {
            "case": "case",
            "at": "time",
            "sequence": "sequence",
            "field": "field",
            "old": "old",
            "new": "new",
        }
        entry: Content = {"name": "case_events", "from": "history", "primary": True, "columns": columns}
        renamed = {field: meant for field, meant in known.items() if meant and meant != field}
        values: Content = {"field": renamed} if renamed else {}
        state = [field for field, meant in known.items() if meant == "state"]
        team = [field for field, meant in known.items() if meant == "team"]
        if team:
            columns["team"] = {"column": "new", "when": {"field": team}}
        if state:
            columns["raw_state"] = {"column": "new", "when": {"field": state}}
            told = self.log.fetch(
                f"select distinct new from {self.raw['history'].relation} where field in {listed(state)} order by 1 limit 1000"
            )
            known_states = {word: meant for (word,) in told if word and (meant := state_of(word))}
            if known_states:
                columns["state"], values["state"] = columns["raw_state"], known_states
        yield {**entry, **({"values": values} if values else {})}

    def _records(self, raw: str, name: str) -> Iterator[Content]:
        if raw not in self.raw:
            return
        columns: Content = {"id": "id"}
        values: Content = {}
        known = [column.name for column in declared(name).columns]
        for role in RELATED:
            target = "assignee" if role == "actor" else role
            if target in known and self._holds(raw, role):
                columns[target] = role
        for attribute in self.tables.columns[raw].values():
            meant = synonyms(name).get(normalise_header(attribute))
            if meant == "state" and not self._known(raw, attribute, state_of):
                self.notes.append(f"no word in {attribute} of {raw} is known as a state: it was left out")
            elif meant and meant not in columns:
                columns[meant] = attribute
                self.notes.append(f"{attribute} of {raw} was taken for {name}.{meant}")
        if name == "cases":
            kinds = {type: kind for type in self.roles.types("case") if (kind := _kind(type))}
            if kinds:
                columns["kind"], values["kind"] = "type", kinds
            if "state" in columns:
                values["state"] = self._known(raw, columns["state"], state_of)
        yield {
            "name": name,
            "from": raw,
            "primary": True,
            "columns": columns,
            **({"values": values} if values else {}),
        }

    def _named(self, raw: str, name: str, kind: Content | None = None) -> Iterator[Content]:
        if raw not in self.raw:
            return
        columns: Content = {"id": "id"}
        for attribute in self.tables.columns[raw].values():
            meant = synonyms(name).get(normalise_header(attribute))
            if meant and meant not in columns:
                columns[meant] = attribute
        if name != "parties":
            columns.setdefault("name", "id")
        if kind:
            columns["kind"] = kind
        yield {"name": name, "from": raw, "primary": True, "columns": columns}

    def _links(self) -> Iterator[Content]:
        if "links" not in self.raw:
            return
        meant = {
            word: words("link").get(normalise_header(word), "related")
            for word in self._values("links", "qualifier")
        }
        kinds = {type: _link_kind(type) for type in self.roles.types("case")}
        kinds |= dict.fromkeys(self.roles.types("change"), "change")
        yield {
            "name": "case_links",
            "from": "links",
            "primary": True,
            "columns": {
                "from": "from",
                "from_kind": "from type",
                "to": "to",
                "to_kind": "to type",
                "kind": "qualifier",
            },
            "values": {"from_kind": kinds, "to_kind": kinds, "kind": meant},
        }


def _kind(type: str) -> str | None:
    return kind_of(type) or kind_of(type.removesuffix("s"))


def _link_kind(type: str) -> str:
    return "problem" if _kind(type) == "problem" else "case"


def oddities(log: Log, roles: Roles, events: RawTable, zone: str) -> Iterator[str]:
    """What an auditor should know about the log, whatever the mapping."""
    cases = listed(roles.types("case"))
    total = log.count("select count(*) from evs")
    without = log.fetch(
        "select coalesce(type, ''), count(*) as n from evs where id not in "
        f"(select event from at_events where type in {cases}) group by 1 order by n desc, 1"
    )
    if without:
        count = sum(number for _, number in without)
        shown = ", ".join(f"{name} ({number:,})" for name, number in without[:SHOWN])
        yield f"{count:,} of {total:,} events name no object that is a case and were left out: {shown}"
    many = log.count(
        f"select count(*) from (select event from at_events where type in {cases} group by 1 having count(distinct object) > 1)"
    )
    if many:
        yield f"{many:,} events name several cases: each of these has the event, so that {events.rows:,} rows come from {total - sum(n for _, n in without):,} events"
    yield from _roles_and_types(log, roles)
    yield from _times(log, zone)
    lost = sum(
        log.count(f"select count(*) from {name} where {column} not in (select id from {target})")
        for name, column, target in (
            ("event_objects", "object", "objs"),
            ("event_objects", "id", "evs"),
            ("object_objects", "target", "objs"),
        )
    )
    if lost:
        yield f"{lost:,} relations lead to no event or object of the log; the first {FEW} of each kind are listed as issues"
    if log.written.unreadable:
        yield f"{log.written.unreadable:,} values are no text and were read as far as they are"


def _roles_and_types(log: Log, roles: Roles) -> Iterator[str]:
    named = sorted({part.type for parts in roles.parts.values() for part in parts})
    rest = log.fetch(
        f"select type, count(*) from objs where type is not null and type not in {listed(named)} group by 1 order by 1"
    )
    if rest:
        shown = ", ".join(f'"{type}" ({count:,})' for type, count in rest[:20])
        yield f"object types that have no part here were left out: {shown}"
    for role in ("actor", "team"):
        several = log.count(
            f"select count(*) from (select event from roled where role = {literal(role)} group by 1 having count(distinct object) > 1)"
        )
        if several:
            yield f"{several:,} events name several objects as {role}: none of them was taken"
    initial = log.count("select count(*) from history where initial")
    if initial:
        yield f"{initial:,} values stand from the beginning (1970-01-01 or no time): they are no events"


def _times(log: Log, zone: str) -> Iterator[str]:
    unzoned = log.count(
        r"select count(*) from evs where time is not null and not regexp_matches(time, '([zZ]|[+-]\d\d:?\d\d)$')"
    )
    stamps = log.fetch(
        "select cast(hour(moment) + 24 * (cast(moment as date) - date '1970-01-01') as bigint) as ahead, count(*) from history "
        r"where initial and moment is not null and minute(moment) = 0 and not regexp_matches(time, '([zZ]|[+-]\d\d:?\d\d)$') "
        "group by 1 order by 2 desc, 1 limit 1"
    )
    if unzoned and stamps and stamps[0][0]:
        ahead = int(stamps[0][0])
        yield (
            f"times name no zone and are read as {zone}; its stamps for initial values are {ahead:+d} hours from 1970-01-01 "
            "00:00, which suggests that the log was written on a clock so far from UTC: name its zone under [read] if so"
        )
