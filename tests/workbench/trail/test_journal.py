"""The trail: the same chain as the file, two editors, and the folder kept the same."""

import pytest

from ringtrue.api import Journal, JournalForked, NewEntry
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile
from tests.workbench.cast import Cast


def test_the_trail_written_out_is_a_journal_that_holds(cast: Cast) -> None:
    journal = AuditJournal(cast.audit)
    journal.append([_entry("F-1", "open"), _entry("F-2", "open")])
    journal.append([_entry("F-1", "closed")])
    bring_together(cast.audit)
    assert Journal(cast.audit.folder).entries() == journal.entries()
    assert {id: one.content["state"] for id, one in journal.current("finding").items()} == {
        "F-1": "closed",
        "F-2": "open",
    }


def test_what_the_command_line_added_is_taken_in(cast: Cast) -> None:
    bring_together(cast.audit)
    Journal(cast.audit.folder).append([_entry("F-1", "open")])
    bring_together(cast.audit)
    assert list(AuditJournal(cast.audit).current("finding")) == ["F-1"]
    assert cast.audit.records.get(kind="finding").content == {"state": "open"}


def test_two_journals_that_went_on_in_different_ways_are_told(cast: Cast) -> None:
    bring_together(cast.audit)
    Journal(cast.audit.folder).append([_entry("F-1", "open")])
    AuditJournal(cast.audit).append([_entry("F-2", "open")])
    with pytest.raises(JournalForked):
        bring_together(cast.audit)
    assert list(AuditJournal(cast.audit).current("finding")) == ["F-2"]


def test_the_second_of_two_editors_is_told_and_nothing_is_lost(cast: Cast) -> None:
    journal = AuditJournal(cast.audit)
    (first,) = journal.append([_entry("F-1", "draft")], {("finding", "F-1"): 0})
    key = ("finding", "F-1")
    journal.append([_entry("F-1", "by Ben")], {key: first.seq})
    with pytest.raises(ChangedMeanwhile) as told:
        journal.append([_entry("F-1", "by Ada")], {key: first.seq})
    assert told.value.record.content == {"state": "by Ben"}
    assert [one.content["state"] for one in journal.history("finding", "F-1")] == ["draft", "by Ben"]


def test_records_of_one_audit_are_not_those_of_another(cast: Cast) -> None:
    AuditJournal(cast.audit).append([_entry("F-1", "open")])
    assert AuditJournal(cast.other).current("finding") == {}


def test_the_number_of_entries_is_that_of_the_chain(cast: Cast) -> None:
    before = Audit.objects.get(pk=cast.audit.pk).entries
    AuditJournal(cast.audit).append([_entry("F-1", "open"), _entry("F-2", "open")])
    assert Audit.objects.get(pk=cast.audit.pk).entries == before + 2


def _entry(id: str, state: str) -> NewEntry:
    return NewEntry(
        kind="finding", id=id, by="Ada", at="2026-11-24T14:00:00Z", reason="a test", content={"state": state}
    )
