"""The raw tables of a log: one for each role, and the events and changes of the cases."""

from collections.abc import Sequence
from pathlib import Path

from ringtrue.importers.ocel.log import Log, listed, parquet
from ringtrue.importers.ocel.roles import PARTIES, Roles
from ringtrue.importers.reading.store import relation
from ringtrue.model.source import LoadIssue, RawTable
from ringtrue.model.sql import literal, quoted

RELATED = ("service", "configuration_item", "team", "actor", "requester", "customer", "supplier")
EVENT_COLUMNS = ("event", "activity", "time", "sequence", "case", "case type", "qualifier")
CASE_COLUMNS = ("id", "type")
HISTORY_COLUMNS = ("case", "case type", "field", "old", "new", "time", "sequence")
LINK_COLUMNS = ("from", "from type", "to", "to type", "qualifier")
RESERVED = ("source_row", "source_line")
FEW = 200
"""Load issues of one kind that are written one by one; the rest is counted."""


class Tables:
    """Makes the raw tables of a log as files in its working folder."""

    def __init__(self, log: Log, roles: Roles) -> None:
        self.log, self.roles = log, roles
        self.cases = roles.types("case")
        self.columns: dict[str, dict[str, str]] = {}
        self._prepare()

    def all(self) -> tuple[RawTable, ...]:
        """Every raw table that the log gives; the events are always among them."""
        tables = [self._events(), self._history()]
        tables += [self._objects("cases", "case", True), self._objects("changes", "change", True)]
        tables += [self._objects("services", "service", False)]
        tables += [self._objects("configuration items", "configuration_item", False)]
        tables += [self._objects(f"{role}s", role, False) for role in PARTIES]
        tables.append(self._links())
        return tuple(table for table in tables if table.rows or table.name == "events")

    def _prepare(self) -> None:
        parts = [(part, role) for role, found in self.roles.parts.items() for part in found]
        conditions = " ".join(
            f"when type = {literal(part.type)}"
            + (f" and qualifier = {literal(part.qualifier)}" if part.qualifier is not None else "")
            + f" then {literal(role)}"
            for part, role in sorted(
                parts, key=lambda found: (found[0].qualifier is None, found[1], found[0].type)
            )
        )
        told = f"case {conditions} end" if conditions else "cast(null as varchar)"
        self.log.execute(f"create temp view roled as select *, {told} as role from at_events")
        self.log.execute(
            f"create temp view of_cases as select event, object, any_value(type) as type, min(qualifier) as qualifier "
            f"from at_events where type in {listed(self.cases)} group by event, object"
        )
        self.log.execute(
            f"create temp view met as select event, {self._one_of_each('object')} from roled group by event"
        )

    @staticmethod
    def _one_of_each(column: str) -> str:
        """The object of each role, where there is exactly one."""
        return ", ".join(
            f"case when count(distinct {column}) filter (where role = '{role}') = 1 "
            f"then any_value({column}) filter (where role = '{role}') end as {quoted(role)}"
            for role in RELATED
        )

    def _events(self) -> RawTable:
        names = self._named("events", self.log.event_attributes(), (*EVENT_COLUMNS, *RELATED))
        self.log.execute(
            f"create temp view told as select id{_pivot(names, 'arg_min(value, n)')} from event_values where name <> '' group by id"
        )
        chosen = "".join(f", told.{quoted(name)}" for name in names.values())
        met = "".join(f", met.{quoted(role)}" for role in RELATED)
        return self._kept(
            "events",
            f"""select evs.n as source_row, evs.l as source_line, evs.id as event, evs.type as activity, evs.time,
                cast(evs.n as varchar) as sequence, of_cases.object as "case", of_cases.type as "case type",
                of_cases.qualifier{met}{chosen}
            from evs join of_cases on of_cases.event = evs.id
            left join met on met.event = evs.id left join told on told.id = evs.id
            order by source_row, "case" """,
            (*EVENT_COLUMNS, *RELATED, *names.values()),
        )

    def _history(self) -> RawTable:
        after = self.log.written.counts["events"]
        return self._kept(
            "history",
            f"""select n as source_row, l as source_line, id as "case", type as "case type", name as field, old,
                value as new, time, cast({after} + n as varchar) as sequence
            from history where type in {listed(self.cases)} and not initial and old is distinct from value
            order by source_row""",
            HISTORY_COLUMNS,
        )

    def _objects(self, table: str, role: str, is_related: bool) -> RawTable:
        types = self.roles.types(role)
        related = RELATED if is_related else ()
        names = self._named(table, self.log.object_attributes(types), (*CASE_COLUMNS, *related))
        latest = "arg_max(value, (coalesce(moment, timestamp '0001-01-01'), n))"
        last = (
            f"select id{_pivot(names, latest)} "
            f"from history where type in {listed(types)} and value is not null group by id"
        )
        chosen = "".join(f", last.{quoted(name)}" for name in names.values())
        beside = "".join(f", beside.{quoted(name)}" for name in related)
        join = f"left join ({self._beside(types)}) as beside on beside.id = objs.id" if related else ""
        return self._kept(
            table,
            f"""select objs.n as source_row, objs.l as source_line, objs.id, objs.type{beside}{chosen}
            from objs left join ({last}) as last on last.id = objs.id {join}
            where objs.type in {listed(types)} order by source_row""",
            (*CASE_COLUMNS, *related, *names.values()),
        )

    def _beside(self, types: Sequence[str]) -> str:
        """What an object is related to, in either direction; where nothing, what stands at its events."""
        conditions = " ".join(
            f"when type = {literal(part.type)} then {literal(role)}"
            for role, parts in sorted(self.roles.parts.items())
            for part in parts
            if role in RELATED
        )
        told = f"case {conditions} end" if conditions else "cast(null as varchar)"
        both = (
            f"select source as id, target as object, target_type as type from between where source_type in {listed(types)} "
            f"union all select target, source, source_type from between where target_type in {listed(types)}"
        )
        at = (
            "select mine.object as id, roled.object, role from at_events as mine join roled on roled.event = mine.event "
            f"where mine.type in {listed(types)} and role in ('service', 'configuration_item', 'requester', 'customer', 'supplier')"
        )
        direct = f"select id, {self._one_of_each('object')} from (select *, {told} as role from ({both})) group by id"
        seen = f"select id, {self._one_of_each('object')} from ({at}) group by id"
        picked = ", ".join(
            f"coalesce(direct.{quoted(role)}, seen.{quoted(role)}) as {quoted(role)}" for role in RELATED
        )
        return (
            f"select coalesce(direct.id, seen.id) as id, {picked} from ({direct}) as direct "
            f"full join ({seen}) as seen on seen.id = direct.id"
        )

    def _links(self) -> RawTable:
        types = listed([*self.cases, *self.roles.types("change")])
        return self._kept(
            "links",
            f"""select n as source_row, l as source_line, source as "from", source_type as "from type", target as "to",
                target_type as "to type", coalesce(nullif(trim(qualifier), ''), 'related') as qualifier
            from between where source_type in {types} and target_type in {types} order by source_row""",
            LINK_COLUMNS,
        )

    def _named(self, table: str, attributes: Sequence[str], taken: Sequence[str]) -> dict[str, str]:
        used = {name.casefold() for name in (*taken, *RESERVED)}
        named = {}
        for attribute in attributes:
            free, number = attribute.strip() or "attribute", 1
            while free.casefold() in used:
                number += 1
                free = f"{attribute.strip()} ({number})"
            used.add(free.casefold())
            named[attribute] = free
        self.columns[table] = named
        return named

    def _kept(self, name: str, select: str, columns: tuple[str, ...]) -> RawTable:
        path = parquet(self.log.written.folder, name.replace(" ", "-"))
        self.log.execute(f"copy ({select}) to {literal(path)} (format parquet, compression lz4)")
        rows = self.log.count(f"select count(*) from {relation(path)}")
        issues = issues_of(self.log, name)
        return RawTable(
            name=name,
            relation=relation(Path(path)),
            columns=columns,
            rows=rows,
            rows_rejected=sum(issue.outcome == "rejected" for issue in issues),
            issues=issues,
        )


def issues_of(log: Log, table: str) -> tuple[LoadIssue, ...]:
    """What is wrong with the records themselves: ids that are missing or repeat, relations that lead nowhere."""
    if table == "events":
        found = [
            *_without_id(log, "events"),
            *_repeated(log, "events"),
            *_nowhere(log, "event_objects", "object"),
        ]
        return (*found, *_nowhere(log, "event_objects", "id", "evs"))
    if table == "cases":
        return (
            *_without_id(log, "objects"),
            *_repeated(log, "objects"),
            *_nowhere(log, "object_objects", "target"),
        )
    return ()


def _without_id(log: Log, list_name: str) -> list[LoadIssue]:
    rows = log.fetch(f"select n, l, type from {list_name} where id is null order by n")
    return [_issue(log, row, "id", "an id", "missing", "rejected") for row in rows]


def _repeated(log: Log, list_name: str) -> list[LoadIssue]:
    rows = log.fetch(
        f"select n, l, id from {list_name} where id is not null "
        "qualify row_number() over (partition by id order by n) > 1 order by n"
    )
    expected = "an id that no other record of the log has; the first record with it stays"
    return [_issue(log, row, "id", expected, "duplicate_id", "rejected") for row in rows]


def _nowhere(log: Log, list_name: str, column: str, target: str = "objs") -> list[LoadIssue]:
    rows = log.fetch(
        f"select n, l, {column} from {list_name} where {column} is null or {column} not in (select id from {target}) "
        f"order by n limit {FEW}"
    )
    what = "event" if target == "evs" else "object"
    return [
        _issue(
            log,
            row,
            f"{list_name}.{column}",
            f"the id of an {what} of the log",
            "dangling_reference",
            "loaded",
        )
        for row in rows
    ]


def _issue(
    log: Log, row: tuple[int, int | None, str | None], column: str, expected: str, kind: str, outcome: str
) -> LoadIssue:
    number, line, value = row
    return LoadIssue(
        file=log.file,
        row=number,
        line=line,
        column=column,
        value=value,
        expected=expected,
        kind=kind,
        outcome="rejected" if outcome == "rejected" else "loaded",
    )


def _pivot(names: dict[str, str], value: str) -> str:
    return "".join(
        f", {value} filter (where name = {literal(raw)}) as {quoted(name)}" for raw, name in names.items()
    )
