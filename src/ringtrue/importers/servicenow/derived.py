"""Columns that a mapping cannot express: SQL on top of the raw columns, the same for the same file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ringtrue.model.sql import literal

STATE_FIELDS = (
    "state",
    "incident_state",
    "problem_state",
    "request_state",
    "incident state",
    "problem state",
    "status",
)
ASSIGNMENTS = (
    "assignment_group",
    "assigned_to",
    "assignment group",
    "assigned to",
    "zuweisungsgruppe",
    "zugewiesen an",
)
NOTES = ("work_notes", "work notes", "arbeitsnotizen")
COMMENTS = (
    "comments",
    "additional comments",
    "comments and work notes",
    "comments_and_work_notes",
    "kommentare",
)
HOLD_REASONS = ("hold_reason", "hold reason", "on hold reason", "wartegrund")
FINISHED = ("completed", "achieved", "breached", "abgeschlossen", "verletzt")

TRUE = ("true", "1", "yes", "ja", "wahr")
FALSE = ("false", "0", "no", "nein", "falsch")

LONGEST_YEAR = 1990
"""A duration that is written as a date since 1970 does not last until then: such a date is a date."""

UNITS = (
    ("(?:day|tag)", 1440),
    ("(?:hour|stunde|std)", 60),
    ("(?:minute|min)", 1),
    ("(?:second|sekunde|sek)", 1 / 60),
)
WORDS = (
    r"(\d+ *(days?|tage?n?|hours?|stunden?|std\.?|minutes?|minuten?|min\.?|seconds?|sekunden?|sek\.?)"
    r"[ ,]*(and |und )?)+"
)


@dataclass(frozen=True)
class Context:
    """What a rule may need beside its columns: the words for states of this sort of record, the order of dates."""

    states: Mapping[str, Sequence[str]]
    held: Sequence[str]
    date_order: str = "dmy"

    def words(self, *states: str) -> list[str]:
        """All words for these states."""
        return [word for state in states for word in self.states.get(state, ())]


def derive(rule: str, columns: Sequence[str], context: Context) -> str:
    """SQL for the text of a derived column; ``columns`` are SQL for the texts that it is made of."""
    return _RULES[rule](columns, context)


def _minutes(columns: Sequence[str], context: Context) -> str:
    """A duration in minutes, or the text as it is where it is none."""
    text = f"trim({columns[0]})"
    moment = _moment(text, context.date_order)
    number = f"when regexp_full_match({text}, '\\d+(\\.\\d+)?') then try_cast({text} as double) / 60"
    date = f"when {moment} < timestamp '{LONGEST_YEAR}-01-01' then epoch({moment}) / 60"
    words = f"when regexp_full_match(lower({text}), '{WORDS}') then {_in_words(text)}"
    clock = f"when regexp_full_match({text}, '\\d+:\\d\\d:\\d\\d') then {_in_clock(text)}"
    minutes = f"case {number} {words} {clock} {date} end"
    return f"coalesce(cast(round({minutes}, 4) as varchar), {columns[0]})"


def _moment(text: str, date_order: str) -> str:
    day_first = "%m{0}%d{0}%Y %H:%M:%S" if date_order == "mdy" else "%d{0}%m{0}%Y %H:%M:%S"
    formats = ", ".join(literal(day_first.format(separator)) for separator in "/.-")
    moment = f"coalesce(try_cast({text} as timestamp), try_strptime({text}, [{formats}]))"
    return f"case when regexp_matches({text}, '^\\d+[-./]\\d+[-./]\\d+[ T]') then {moment} end"


def _in_words(text: str) -> str:
    parts = [
        f"coalesce(try_cast(nullif(regexp_extract(lower({text}), '(\\d+) *{unit}', 1), '') as double), 0) * {size}"
        for unit, size in UNITS
    ]
    return " + ".join(parts)


def _in_clock(text: str) -> str:
    parts = [f"try_cast(split_part({text}, ':', {place}) as double)" for place in (1, 2, 3)]
    return f"{parts[0]} * 60 + {parts[1]} + {parts[2]} / 60"


def _held(columns: Sequence[str], context: Context) -> str:
    state, reason = columns
    on_hold = f"{_is(state, context.held)} and trim({reason}) <> ''"
    return f"case when {on_hold} then 'on hold/' || lower(trim({reason})) else {state} end"


def _held_then(columns: Sequence[str], context: Context) -> str:
    """The state that a line of a history tells; on hold with the reason that stands beside it at the same moment, or that follows."""
    field, new, record, moment = columns
    told = f"case when {_is(field, HOLD_REASONS)} then nullif(lower(trim({new})), '') end"
    beside = f"max({told}) over (partition by {record}, {moment})"
    held = f"{_is(field, STATE_FIELDS)} and {_is(new, context.held)} and {beside} is not null"
    return (
        f"case when {held} then 'on hold/' || {beside} when {_is(field, STATE_FIELDS)} then {new} "
        f"when {told} is not null then 'on hold/' || {told} end"
    )


def _given(columns: Sequence[str], context: Context) -> str:
    return f"case when trim({columns[0]}) <> '' then 'true' else 'false' end"


def _stage(columns: Sequence[str], context: Context) -> str:
    stage, breached = columns
    return f"case when {_is(breached, TRUE)} then trim({stage}) || '/breached' else {stage} end"


def _attained(columns: Sequence[str], context: Context) -> str:
    stage, breached = columns
    kept = f"{_is(breached, FALSE)} and {_is(stage, FINISHED)}"
    return f"case when {_is(breached, TRUE)} then 'false' when {kept} then 'true' end"


def _not(columns: Sequence[str], context: Context) -> str:
    text = columns[0]
    return f"case when {_is(text, TRUE)} then 'false' when {_is(text, FALSE)} then 'true' else {text} end"


def _metric(columns: Sequence[str], context: Context) -> str:
    text = f"lower({columns[0]})"
    response = f"regexp_matches({text}, 'respon|reaktion|antwort')"
    resolution = f"regexp_matches({text}, 'resol|lösung|behebung|wiederherstell|restor')"
    return (
        f"case when {response} and not {resolution} then 'response_minutes' "
        f"when {resolution} and not {response} then 'resolution_minutes' end"
    )


def _kind_of_user(columns: Sequence[str], context: Context) -> str:
    return f"case when {_is(columns[0], TRUE)} then 'automation' else 'person' end"


def _record(columns: Sequence[str], context: Context) -> str:
    number = f"regexp_extract({columns[0]}, '([A-Z]{{2,10}}[0-9]{{4,}})', 1)"
    return f"coalesce(nullif({number}, ''), {columns[0]})"


def _done(columns: Sequence[str], context: Context) -> str:
    field, old, new = columns
    active = context.words("new", "assigned", "in_progress")
    waiting = context.words("waiting_user", "waiting_supplier", "waiting_change", "waiting_other")
    ended = context.words("resolved", "closed")
    reopened = f"when {_is(old, ended)} and {_is(new, active)} then 'reopened'"
    resumed = f"when {_is(old, waiting)} and {_is(new, active)} then 'resumed'"
    return _what(field, f"case {_ends(new, context)} {reopened} {resumed} else 'field_changed' end")


def _done_now(columns: Sequence[str], context: Context) -> str:
    field, new = columns
    return _what(field, f"case {_ends(new, context)} else 'field_changed' end")


def _what(field: str, state_change: str) -> str:
    return (
        f"case when {_is(field, STATE_FIELDS)} then {state_change} when {_is(field, ASSIGNMENTS)} then 'assigned' "
        f"when {_is(field, NOTES)} then 'note' when {_is(field, COMMENTS)} then null else 'field_changed' end"
    )


def _ends(new: str, context: Context) -> str:
    waiting = context.words("waiting_user", "waiting_supplier", "waiting_change", "waiting_other")
    return (
        f"when {_is(new, context.words('resolved'))} then 'resolved' "
        f"when {_is(new, context.words('closed'))} then 'closed' when {_is(new, waiting)} then 'waiting'"
    )


def _is(text: str, words: Sequence[str]) -> str:
    listed = ", ".join(literal(word) for word in words)
    return f"coalesce(lower(trim({text})) in ({listed}), false)" if words else "false"


Rule = Callable[[Sequence[str], Context], str]
_RULES: Mapping[str, Rule] = {
    "minutes": _minutes,
    "held": _held,
    "held_then": _held_then,
    "given": _given,
    "stage": _stage,
    "attained": _attained,
    "not": _not,
    "metric": _metric,
    "kind_of_user": _kind_of_user,
    "record": _record,
    "done": _done,
    "done_now": _done_now,
}
