"""The sampling frame: the records of a population, read from Parquet, frozen by hashes, and put in order by the seed.

A million ids are hashed and sorted by DuckDB; only those drawn, and the sizes of a draw by size, come to Python.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import read_about
from ringtrue.engine.database.connect import DEFAULT_MEMORY, connection
from ringtrue.engine.sampling.completeness import reconciled
from ringtrue.engine.sampling.subject import SERVICE_WEIGHTS, Subject
from ringtrue.method.sampling.completeness import Reconciled, completeness_notes
from ringtrue.method.sampling.draw import SEPARATOR
from ringtrue.method.sampling.wording import filter_text
from ringtrue.model.errors import SampleRefused, WrongUse
from ringtrue.model.sample import Population
from ringtrue.model.sql import literal, quoted

NO_STRATUM = "no service"
_HASHED = f"sha256($seed || {literal(SEPARATOR)} || item)"
_ROW = ("item", "rank", "stratum", "service", "says", "source_file", "source_row", "size")


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which records of the subject are the population, and by what they are divided and weighed."""

    verdicts: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    by_service: bool = False
    size_column: str | None = None


class FrameOfRecords:
    """A population, open for questions; ``population`` is it frozen."""

    def __init__(self, database: DuckDBPyConnection, population: Population, unknown_sizes: int) -> None:
        self._database, self.population, self.unknown_sizes = database, population, unknown_sizes

    def strata(self) -> dict[str, int]:
        """How many records each stratum has, by its name."""
        found = self._database.execute(
            "select stratum, count(*) from frame where stratum is not null group by stratum order by stratum"
        )
        return {str(name): int(n) for name, n in found.fetchall()}

    def sizes(self) -> list[float]:
        """The sizes, the largest first."""
        return [size for (size,) in self._stream("select size from frame order by size desc")]

    def first(self, seed: str, n: int, skip: int = 0) -> list[dict[str, Any]]:
        """The ``n`` records that follow the first ``skip`` in the order of the seed."""
        statement = f"""
            select {_columns("$skip + row_number() over (order by hashed, item)")}
            from (select *, {_HASHED} as hashed from frame order by hashed, item limit $n offset $skip) order by rank"""
        return self._rows(statement, {"seed": seed, "n": n, "skip": skip})

    def first_of_strata(self, seed: str, planned: Mapping[str, int]) -> list[dict[str, Any]]:
        """The first records of each stratum in the order of the seed, as many as planned of each."""
        told = ", ".join(f"({literal(name)}, {int(n)})" for name, n in planned.items())
        statement = f"""
            select {_columns("place")} from (
                select *, row_number() over (partition by stratum order by {_HASHED}, item) as place from frame
            ) join (values {told}) as plan (named, planned) on stratum = named where place <= planned
            order by stratum, rank"""
        return self._rows(statement, {"seed": seed})

    def line(self, seed: str, below: float | None) -> list[float]:
        """The sizes of the records that are not certain, in the order of the seed: the line of a draw by size."""
        statement = f"select size from frame where {_uncertain(below)} order by {_HASHED}, item"
        return [size for (size,) in self._stream(statement, {"seed": seed})]

    def certain(self, seed: str, at_least: float | None) -> list[dict[str, Any]]:
        """The records that are certain to be drawn, in the order of the seed."""
        if at_least is None:
            return []
        statement = f"""
            select {_columns(f"row_number() over (order by {_HASHED}, item)")}
            from frame where not ({_uncertain(at_least)}) order by rank"""
        return self._rows(statement, {"seed": seed})

    def at_places(self, seed: str, below: float | None, places: Sequence[int]) -> list[dict[str, Any]]:
        """The records at these places (from 0) of the line."""
        statement = f"""
            select {_columns("place")} from (
                select *, row_number() over (order by {_HASHED}, item) as place from frame where {_uncertain(below)}
            ) where list_contains($places, place - 1) order by rank"""
        return self._rows(statement, {"seed": seed, "places": list(places)})

    def named(self, items: Sequence[str]) -> list[dict[str, Any]]:
        """The records of these ids, in the order given. SampleRefused names those that are not in the population."""
        rows = self._rows(
            f"select {_columns('0')} from frame where list_contains($items, item)", {"items": list(items)}
        )
        known = {row["item"]: row for row in rows}
        if strangers := [item for item in items if item not in known]:
            raise SampleRefused(
                f"{', '.join(strangers[:10])} {'are' if len(strangers) > 1 else 'is'} not in the population",
                "records of the claim, lead or table, as the filter leaves them",
            )
        return [{**known[item], "rank": place} for place, item in enumerate(dict.fromkeys(items), 1)]

    def _rows(self, statement: str, given: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [dict(zip(_ROW, row, strict=True)) for row in self._stream(statement, given)]

    def _stream(self, statement: str, given: Mapping[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        yield from _stream(self._database, statement, given)


@contextmanager
def frame_of(
    folder: AuditFolder,
    subject: Subject,
    chosen: Filter,
    second_source: Sequence[str] = (),
    memory: str = DEFAULT_MEMORY,
    again: bool = False,
) -> Iterator[FrameOfRecords]:
    """Read the population and freeze it; ``again``: only to tell whether it is the same, without notes on its completeness."""
    with connection(memory) as database:
        rows = subject.rows.format(
            file=f"read_parquet({literal(str(subject.file))})", size=_size(folder, subject, chosen)
        )
        database.execute(f"create table rows_given as select * from ({rows}) where {_condition(chosen)}")
        _create_frame(database, chosen)
        counted = Reconciled(count=_counted(database)) if again else reconciled(database, folder)
        population = _frozen(database, subject, chosen, counted, second_source)
        yield FrameOfRecords(database, population, counted.unknown_sizes)


def _columns(rank: str) -> str:
    return f"item, {rank} as rank, stratum, service, says, source_file, source_row, size"


def _uncertain(below: float | None) -> str:
    return "true" if below is None else f"size < {below!r}"


def _condition(chosen: Filter) -> str:
    parts = [
        f"{name} in ({', '.join(map(literal, values))})"
        for name, values in (("verdict", chosen.verdicts), ("service", chosen.services))
        if values
    ]
    return " and ".join(parts) or "true"


def _create_frame(database: DuckDBPyConnection, chosen: Filter) -> None:
    """One row an id: of several rows about the same record the first of the sources."""
    stratum = f"coalesce(service, {literal(NO_STRATUM)})" if chosen.by_service else "cast(null as varchar)"
    least = "coalesce((select min(size) from rows_given where size > 0), 1)"
    size = f"case when size > 0 then size else {least} end" if chosen.size_column else "cast(null as double)"
    database.execute(
        f"""create table frame as
        select item, {stratum} as stratum, service, says, source_file, source_row, {size} as size
        from rows_given where item is not null and item <> ''
        qualify row_number() over (partition by item order by source_file, source_row, says) = 1 order by item"""
    )


def _size(folder: AuditFolder, subject: Subject, chosen: Filter) -> str:
    """The SQL of a record's size: a column of the subject's own, else of the canonical table that holds the record."""
    column = chosen.size_column
    if column is None:
        return "cast(null as double)"
    if column in subject.columns:
        return f"try_cast({quoted(column)} as double)"
    if column == "criticality":
        cases = " ".join(f"when {literal(name)} then {n}" for name, n in SERVICE_WEIGHTS.items())
        services = _parquet(folder.tables / "services.parquet")
        return f"(select max(case criticality {cases} end) from {services} as weighed where weighed.id = given.service)"
    for table in ("cases", "changes"):
        file = folder.tables / f"{table}.parquet"
        if file.exists() and column in read_about(folder.tables)["given"].get(table, ()):
            return f"(select max(try_cast({quoted(column)} as double)) from {_parquet(file)} as sized where sized.id = given.item)"
    raise WrongUse(
        f'There is no column "{column}" to weigh the records of {subject.name} by. '
        f"It has {', '.join(subject.columns) or 'none of its own'}; users_affected of cases and criticality of services can be taken too."
    )


def _parquet(file: Path) -> str:
    if not file.exists():
        raise WrongUse(f"The table {file.stem} was not given: sizes cannot be taken from it.")
    return f"read_parquet({literal(str(file))})"


def _frozen(
    database: DuckDBPyConnection,
    subject: Subject,
    chosen: Filter,
    counted: Reconciled,
    second_source: Sequence[str],
) -> Population:
    ids = _digest(database, "item")
    divided = chosen.by_service or chosen.size_column is not None
    return Population(
        subject=subject.name,
        run=subject.run,
        filter=filter_text(chosen.verdicts, chosen.services),
        verdicts=chosen.verdicts,
        services=chosen.services,
        size_column=chosen.size_column,
        count=counted.count,
        ids_sha256=ids,
        frame_sha256=_digest(database, f"concat_ws({literal(chr(9))}, item, stratum, size)")
        if divided
        else ids,
        notes=completeness_notes(counted, second_source),
    )


def _digest(database: DuckDBPyConnection, line: str) -> str:
    """The SHA-256 of a line for each record, in the order of the ids."""
    digest = hashlib.sha256()
    for (text,) in _stream(database, f"select {line} || chr(10) from frame order by item"):
        digest.update(text.encode())
    return digest.hexdigest()


def _counted(database: DuckDBPyConnection) -> int:
    return int(database.execute("select count(*) from frame").fetchall()[0][0])


def _stream(
    database: DuckDBPyConnection, statement: str, given: Mapping[str, Any] | None = None
) -> Iterator[tuple[Any, ...]]:
    cursor = database.cursor().execute(statement, dict(given) if given else None)
    while rows := cursor.fetchmany(20_000):
        yield from rows
