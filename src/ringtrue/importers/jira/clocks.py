"""The clocks of Jira Service Management: each cycle of each target is a run of its own."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ringtrue.importers.described.columns import ABSENT
from ringtrue.importers.described.kinds import Kind
from ringtrue.model.sql import literal, quoted

Content = dict[str, Any]
_CLOCK = re.compile(r"(fields\.customfield_\d+)\.(completedCycles|ongoingCycle\..+)")
_REMAINING = re.compile(r"custom field \((.*(?:time to|sla|zeit bis).*)\)", re.I)
NOTE = "each cycle of a clock is a run of its own: a reopened issue has several for one target"
STATED = "a clock in the navigator's CSV tells only what remains of its target (below zero: missed); when it ran is in the JSON export"


def clocks_view(columns: Sequence[str], names: Mapping[str, str]) -> tuple[Content, ...]:
    """The view of all cycles of all clocks among the columns; none where there are no clocks."""
    clocks = list(dict.fromkeys(found[1] for name in columns if (found := _CLOCK.fullmatch(name))))
    if not clocks:
        return ()
    parts = [part for clock in clocks for part in _cycles(clock, set(columns), names)]
    return (_view(_SHAPED.format(cycles=" union all ".join(parts)), NOTE),)


def navigator_clocks(columns: Sequence[str], kind: Kind) -> tuple[Content, ...]:
    """The view of clocks that the navigator shows as time remaining."""
    shown = [(name, found[1]) for name in columns if (found := _REMAINING.fullmatch(name))]
    if kind.name != "navigator" or not shown:
        return ()
    parts = [
        f'select source_row, source_line, {{issue key|work item key|key}} as "case", {literal(clock)} as target, '
        f"trim({quoted(name)}) as remaining, {{resolved}} as resolved from {{raw}} "
        f"where regexp_full_match(trim({quoted(name)}), '-?([0-9]+:[0-9][0-9]|([0-9]+[dhm] ?)+)')"
        for name, clock in shown
    ]
    sql = f"""select *, {_METRIC} as metric,
        case when remaining like '-%' then 'false' when resolved is not null then 'true' end as attained,
        case when remaining like '-%' then 'missed' when resolved is not null then 'met' end as state
        from ({" union all ".join(parts)})"""
    return (_view(sql, STATED),)


_METRIC = (
    "case when regexp_matches(lower(target), 'respon|reaktion|antwort') then 'response_minutes' "
    "when regexp_matches(lower(target), 'resol|lösung|behebung|restor|wiederherstell|done|close') then 'resolution_minutes' end"
)

_SHAPED = (
    'select source_row, source_line, "case", target, '
    + _METRIC
    + """ as metric, started as started_at, stopped as stopped_at, breach as due_at,
    cast(try_cast(elapsed as double) / 60000 as varchar) as elapsed_minutes,
    cast(try_cast(goal as double) / 60000 as varchar) as goal_minutes,
    case when completed and breached = 'true' then 'missed' when completed then 'met'
        when paused = 'true' then 'paused' else 'running' end as state,
    case when breached = 'true' then 'false' when completed and breached = 'false' then 'true' end as attained
    from ({cycles})"""
)


def _cycles(clock: str, columns: set[str], names: Mapping[str, str]) -> list[str]:
    named = names.get(clock.removeprefix("fields."))
    name = literal(named) if named else f"coalesce({_cell(clock + '.name', columns)}, {literal(clock)})"
    first = f'select source_row, source_line, {{key}} as "case", {name} as target'
    found = []
    if f"{clock}.completedCycles" in columns:
        cells = ", ".join(f"{sql} as {to}" for to, sql in _of_cycle().items())
        unfolded = f"{first}, unnest({{[{clock}.completedCycles}}) as cycle from {{raw}}"
        found.append(
            f'select source_row, source_line, "case", target, true as completed, {cells} from ({unfolded})'
        )
    ongoing = f"{clock}.ongoingCycle"
    if any(name.startswith(ongoing) for name in columns):
        cells = ", ".join(f"{sql} as {to}" for to, sql in _of_columns(ongoing, columns).items())
        found.append(
            f"select * from ({first}, false as completed, {cells} from {{raw}}) where started is not null"
        )
    return found


def _of_cycle() -> dict[str, str]:
    def text(path: str) -> str:
        return f"json_extract_string(cycle, '$.{path}')"

    return {
        "started": _moment(text("startTime.epochMillis"), text("startTime.iso8601")),
        "stopped": _moment(text("stopTime.epochMillis"), text("stopTime.iso8601")),
        "breach": _moment(text("breachTime.epochMillis"), text("breachTime.iso8601")),
        "breached": text("breached"),
        "paused": text("paused"),
        "elapsed": text("elapsedTime.millis"),
        "goal": text("goalDuration.millis"),
    }


def _of_columns(ongoing: str, columns: set[str]) -> dict[str, str]:
    def cell(path: str) -> str:
        return _cell(f"{ongoing}.{path}", columns)

    return {
        "started": _moment(cell("startTime.epochMillis"), cell("startTime.iso8601")),
        "stopped": ABSENT,
        "breach": _moment(cell("breachTime.epochMillis"), cell("breachTime.iso8601")),
        "breached": cell("breached"),
        "paused": cell("paused"),
        "elapsed": cell("elapsedTime.millis"),
        "goal": cell("goalDuration.millis"),
    }


def _moment(millis: str, iso: str) -> str:
    instant = f"try(make_timestamp(cast(round(try_cast({millis} as double) * 1000) as bigint)))"
    return f"coalesce(strftime({instant}, '%Y-%m-%dT%H:%M:%SZ'), {iso})"


def _cell(name: str, columns: set[str]) -> str:
    return quoted(name) if name in columns else ABSENT


def _view(sql: str, note: str) -> Content:
    wanted = ("case", "target", "metric", "started_at", "stopped_at", "due_at", "elapsed_minutes", "state")
    columns = {name: name for name in wanted} | {"reported_attained": "attained"}
    return {
        "label": "clocks",
        "sql": sql,
        "note": note,
        "table": [{"name": "target_runs", "primary": True, "columns": columns}],
    }
