"""What a population is compared with before a draw: repeated and nameless rows, gaps in the ids, rows rejected on import."""

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import read_about
from ringtrue.method.sampling.completeness import Numbering, Reconciled
from ringtrue.model.errors import SampleRefused


def reconciled(database: DuckDBPyConnection, folder: AuditFolder) -> Reconciled:
    """Count what is, and what may not be, in a population: tables ``rows_given`` and ``frame`` of the database."""
    row = database.execute(
        """select (select count(*) from frame), count(*) filter (item is null or item = ''), count(*),
            count(distinct item) filter (verdict = 'untestable'), count(distinct item) filter (size is null or size <= 0),
            count(*) filter (size < 0)
        from rows_given"""
    ).fetchall()[0]
    count, nameless, rows, untestable, unsized, negative = map(int, row)
    sized = bool(database.execute("select count(size) from frame").fetchall()[0][0])
    if negative and sized:
        raise SampleRefused(f"{negative:,} records have a size below 0", "sizes above 0, or another column")
    return Reconciled(
        count=count,
        untestable=untestable,
        without_id=nameless,
        repeated=rows - nameless - count,
        rejected=sum(int(source["rejected"]) for source in read_about(folder.tables)["sources"]),
        unknown_sizes=unsized if sized else 0,
        numberings=_numberings(database),
    )


def _numberings(database: DuckDBPyConnection) -> tuple[Numbering, ...]:
    """Up to three runs of numbered ids; a run has ten records or more."""
    found = database.execute(
        r"""with parts as (
            select item, regexp_extract(item, '^(.*?)(\d{1,15})$', 1) as stem,
                try_cast(regexp_extract(item, '^(.*?)(\d{1,15})$', 2) as bigint) as number from frame
        )
        select arg_min(item, number), arg_max(item, number), count(distinct number), max(number) - min(number) + 1 - count(distinct number)
        from parts where number is not null group by stem having count(*) >= 10 order by count(*) desc, stem limit 3"""
    ).fetchall()
    return tuple(
        Numbering(first=first, last=last, there=there, absent=absent) for first, last, there, absent in found
    )
