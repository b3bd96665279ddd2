"""The journal: only added to, whole or not at all, and a change by another hand is named."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.model.entry import NewEntry
from ringtrue.model.errors import JournalBroken


def test_what_was_added_is_read_in_its_order(tmp_path: Path) -> None:
    journal = _journal(tmp_path)
    journal.append([_entry("F-1", "open"), _entry("F-2", "open")])
    journal.append([_entry("F-1", "closed")])
    assert [(entry.seq, entry.id, entry.content["state"]) for entry in journal.entries()] == [
        (1, "F-1", "open"),
        (2, "F-2", "open"),
        (3, "F-1", "closed"),
    ]


def test_the_last_entry_is_what_a_record_is_now_and_the_others_stay(tmp_path: Path) -> None:
    journal = _journal(tmp_path)
    journal.append([_entry("F-1", "open"), _entry("F-2", "open"), _entry("F-1", "closed")])
    assert {id: entry.content["state"] for id, entry in journal.current("finding").items()} == {
        "F-1": "closed",
        "F-2": "open",
    }
    assert [entry.content["state"] for entry in journal.history("finding", "F-1")] == ["open", "closed"]
    assert journal.current("sample") == {}


def test_an_audit_without_a_journal_has_no_records(tmp_path: Path) -> None:
    assert _journal(tmp_path).entries() == ()


@pytest.mark.parametrize("line", [1, 2, 3])
def test_a_line_changed_removed_or_moved_is_named(tmp_path: Path, line: int) -> None:
    journal = _journal(tmp_path)
    journal.append(
        [_entry("F-1", "open"), _entry("F-2", "open"), _entry("F-3", "open"), _entry("F-4", "open")]
    )
    lines = journal.path.read_text("utf-8").splitlines()
    lines[line - 1] = lines[line - 1].replace("open", "shut")
    journal.path.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(JournalBroken, match=f"line {line + 1}"):
        journal.entries()


def test_nothing_is_added_to_a_broken_journal(tmp_path: Path) -> None:
    journal = _journal(tmp_path)
    journal.append([_entry("F-1", "open")])
    journal.path.write_text("{}\n", "utf-8")
    with pytest.raises(JournalBroken, match="line 1"):
        journal.append([_entry("F-2", "open")])
    assert journal.path.read_text("utf-8") == "{}\n"


def test_several_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(number: int) -> None:
        _journal(tmp_path).append([_entry(f"F-{number}", "open")])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    assert sorted(entry.id for entry in _journal(tmp_path).entries()) == sorted(f"F-{n}" for n in range(40))


def test_line_breaks_and_other_scripts_survive(tmp_path: Path) -> None:
    told = "one\ntwo\u2028three – прозрачность 服务"
    _journal(tmp_path).append([_entry("F-1", told)])
    assert _journal(tmp_path).entries()[0].content["state"] == told


def _journal(path: Path) -> Journal:
    return Journal(AuditFolder(path))


def _entry(id: str, state: str) -> NewEntry:
    return NewEntry(
        kind="finding", id=id, by="ada", at="2026-11-24T14:00:00Z", reason="a test", content={"state": state}
    )
