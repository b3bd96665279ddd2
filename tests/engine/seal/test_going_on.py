"""An audit that goes on after it was sealed: what was added is told apart from what was changed."""

from pathlib import Path

from ringtrue.engine.seal.make import seal
from tests.engine.seal.invented import AT, add_entries, add_evidence, add_run, check, differences, sealed


def test_records_that_were_added_since_the_seal_are_no_change(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    add_entries(folder, "F-3")
    kept = add_evidence(folder.path, b"a second minute").relative_to(folder.path).as_posix()
    add_run(folder.path, "0123456789ab")
    found = check(folder)
    assert found.whole
    told = {one.path: one.told for one in found.added_since}
    assert told["records/journal.jsonl"].startswith("its first 2 entries are those that were sealed")
    assert kept in told
    assert told["runs/0123456789ab"] == "7 files; the seal says nothing of them"
    assert "Anything of what was added since the seal." in found.does_not_prove


def test_a_new_seal_covers_what_was_added_and_the_seal_before(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    add_entries(folder, "F-3")
    made = seal(folder, tmp_path / "ada", AT)
    found = check(folder)
    assert (made.number, found.number, found.entries, found.added_since) == (2, 2, 3, ())
    assert [(one.number, one.holds) for one in found.earlier] == [(1, True)]
    (folder.path / "seals/0001/manifest.sig").write_bytes(bytes(64))
    found = check(folder)
    assert not found.whole and not found.earlier[0].holds
    assert differences(folder) == {"seals/0001/manifest.sig": ("changed", "the signature of seal 1")}


def test_an_entry_that_was_sealed_and_then_changed_is_a_change_and_its_line_is_named(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    journal = folder.records / "journal.jsonl"
    add_entries(folder, "F-3")
    journal.write_text(journal.read_text().replace("minor_nc", "major_nc", 1))
    told = [one.told for one in check(folder).differences]
    assert len(told) == 2
    assert any(one.startswith("line 2: it does not follow") for one in told)


def test_the_last_entry_changed_breaks_no_chain_but_the_seal(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    journal = folder.records / "journal.jsonl"
    first, last = journal.read_text().splitlines()
    journal.write_text(f"{first}\n{last.replace('minor_nc', 'major_nc')}\n")
    assert differences(folder) == {"records/journal.jsonl": ("changed", "the journal of the records")}


def test_an_entry_taken_from_the_end_is_found(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    journal = folder.records / "journal.jsonl"
    journal.write_text(journal.read_text().splitlines(keepends=True)[0])
    (found,) = check(folder).differences
    assert "bytes; " in found.told and found.path == "records/journal.jsonl"


def test_a_broken_line_after_the_sealed_ones_is_named(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    with (folder.records / "journal.jsonl").open("a") as file:
        file.write("no entry\n")
    found = check(folder)
    assert next(one.told for one in found.differences).startswith("line 3: it is no entry")
    assert not any("follow from one another" in line for line in found.proves)


def test_a_history_written_anew_and_sealed_anew_does_not_agree_with_the_seal_before(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    (folder.records / "journal.jsonl").unlink()
    add_entries(folder, "F-1", "F-2", "F-3", "F-4")
    journal = (folder.records / "journal.jsonl").read_text()
    (folder.records / "journal.jsonl").unlink()
    add_entries(folder, "F-9", "F-2")
    assert (folder.records / "journal.jsonl").read_text() != journal
    seal(folder, tmp_path / "ada", AT)
    found = check(folder)
    assert found.whole
    assert [(one.holds, one.told) for one in found.earlier] == [
        (False, "the journal does not begin any more with the 2 entries that were sealed then")
    ]


def test_evidence_whose_name_is_not_its_hash_is_no_addition(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    (folder.records / "evidence" / ("0" * 64)).write_bytes(b"something")
    assert differences(folder) == {"records/evidence/" + "0" * 64: ("added", "the evidence 000000000000")}
