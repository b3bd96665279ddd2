"""``load_issues`` of an audit, page by page."""

from dataclasses import dataclass

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.database.connect import connection
from ringtrue.model.source import LoadIssue
from ringtrue.model.sql import literal

_CONDITIONS = {"file": "(file = $file or starts_with(file, $file || '#'))", "kind": "kind = $kind"}
_FIELDS = ("file", "row", "line", "table", "column", "value", "expected", "kind", "outcome")


@dataclass(frozen=True)
class LoadIssues:
    """A page of load issues, and how many there are in all."""

    issues: tuple[LoadIssue, ...]
    total: int


def load_issues(
    folder: AuditFolder, file: str | None = None, kind: str | None = None, first: int = 0, most: int = 100
) -> LoadIssues:
    """The load issues, in the order of files and rows, of one file (of all its sheets) or kind where that is asked for."""
    place = folder.tables / "load_issues.parquet"
    if not place.exists():
        return LoadIssues((), 0)
    asked = {"file": file, "kind": kind}
    wanted = {name: value for name, value in asked.items() if value}
    where = " and ".join(_CONDITIONS[name] for name in wanted) or "true"
    relation = f"read_parquet({literal(str(place))})"
    columns = ", ".join(f'"{name}"' for name in _FIELDS)
    with connection("256MB") as database:
        counted = database.execute(f"select count(*) from {relation} where {where}", wanted).fetchone()
        rows = database.execute(
            f'select {columns} from {relation} where {where} order by file, "row" nulls first, "table", "column", kind '
            f"limit {int(most)} offset {int(first)}",
            wanted,
        ).fetchall()
    found = tuple(LoadIssue(**dict(zip(_FIELDS, row, strict=True))) for row in rows)
    return LoadIssues(found, int(counted[0]) if counted else 0)
