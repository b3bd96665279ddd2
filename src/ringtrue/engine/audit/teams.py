"""The teams that the records of an audit name."""

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import connection

_SQL = "select id, coalesce(name, id) from parties where kind in ('team', 'unit') order by 2, 1"


def teams_of(folder: AuditFolder) -> dict[str, str]:
    """Teams and units by their ids, each with its name; none before an import."""
    if not folder.tables.exists():
        return {}
    with connection("1GB") as database:
        attach_tables(database, folder.tables, {})
        return dict(database.execute(_SQL).fetchall())
