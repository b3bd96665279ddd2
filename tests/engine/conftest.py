"""A small audit, of which a run takes a second or two."""

from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder

CASES = """id,kind,service,opened_at,resolved_at,team
A,incident,S1,2024-01-01T08:00Z,2024-01-02T08:00Z,T1
B,incident,S1,2024-01-03T08:00Z,2024-01-04T08:00Z,T2
"""
EVENTS = """case,at,activity,state,team,actor
A,2024-01-01T08:00Z,registered,new,T1,ana
A,2024-01-01T09:00Z,assigned,assigned,T2,ben
A,2024-01-01T10:00Z,assigned,assigned,T1,ana
A,2024-01-02T08:00Z,resolved,resolved,T1,ana
B,2024-01-03T08:00Z,registered,new,T2,ben
B,2024-01-04T08:00Z,resolved,resolved,T2,ben
"""


@pytest.fixture
def small_audit(tmp_path: Path) -> AuditFolder:
    """Two cases with their events; the exports stand in ``given`` beside the audit folder."""
    given = tmp_path / "given"
    given.mkdir()
    (given / "cases.csv").write_text(CASES, "utf-8")
    (given / "case_events.csv").write_text(EVENTS, "utf-8")
    return api.import_sources([given], tmp_path / "audit").folder
