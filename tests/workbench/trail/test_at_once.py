"""Many at the same moment: one chain without a gap, of two editors one, of two jobs one, of two who join one."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from ringtrue.api import NewEntry, read_chain
from ringtrue.workbench.jobs.models import Job, Kind
from ringtrue.workbench.jobs.starting import AtWork, start
from ringtrue.workbench.people.joining import join
from ringtrue.workbench.people.models import Invitation, Person
from ringtrue.workbench.trail.desk import entry, write_new
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile
from tests.workbench.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 8
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def at_once(act: Callable[[int], object]) -> list[object]:
    """What each of many got who did it at the same moment; an error is what it got, too."""
    ready = Barrier(MANY)

    def one(number: int) -> object:
        ready.wait()
        try:
            return act(number)
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(MANY) as pool:
        return list(pool.map(one, range(MANY)))


def test_what_many_write_at_once_is_one_chain_without_a_gap(cast: Cast) -> None:
    before = len(AuditJournal(cast.audit).entries())

    def write(number: int) -> None:
        for turn in range(5):
            AuditJournal(cast.audit).append([_entry(f"F-{number}-{turn}", "written")])

    assert at_once(write) == [None] * MANY
    chain = read_chain(AuditJournal(cast.audit).lines())
    assert [one.seq for one in chain] == list(range(1, before + 5 * MANY + 1))
    assert len(AuditJournal(cast.audit).current("finding")) == 5 * MANY


def test_of_many_editors_of_one_record_one_is_first_and_all_others_are_told(cast: Cast) -> None:
    journal, key = AuditJournal(cast.audit), ("finding", "F-1")
    (first,) = journal.append([_entry("F-1", "draft")], {key: 0})
    told = at_once(
        lambda number: AuditJournal(cast.audit).append([_entry("F-1", f"by {number}")], {key: first.seq})
    )
    assert Counter(type(one) for one in told) == {tuple: 1, ChangedMeanwhile: MANY - 1}
    assert len(journal.history("finding", "F-1")) == 2


def test_every_new_record_gets_a_number_of_its_own(cast: Cast) -> None:
    told = at_once(
        lambda number: write_new(
            cast.audit, "finding", "F", lambda id: entry("finding", id, {"state": "new"}, "Ada", "written")
        )
    )
    assert sorted(map(str, told)) == [f"F-{number:03}" for number in range(1, MANY + 1)]


def test_of_many_who_start_a_run_one_does(cast: Cast, settings: object) -> None:
    settings.TASKS = QUEUED  # type: ignore[attr-defined]
    told = at_once(lambda number: start(cast.audit, Kind.RUN, f"person {number}"))
    assert Counter(type(one) for one in told) == {Job: 1, AtWork: MANY - 1}
    assert Job.objects.count() == 1


def test_an_invitation_that_many_take_up_at_once_lets_one_in(cast: Cast) -> None:
    invitation, _token = Invitation.make(
        email="new@example.org", organisation=cast.audit.organisation, audit=cast.audit, role="auditor"
    )
    told = at_once(lambda number: join(invitation, None, {"name": f"New {number}", "password": PASSWORD}))
    assert Counter(type(one) for one in told) == {Person: 1, type(None): MANY - 1}
    assert cast.audit.memberships.filter(person__email="new@example.org").count() == 1


def test_the_folders_journal_is_whole_however_many_write_it_out(cast: Cast) -> None:
    def write(number: int) -> None:
        AuditJournal(cast.audit).append([_entry(f"F-{number}", "written")])
        bring_together(cast.audit)

    assert at_once(write) == [None] * MANY
    lines = (cast.audit.folder.path / "records" / "journal.jsonl").read_text("utf-8").splitlines()
    assert lines == AuditJournal(cast.audit).lines()


def _entry(id: str, state: str) -> NewEntry:
    return NewEntry(
        kind="finding", id=id, by="Ada", at="2026-11-24T14:00:00Z", reason="a test", content={"state": state}
    )
