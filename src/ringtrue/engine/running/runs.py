"""The runs of an audit folder, each kept."""

from dataclasses import dataclass
from datetime import UTC, datetime

from ringtrue.engine.audit.audit_folder import AuditFolder


@dataclass(frozen=True)
class KeptRun:
    """A run: its id, and when it was written (ISO 8601, UTC)."""

    id: str
    written_at: str


def kept_runs(folder: AuditFolder) -> tuple[KeptRun, ...]:
    """Every run that stands whole, the newest first."""
    found = [file for file in folder.runs.glob("*/results.json") if "." not in file.parent.name]
    times = sorted(((file.stat().st_mtime, file.parent.name) for file in found), reverse=True)
    return tuple(
        KeptRun(name, datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")) for at, name in times
    )
