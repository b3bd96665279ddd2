"""How many records of the canonical tables speak of a clause, and from which files they came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import DEFAULT_MEMORY, connection
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.records.records import add_records, rows_of_records
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import ColumnType, all_tables


@dataclass(frozen=True, kw_only=True)
class Rows:
    """How many rows of a table meet its conditions, and the files that they came from."""

    n: int
    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Naming:
    """A document or a control, and the clauses that it names as they are written. ``records``: how often the control acted."""

    id: str
    clauses: tuple[str, ...]
    file: str
    records: int = 0
    record_files: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordsOfClauses:
    """What the tables of an audit hold about clauses."""

    rows: dict[str, Rows]
    documents: tuple[Naming, ...]
    controls: tuple[Naming, ...]


def records_of_clauses(
    folder: AuditFolder, meant: Iterable[str], memory: str = DEFAULT_MEMORY
) -> RecordsOfClauses:
    """Count the rows that each text means (``table``, ``table column``, ``table column=value``), over all that was imported.

    Withdrawn documents do not count. Records of the journal that are rows of tables count with them.
    """
    with connection(memory) as database:
        attach_tables(database, folder.tables, {})
        add_records(database, rows_of_records(Journal(folder)))
        return RecordsOfClauses(
            rows={text: _count(database, text) for text in dict.fromkeys(meant)},
            documents=_documents(database),
            controls=_controls(database),
        )


def _count(database: DuckDBPyConnection, text: str) -> Rows:
    table, *conditions = text.split()
    where = " and ".join(_condition(table, one) for one in conditions) or "true"
    found = database.execute(
        f"select source_file, count(*) from {quoted(table)} where {where} group by source_file order by source_file"
    ).fetchall()
    return Rows(n=sum(n for _, n in found), files=tuple(file for file, _ in found if file))


def _condition(table: str, text: str) -> str:
    name, equals, value = text.partition("=")
    column = all_tables()[table].column(name)
    if not equals:
        return f"len({quoted(name)}) > 0" if column.type is ColumnType.LIST else f"{quoted(name)} is not null"
    if column.type is ColumnType.LIST:
        return f"list_contains({quoted(name)}, {literal(value)})"
    return f"lower(cast({quoted(name)} as varchar)) = {literal(value.lower())}"


def _documents(database: DuckDBPyConnection) -> tuple[Naming, ...]:
    found = database.execute(
        """select id, clauses, source_file from documents
        where len(clauses) > 0 and coalesce(lower(status), '') not in ('withdrawn', 'retired', 'obsolete', 'archived')
        order by id, source_file"""
    ).fetchall()
    return tuple(_naming(id, clauses, file) for id, clauses, file in found)


def _controls(database: DuckDBPyConnection) -> tuple[Naming, ...]:
    found = database.execute(
        """select controls.id, [controls.clause], controls.source_file, count(control_records.id),
            list_sort(list(distinct control_records.source_file))
        from controls left join control_records on control_records.control = controls.id
        where controls.clause is not null
        group by controls.id, controls.clause, controls.source_file order by controls.id, controls.source_file"""
    ).fetchall()
    return tuple(
        _naming(id, clauses, file, n, [one for one in files or () if one])
        for id, clauses, file, n, files in found
    )


def _naming(
    id: str, clauses: Sequence[str], file: str | None, records: int = 0, files: Sequence[str] = ()
) -> Naming:
    return Naming(id=id, clauses=tuple(clauses), file=file or "", records=records, record_files=tuple(files))
