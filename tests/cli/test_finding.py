"""The commands about findings: a draft, a kept file, the fate of a lead; refused with every reason and exit code 2."""

import json
from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from tests.cli.process import ringtrue

LEAD = "substance.self-approval"


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    exports = tmp_path_factory.mktemp("exports")
    (exports / "changes.csv").write_text("id,requester\n" + "".join(f"C{n},ana\n" for n in range(9)))
    (exports / "approvals.csv").write_text(
        "id,object_kind,object,approver,decision,decided_at\n"
        + "".join(f"P{n},change,C{n},ana,approved,2026-05-0{n + 1}T09:00Z\n" for n in range(9))
    )
    folder = api.import_sources([exports], exports.parent / "audit").folder
    api.run(folder)
    return folder.path


def _lead(audit: Path) -> str:
    results = json.loads(next(audit.glob("runs/*/results.json")).read_text("utf-8"))
    return str(
        next(lead["id"] for one in results["procedures"] for lead in one["leads"] if one["id"] == LEAD)
    )


@pytest.mark.slow
def test_a_draft_is_told_with_requirements_to_choose_from_and_evidence_to_verify(audit: Path) -> None:
    told = ringtrue("finding", audit, "--from", _lead(audit), "--by", "Ada", "--records", "2", "--json")
    assert told.returncode == 0, told.stderr
    drafted = json.loads(told.stdout)
    assert drafted["id"] == "F-001" and len(drafted["evidence"]) == 2 and drafted["candidates"]
    assert Journal(AuditFolder(audit)).current("finding")["F-001"].content["grade"] is None


def test_a_file_is_kept_and_told_with_its_hash(audit: Path, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("minutes")
    about = ("--shows", "Nothing was decided", "--event", "2026-05-04", "--where", "Hamburg", "--by", "Ada")
    told = ringtrue("evidence", audit, minutes, *about, "--json")
    assert told.returncode == 0, told.stderr
    kept = json.loads(told.stdout)
    assert (audit / "records" / "evidence" / kept["sha256"]).read_text() == "minutes"
    assert kept["collected_by"] == "Ada" and kept["verified_by"] is None


def test_evidence_that_cannot_stand_ends_with_every_reason(audit: Path, tmp_path: Path) -> None:
    about = ("--shows", " ", "--event", "soon", "--where", "Hamburg", "--by", "Ada")
    told = ringtrue("evidence", audit, tmp_path / "x", *about)
    assert told.returncode == 2
    assert "what it shows" in told.stderr and 'date of the event is "soon"' in told.stderr
    assert "Traceback" not in told.stderr


def test_the_fate_of_a_lead_is_recorded_or_refused(audit: Path) -> None:
    lead = _lead(audit)
    told = ringtrue("disposition", audit, lead, "not-pursued", "--reason", "Out of scope", "--by", "Ada")
    assert (told.returncode, told.stdout) == (0, f"{lead}: not-pursued, by Ada.\n")
    refused = ringtrue("disposition", audit, "no/lead", "verified", "--reason", "", "--by", "Ada")
    assert refused.returncode == 2
    assert "no lead no/lead" in refused.stderr and "There is no reason" in refused.stderr
