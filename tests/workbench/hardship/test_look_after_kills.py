"""The look after a kill tells what is amiss in the workbench, not what a job wrote while it was looking; what it found is kept."""

import json
from pathlib import Path

import benchmarks.kept
import pytest
from benchmarks.workbench.kills import LOOK
from benchmarks.workbench.pages import keep_kills

from ringtrue.api import NewEntry
from ringtrue.workbench.jobs.models import Job
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast

FOUND = {"rounds": 30, "files": 1, "findings": 2, "jobs": 3, "unanswered": 4, "resumed": 5, "failed_with_reason": 0, "wrong": []}  # fmt: skip


def test_a_job_that_ends_during_the_look_has_it_looked_at_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    job = Job.objects.create(audit=cast.audit, kind="import", state="running", asked_by="Ada")
    read = AuditJournal.lines

    def and_meanwhile_the_job_ends(journal: AuditJournal, after: int = 0) -> list[str]:
        lines = read(journal, after)
        if Job.objects.filter(pk=job.pk, state="running").update(state="done"):
            made = NewEntry(kind="note", id="N-1", by="Ada", at="2026-04-01T08:00:00Z", reason="loaded", content={})  # fmt: skip
            journal.append([made])
        return lines

    monkeypatch.setattr(AuditJournal, "lines", and_meanwhile_the_job_ends)
    exec(LOOK.format(audit=cast.audit.pk), {})
    assert f"job {job.pk} is still running" in json.loads(capsys.readouterr().out)["wrong"]


def test_what_was_found_on_one_database_is_kept_beside_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmarks.kept, "PLACE", tmp_path)
    keep_kills({**FOUND, "database": "sqlite", "wrong": ["round 21: lost", "round 21: half"]})
    keep_kills({**FOUND, "database": "postgresql"})
    figures = json.loads(keep_kills({**FOUND, "database": "postgresql"}).read_text("utf-8"))["figures"]
    assert figures["SQLite: kills after which nothing was amiss"] == "29"
    assert figures["PostgreSQL: kills after which nothing was amiss"] == "30"
    assert len(figures) == 12
