"""The run of an audit as its tables, records and settings are now."""

from pathlib import Path

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.records.records import rows_of_records
from ringtrue.engine.running.identity import run_id


def last_run(folder: AuditFolder) -> Path | None:
    """The folder of the run that belongs to what the audit holds now; else the newest run that there is; else None."""
    if folder.tables.exists():
        place = folder.runs / run_id(folder, folder.audit(), rows_of_records(Journal(folder)))
        if (place / "results.json").exists():
            return place
    others = [file for file in folder.runs.glob("*/results.json") if "." not in file.parent.name]
    newest = max(others, key=lambda file: (file.stat().st_mtime_ns, file.parent.name), default=None)
    return newest.parent if newest else None
