"""Jobs: one at a time in an audit, watched, and never kept by a worker that is dead."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.jobs.carrying_out import carry_out
from ringtrue.workbench.jobs.holding import NoLongerHeld, is_gone, own_name, renew
from ringtrue.workbench.jobs.models import Job
from ringtrue.workbench.jobs.starting import AtWork, start
from ringtrue.workbench.jobs.taking_up import MOST_ATTEMPTS, take_up
from tests.workbench.cast import Cast

QUEUED = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
DEAD = own_name().rpartition("/")[0] + "/1"
"""This process's number, started at another time."""


@QUEUED
def test_a_second_job_of_an_audit_is_refused_and_one_of_another_audit_is_not(cast: Cast) -> None:
    first = start(cast.audit, "import", "Ada")
    with pytest.raises(AtWork) as told:
        start(cast.audit, "run", "Ben")
    assert told.value.job == first
    assert start(cast.other, "run", "Dan").state == "waiting"


@QUEUED
def test_a_job_that_is_over_makes_room_for_the_next(cast: Cast) -> None:
    first = start(cast.audit, "import", "Ada")
    Job.objects.filter(pk=first.pk).update(state="failed")
    assert start(cast.audit, "import", "Ada").pk != first.pk


def test_a_dead_worker_is_told_from_a_living_one() -> None:
    assert not is_gone(own_name())
    assert is_gone(DEAD)
    assert not is_gone("another-host/12/345")


@QUEUED
def test_what_a_dead_worker_left_is_handed_over_again(cast: Cast) -> None:
    job = _running(cast.audit, DEAD)
    assert take_up() == 1
    job.refresh_from_db()
    assert (job.state, job.worker) == ("waiting", "")
    assert DBTaskResult.objects.filter(status="READY", pk=job.task).exists()


@QUEUED
def test_what_a_living_worker_holds_is_left_alone(cast: Cast) -> None:
    job = _running(cast.audit, own_name())
    assert take_up() == 0
    job.refresh_from_db()
    assert job.state == "running"


@QUEUED
def test_a_lease_that_lapsed_holds_nothing_wherever_the_worker_was(cast: Cast) -> None:
    job = _running(cast.audit, "another-host/12/345", lease=-1)
    assert take_up() == 1
    with pytest.raises(NoLongerHeld):
        renew(job.pk, "another-host/12/345")


@QUEUED
def test_what_was_interrupted_too_often_is_failed_with_the_reason(cast: Cast) -> None:
    job = _running(cast.audit, DEAD, attempts=MOST_ATTEMPTS)
    assert take_up() == 0
    job.refresh_from_db()
    assert job.state == "failed"
    assert "interrupted 3 times" in job.reason


@QUEUED
def test_a_job_whose_worker_died_before_it_began_is_handed_over_again(cast: Cast) -> None:
    job = start(cast.audit, "import", "Ada")
    claimed = timezone.now() - timedelta(minutes=1)
    job.refresh_from_db()
    DBTaskResult.objects.filter(pk=job.task).update(status="RUNNING", started_at=claimed)
    assert take_up() == 1
    assert DBTaskResult.objects.filter(status="READY").count() == 1
    assert DBTaskResult.objects.filter(status="FAILED").count() == 1


@QUEUED
def test_a_job_that_waits_in_its_turn_is_left_alone(cast: Cast) -> None:
    start(cast.audit, "import", "Ada")
    assert take_up() == 0
    assert DBTaskResult.objects.count() == 1


@QUEUED
def test_a_job_handed_over_twice_is_done_once(cast: Cast) -> None:
    job = start(cast.audit, "import", "Ada")
    carry_out.func(job.pk)
    carry_out.func(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 1)


@QUEUED
def test_a_job_is_watched_and_the_page_renews_itself_until_it_is_over(cast: Cast) -> None:
    job = start(cast.audit, "import", "Ada")
    url, client = reverse("jobs_job", args=[cast.audit.pk, job.pk]), cast.client("otto")
    assert 'hx-trigger="every 2s"' in client.get(url).content.decode()
    part = client.get(url, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode() and "HX-Refresh" not in part.headers
    Job.objects.filter(pk=job.pk).update(state="failed", reason="<b>disk is full</b>")
    part = client.get(url, headers={"HX-Request": "true"})
    assert part.headers["HX-Refresh"] == "true"
    assert "&lt;b&gt;disk is full" in client.get(url).content.decode()


@QUEUED
def test_a_job_of_another_audit_is_not_there(cast: Cast) -> None:
    job = start(cast.audit, "import", "Ada")
    assert cast.client("dan").get(reverse("jobs_job", args=[cast.other.pk, job.pk])).status_code == 404
    assert cast.client("cleo").get(reverse("jobs_job", args=[cast.audit.pk, job.pk])).status_code == 403


def test_a_process_beside_the_server_is_started_again_when_it_is_killed() -> None:
    from ringtrue.workbench.kept_alive import kept_alive

    with kept_alive([sys.executable, "-c", "import time; time.sleep(60)"]) as kept:
        first: subprocess.Popen[bytes] = kept.running
        os.kill(first.pid, signal.SIGKILL)
        until = time.monotonic() + 10
        while kept.running is first and time.monotonic() < until:
            time.sleep(0.1)
        assert kept.running is not first and kept.running.poll() is None
    assert kept.running.poll() is not None


def test_a_process_that_dies_at_once_is_started_less_and_less_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ringtrue.workbench import kept_alive

    monkeypatch.setattr(kept_alive, "PAUSE_SECONDS", 0.05)
    starts = tmp_path / "starts"
    with kept_alive.kept_alive(["sh", "-c", f"echo started >> {starts}"]):
        time.sleep(2.5)
    assert 2 <= len(starts.read_text("utf-8").splitlines()) <= 7


def _running(audit: Audit, worker: str, lease: int = 60, attempts: int = 1) -> Job:
    job = start(audit, "import", "Ada")
    until = timezone.now() + timedelta(seconds=lease)
    Job.objects.filter(pk=job.pk).update(state="running", worker=worker, lease_until=until, attempts=attempts)
    job.refresh_from_db()
    return job
