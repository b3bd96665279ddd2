"""When the records behind a lead happened: the first time that their row in the canonical tables holds."""

from collections.abc import Iterable

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import connection
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import ColumnType, all_tables

Place = tuple[str, int]


def event_days(folder: AuditFolder, places: Iterable[Place]) -> dict[Place, str]:
    """The ISO day of each row, by its source file and row; a row without a time is left out."""
    wanted = sorted(set(places))
    found: dict[Place, str] = {}
    if not wanted or not folder.tables.exists():
        return found
    with connection("1GB") as database:
        attach_tables(database, folder.tables, {})
        rows = ", ".join(f"({literal(file)}, {int(row)})" for file, row in wanted)
        for name, table in all_tables().items():
            times = [
                quoted(one.name) for one in table.columns if one.type in (ColumnType.TIME, ColumnType.DATE)
            ]
            if not times or not (folder.tables / f"{name}.parquet").exists():
                continue
            each = ", ".join(f"cast({time} as date)" for time in times)
            statement = f"""
                select source_file, source_row, strftime(min(coalesce({each}, null)), '%Y-%m-%d') from {name}
                where (source_file, source_row) in (values {rows}) group by source_file, source_row"""
            for file, row, day in database.execute(statement).fetchall():
                if day:
                    found.setdefault((file, row), day)
    return found
