"""What a run left beside its results: the records behind each lead, the judged tables, the SQL, the charts."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

from ringtrue.model.chart import Chart

if TYPE_CHECKING:
    import duckdb

_ENDS = {"most": "desc", "least": "asc"}
WORST = re.compile(f"(?P<end>{'|'.join(_ENDS)}) (?P<name>[a-z_]+)")
"""How ``ProcedureResult.worst`` names a value and its bad end."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One record behind a lead, with the further values that the procedure shows."""

    lead: str
    item_kind: str
    item: str
    service: str | None
    reason: str
    source_file: str | None
    source_row: int | None
    shown: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Untestable:
    """Items of one procedure that could not be judged, all for the same reason, and the first of them."""

    reason: str
    n: int
    first: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class IssueGroup:
    """Load issues of one file that are alike: how many, and one of them."""

    file: str
    table: str | None
    column: str | None
    kind: str
    outcome: str
    n: int
    expected: str
    example_row: int | None
    example_value: str | None


class RunFolder:
    """Read access to ``runs/<id>``. What is not there is empty: a run without leads has no records of them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _connection(self) -> "duckdb.DuckDBPyConnection":
        import duckdb

        limits: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": "1GB",
            "temp_directory": gettempdir(),
            "autoinstall_known_extensions": "false",
        }
        database = duckdb.connect(config=limits)
        database.execute("set enable_progress_bar = false")
        return database

    def charts(self) -> tuple[Chart, ...]:
        """The charts of ``charts.json``, in its order."""
        from ringtrue.reports.charts import read_charts

        file = self.path / "charts.json"
        return read_charts(file) if file.exists() else ()

    def sql(self, procedure: str) -> str | None:
        """The SQL of a procedure as it was run."""
        file = self.path / "sql" / f"{procedure}.sql"
        return file.read_text("utf-8") if file.exists() else None

    def record_counts(self) -> dict[str, int]:
        """How many records ``leads.parquet`` holds for each lead."""
        return dict(self._rows("leads.parquet", "select lead, count(*) from {file} group by lead"))

    def records(
        self, leads: Sequence[str] | None = None, most: int | None = None, worst: Sequence[str] = ()
    ) -> Iterator[Record]:
        """The records of these leads (None: of all), lead by lead, ``most`` for each: the worst first, by the values that ``worst``
        names (as ``ProcedureResult`` does) and what has none of them last; records alike, in the order of the sources.
        """
        order = ", ".join((*_worst_first(worst), "source_file, source_row, item"))
        place = f"row_number() over (partition by lead order by {order})"
        chosen = "list_contains($leads, lead)" if leads is not None else "true"
        limit = f"qualify {place} <= {int(most)}" if most is not None else ""
        statement = f"""
            select lead, item_kind, item, service, reason, source_file, source_row, shown
            from {{file}} where {chosen} {limit}
            order by lead, {order}"""
        given = {"leads": list(leads)} if leads is not None else {}
        for row in self._rows("leads.parquet", statement, given):
            yield _record(row)

    def shown_names(self) -> dict[str, tuple[str, ...]]:
        """The names of the further values of each lead, in the order in which its records give them."""
        statement = """
            with keys as (
                select lead, if(json_valid(shown), if(json_type(shown) = 'OBJECT', json_keys(shown), ['shown']), ['shown']) as keys
                from {file} where shown is not null
            ), names as (
                select lead, unnest(keys) as name, generate_subscripts(keys, 1) as place from keys
            ), places as (
                select lead, name, min(place) as place from names group by lead, name
            )
            select lead, list(name order by place, name) from places group by lead"""
        return {lead: tuple(names) for lead, names in self._rows("leads.parquet", statement)}

    def deviations(self, judged_table: str | None) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
        """The columns of a judged table, and its deviating items in the order of the sources."""
        if not self.holds(judged_table):
            return (), iter(())
        name = self._within(str(judged_table))
        described = self._rows(name, "describe select * exclude (verdict) from {file}")
        columns = tuple(str(row[0]) for row in described)
        statement = """
            select * exclude (verdict) from {file} where verdict = 'deviation' order by source_file, source_row, item"""
        return columns, self._rows(name, statement)

    def holds(self, judged_table: str | None) -> bool:
        """Whether a judged table is there."""
        return judged_table is not None and (self.path / self._within(judged_table)).exists()

    def untestable(self, judged_table: str | None) -> tuple[Untestable, ...]:
        """Why items of a judged table could not be judged: the most frequent reason first, three items of each."""
        if judged_table is None:
            return ()
        statement = """
            select reason, count(*), arg_min(item, {{'file': source_file, 'row': source_row, 'item': item}}, 3)
            from {file} where verdict = 'untestable' group by reason order by count(*) desc, reason"""
        rows = self._rows(self._within(judged_table), statement)
        return tuple(
            Untestable(reason=reason or "", n=n, first=tuple(map(str, first))) for reason, n, first in rows
        )

    def issues(self) -> tuple[IssueGroup, ...]:
        """The load issues of the audit's tables, those that are alike counted together."""
        statement = """
            select file, "table", "column", kind, outcome, count(*), min(expected),
                   min(row), arg_min(value, row)
            from {file} group by all order by file, count(*) desc, "table", "column", kind, outcome"""
        names = (
            "file",
            "table",
            "column",
            "kind",
            "outcome",
            "n",
            "expected",
            "example_row",
            "example_value",
        )
        return tuple(
            IssueGroup(**dict(zip(names, row, strict=True)))
            for row in self._rows("../../tables/load_issues.parquet", statement)
        )

    def _within(self, judged_table: str) -> str:
        """A judged table's path inside the run, whether it was given from the run or from the audit folder."""
        return f"judged/{Path(judged_table).name}"

    def _rows(
        self, name: str, statement: str, given: Mapping[str, Any] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        file = self.path / name
        if not file.exists():
            return
        source = f"read_parquet('{_exactly(file)}')"
        cursor = self._connection.cursor().execute(statement.format(file=source), given or None)
        while rows := cursor.fetchmany(2048):
            yield from rows


def _exactly(file: Path) -> str:
    """The path inside quotes, none of its characters taken as a pattern of file names."""
    return re.sub(r"([\[*?])", r"[\1]", str(file)).replace("'", "''")


def deciding(worst: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each value that ``ProcedureResult.worst`` names, and its bad end: ``most`` or ``least``. Anything else decides nothing."""
    for found in filter(None, map(WORST.fullmatch, worst)):
        yield found["name"], found["end"]


def _worst_first(worst: Sequence[str]) -> list[str]:
    """The orders by those values, in SQL; what has no such value comes last."""
    value = "case when json_valid(shown) then try_cast(json_extract_string(shown, '$.{name}') as double) end"
    return [f"{value.format(name=name)} {_ENDS[end]} nulls last" for name, end in deciding(worst)]


def _record(row: tuple[Any, ...]) -> Record:
    lead, item_kind, item, service, reason, source_file, source_row, shown = row
    return Record(
        lead=lead,
        item_kind=item_kind or "",
        item="" if item is None else str(item),
        service=service,
        reason=reason or "",
        source_file=source_file,
        source_row=source_row,
        shown=_shown(shown),
    )


def _shown(text: str | None) -> Mapping[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        found = text
    return found if isinstance(found, dict) else {"shown": found}
