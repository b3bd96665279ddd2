"""What the keys of a log mean, and every sentence that tells what was assumed."""

from collections.abc import Iterator
from typing import Any

from ringtrue.importers.xes.generic import generic_mapping
from ringtrue.importers.xes.known import known_mapping
from ringtrue.importers.xes.log import AT, Log
from ringtrue.model.errors import MappingIncomplete
from ringtrue.model.source import Mapping
from ringtrue.model.sql import literal, quoted

MARKS = ("?", "UNKNOWN", "__INVALID__", "NULL", "null", "NIL", "MISSING")
"""Values that stand for no value: the defaults that libraries write, and what other tools leave behind."""

Content = dict[str, Any]


def meaning_of(log: Log, file: str, given: Mapping | None) -> tuple[Content, list[str]]:
    """The mapping and the assumptions. Raises ``MappingIncomplete`` where no key tells times."""
    if given:
        return dict(given.content), list(_oddities(log))
    if log.rows and not log.has(AT):
        raise MappingIncomplete(
            file,
            log.names,
            "time:timestamp, which tells when each event happened",
            "Name the key in a mapping file.",
        )
    content, notes = _chosen(log)
    marks = _marks(log)
    content = {**content, "read": {"missing": list(marks)}} if marks else content
    notes += [f'"{mark}" ({count:,} times) was taken for no value' for mark, count in marks.items()]
    return {**content, "table": [_fitted(table, log) for table in content["table"]]}, [
        *notes,
        *_oddities(log),
    ]


def _chosen(log: Log) -> tuple[Content, list[str]]:
    known = known_mapping(log)
    if known:
        return known.content, [f"the log was taken for {known.title}", *known.notes]
    return generic_mapping(log)


def _fitted(table: Content, log: Log) -> Content:
    fitted = {name: _present(spec, log) for name, spec in table["columns"].items()}
    return {**table, "columns": {name: spec for name, spec in fitted.items() if spec}}


def _present(spec: Any, log: Log) -> Any:
    if isinstance(spec, str):
        return spec if spec in log.names and (log.has(spec) or spec == AT) else None
    if isinstance(spec, list):
        return [part for part in spec if log.has(part)]
    return spec if log.has(spec.get("column", "event:number")) else None


def _marks(log: Log) -> dict[str, int]:
    columns = [name for name in log.names if log.has(name)]
    wanted = ", ".join(map(literal, MARKS))
    counts = log.counts([f"count(*) filter (where {quoted(name)} in ({wanted}))" for name in columns])
    found: dict[str, int] = dict.fromkeys(MARKS, 0)
    for name in [name for name, count in zip(columns, counts, strict=True) if count]:
        chosen = f"select {quoted(name)} as mark, count(*) from {log.relation}"
        for mark, count in log.fetch(f"{chosen} where mark in ({wanted}) group by 1"):
            found[mark] += count
    return {mark: count for mark, count in found.items() if count}


def _oddities(log: Log) -> Iterator[str]:
    seen, repeated = log.seen, log.repeated_cases()
    if not log.rows:
        yield "the log holds no event"
    if log.columns.prefixes.renamed:
        pairs = ", ".join(f"{own} as {meant}" for own, meant in sorted(log.columns.prefixes.renamed.items()))
        yield f"prefixes are read by the address of their extension: {pairs}"
    if seen.loose_events:
        yield f"{seen.loose_events:,} events stand in no trace: they belong to no case"
    if seen.unnamed_traces:
        yield f'{seen.unnamed_traces:,} traces have no concept:name: their place names them, as in "trace 17"'
    if seen.empty_traces:
        names = f", such as {', '.join(seen.empty_names)}" if seen.empty_names else ""
        yield f"{seen.empty_traces:,} traces hold no event{names}: without history they are left out"
    if repeated:
        yield f"{repeated:,} case ids stand on more than one trace: their events are read as one case"
    yield from _left_out(log)


def _left_out(log: Log) -> Iterator[str]:
    seen = log.seen
    for count, what in (
        (seen.nested, "attributes inside other attributes were not read"),
        (seen.lists, "lists and containers were not read"),
        (seen.repeated, "attributes repeat a key of the same event or trace: the first stays"),
        (seen.incomplete, "attributes have no key or no value and were not read"),
        (seen.unknown, "elements in traces and events are not of XES and were not read"),
    ):
        if count:
            yield f"{count:,} {what}"
