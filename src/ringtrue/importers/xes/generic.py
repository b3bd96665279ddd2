"""A mapping for a log that is not known: the standard's keys, and what its own words tell of states."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.importers.xes.log import Log
from ringtrue.model.sql import quoted

Content = dict[str, Any]
Words = Mapping[str, Mapping[str, Sequence[str]]]

NAME, STEP = "concept:name", "lifecycle:transition"
SHOWN = 8


@cache
def _standard() -> Content:
    return tomllib.loads((files("ringtrue.importers.xes") / "mapping.toml").read_text("utf-8"))


def generic_mapping(log: Log) -> tuple[Content, list[str]]:
    """The mapping, and what was assumed for it."""
    content = {key: _copy(value) for key, value in _standard().items() if key != "words"}
    words: Words = _standard()["words"]
    events, cases = content["table"]
    pairs = _pairs(log)
    notes = _give_states(events, pairs, words) + _give_activities(events, pairs, words)
    given = [name for name in cases["columns"] if name != "id" and log.has(cases["columns"][name])]
    if not given:
        content["table"] = [events]
    return content, [*_named(log, given), *notes]


def _pairs(log: Log) -> list[tuple[str, str, int]]:
    if not log.has(NAME):
        return []
    step = quoted(STEP) if log.has(STEP) else "null"
    found = log.fetch(
        f"select coalesce(trim({quoted(NAME)}), ''), coalesce(trim({step}), ''), count(*) as n "
        f"from {log.relation} group by all order by n desc, 1, 2 limit 5000"
    )
    return [(name, part, int(n)) for name, part, n in found]


def _named(log: Log, given: Sequence[str]) -> list[str]:
    notes = []
    if log.has(NAME):
        keys = f"{NAME} and {STEP} were" if log.has(STEP) else f"{NAME} was"
        notes.append(f"{keys} taken for what was done and for where the case stood, in the log's own words")
    if log.has("org:resource"):
        notes.append("org:resource was taken for the person or program that acted")
    if log.has("org:group"):
        notes.append(
            "org:group was taken for the team that holds the case after the event; if it is the team of "
            "whoever acted instead, handovers show one event late: tell the mapping (acting_team)"
        )
    notes += [f"case:{name} was taken for the case's {name}" for name in given]
    return notes


def _give_states(events: Content, pairs: Sequence[tuple[str, str, int]], words: Words) -> list[str]:
    states = {pair: _state(*pair[:2], words) for pair in pairs}
    if not {"resolved", "closed"} & set(states.values()):
        del events["columns"]["state"]
        return (
            ["no event says in known words that a case is resolved or closed: states are not known"]
            if pairs
            else []
        )
    known = {_joined(pair): state for pair, state in states.items() if state}
    events.setdefault("values", {})["state"] = known
    return [_in_words("state", known, pairs)]


def _give_activities(events: Content, pairs: Sequence[tuple[str, str, int]], words: Words) -> list[str]:
    known = {_joined(pair): did for pair in pairs if (did := _activity(*pair[:2], words))}
    if not known:
        del events["columns"]["activity"]
        return []
    events.setdefault("values", {})["activity"] = known
    return [_in_words("activity", known, pairs)]


def _state(name: str, step: str, words: Words) -> str | None:
    """The state that a name says, if the step beside it does not say that the work on it has only begun."""
    steps = _steps(words)
    if (step.lower() in steps and steps[step.lower()] != "unsaid") or step.lower() in (
        "schedule",
        "withdraw",
    ):
        return None
    for text in (f"{name}/{step}", step, name):
        for state, known in words["state"].items():
            if text.lower() in known:
                return state
    return None


def _activity(name: str, step: str, words: Words) -> str | None:
    for did, known in words["activity"].items():
        if name.lower() in known:
            return did
    state = _state(name, step, words)
    from_state = {key: str(value) for key, value in words["activity_of_state"].items()}.get(state or "")
    begun = _steps(words).get(step.lower())
    return from_state or (begun if begun != "unsaid" else None)


def _steps(words: Words) -> dict[str, str]:
    return {word: meaning for meaning, known in words["transition"].items() for word in known}


def _joined(pair: tuple[str, str, int]) -> str:
    return "/".join(part for part in pair[:2] if part)


def _in_words(column: str, known: Mapping[str, str], pairs: Sequence[tuple[str, str, int]]) -> str:
    total = sum(n for *_, n in pairs)
    covered = sum(pair[2] for pair in pairs if _joined(pair) in known)
    examples = "; ".join(f'"{word}" as {meaning}' for word, meaning in list(known.items())[:SHOWN])
    more = f"; and {len(known) - SHOWN} more" if len(known) > SHOWN else ""
    return f"{covered:,} of {total:,} events tell the {column} in known words: {examples}{more}"


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value
