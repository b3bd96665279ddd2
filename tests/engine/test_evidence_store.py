"""The content of evidence is kept by its hash: whole or not at all, never overwritten, and every change of it is seen."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.evidence_store import EvidenceStore
from ringtrue.model.errors import EvidenceRefused
from ringtrue.model.evidence import Evidence

KEPT = Evidence(
    id="E-001",
    shows="Minutes",
    event_on="2026-05-04",
    captured_at="2026-05-05",
    obtained="examined",
    collected_by="Ada",
    place="Hamburg",
    file="minutes.txt",
)


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(AuditFolder(tmp_path / "audit"))


def _file(tmp_path: Path, content: bytes = b"minutes", name: str = "minutes.txt") -> Path:
    place = tmp_path / name
    place.write_bytes(content)
    return place


def test_content_is_kept_under_its_hash_and_its_name_only_told(store: EvidenceStore, tmp_path: Path) -> None:
    kept = store.put(_file(tmp_path))
    assert kept.sha256 == hashlib.sha256(b"minutes").hexdigest()
    assert (kept.file, kept.size) == ("minutes.txt", 7)
    assert [path.name for path in store.place.iterdir()] == [kept.sha256]
    assert store.path_of(kept.sha256).read_bytes() == b"minutes"


def test_a_hostile_name_is_no_path(store: EvidenceStore, tmp_path: Path) -> None:
    kept = store.put(_file(tmp_path, name="..;$(x)\n.txt"))
    assert [path.name for path in store.place.iterdir()] == [kept.sha256]
    for name in ("../../x", "a" * 63, "A" * 64, ""):
        with pytest.raises(ValueError, match="hexadecimal"):
            store.path_of(name)


def test_the_same_content_is_kept_once_and_cannot_be_written_to(store: EvidenceStore, tmp_path: Path) -> None:
    first, second = store.put(_file(tmp_path)), store.put(_file(tmp_path, name="copy.txt"))
    assert first.sha256 == second.sha256
    assert len(list(store.place.iterdir())) == 1
    assert store.path_of(first.sha256).stat().st_mode & 0o222 == 0


def test_what_was_changed_is_never_overwritten_but_told(store: EvidenceStore, tmp_path: Path) -> None:
    place = store.path_of(store.put(_file(tmp_path)).sha256)
    place.chmod(0o644)
    place.write_bytes(b"MINUTES")
    with pytest.raises(EvidenceRefused, match="has another content"):
        store.put(_file(tmp_path))
    assert place.read_bytes() == b"MINUTES"


def test_a_link_a_folder_a_pipe_and_nothing_are_refused(store: EvidenceStore, tmp_path: Path) -> None:
    link, pipe = tmp_path / "link.txt", tmp_path / "pipe"
    link.symlink_to(_file(tmp_path))
    os.mkfifo(pipe)
    for place, told in (
        (link, "it is a link"),
        (pipe, "no file"),
        (tmp_path, "no file"),
        (tmp_path / "x", "cannot be opened"),
    ):
        with pytest.raises(EvidenceRefused, match=told):
            store.put(place)
    assert not store.place.exists() or not list(store.place.iterdir())


def test_the_limit_of_size_is_inclusive_and_nothing_is_left_of_what_is_larger(tmp_path: Path) -> None:
    small = EvidenceStore(AuditFolder(tmp_path / "audit"), largest=7)
    assert small.put(_file(tmp_path)).size == 7
    with pytest.raises(EvidenceRefused, match="larger"):
        small.put(_file(tmp_path, b"minutes!"))
    assert len(list(small.place.iterdir())) == 1


def test_an_empty_file_shows_nothing(store: EvidenceStore, tmp_path: Path) -> None:
    with pytest.raises(EvidenceRefused, match="empty"):
        store.put(_file(tmp_path, b""))
    assert list(store.place.iterdir()) == []


def test_content_that_is_whole_has_no_fault(store: EvidenceStore, tmp_path: Path) -> None:
    evidence = replace(KEPT, sha256=store.put(_file(tmp_path)).sha256)
    assert store.fault(evidence) is None
    assert store.fault(replace(KEPT, file=None)) is None


@pytest.mark.parametrize("change", ["byte", "gone", "link"])
def test_content_that_was_changed_removed_or_replaced_by_a_link_is_found(
    store: EvidenceStore, tmp_path: Path, change: str
) -> None:
    evidence = replace(KEPT, sha256=store.put(_file(tmp_path)).sha256)
    place = store.path_of(str(evidence.sha256))
    place.chmod(0o644)
    if change == "byte":
        place.write_bytes(b"minutez")
    else:
        place.unlink()
        if change == "link":
            place.symlink_to(_file(tmp_path))
    assert list(store.faults([evidence])) == ["E-001"]


def test_a_hash_that_is_none_is_a_fault_and_no_path(store: EvidenceStore) -> None:
    assert store.fault(replace(KEPT, sha256="../journal.jsonl")) == "its hash is none"


def test_evidence_in_a_source_file_rests_on_that_file(store: EvidenceStore, tmp_path: Path) -> None:
    sources = tmp_path / "audit" / "sources"
    sources.mkdir(parents=True)
    (sources / "changes.csv").write_bytes(b"id\nC1\n")
    (tmp_path / "audit" / "secret.csv").write_bytes(b"id\nC1\n")
    digest = hashlib.sha256(b"id\nC1\n").hexdigest()
    row = replace(KEPT, file=None, sha256=digest, source_file="changes.csv", source_row=1)
    assert store.fault(row) is None
    assert store.fault(replace(row, source_file="../secret.csv")) == "its content is missing"
    (sources / "changes.csv").write_bytes(b"id\nC2\n")
    assert "its content has the hash" in str(store.fault(row))
