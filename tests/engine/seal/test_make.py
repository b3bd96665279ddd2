"""Sealing: the same folder, key and time give the same bytes; what does not fit itself is not sealed."""

import json
from pathlib import Path

import pytest

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.running.identity import code_digest
from ringtrue.engine.seal import make
from ringtrue.engine.seal.make import seal
from ringtrue.model.errors import JournalBroken, SealRefused, WrongUse
from tests.engine.seal.invented import AT, audit_folder, check, sealed


def test_the_same_audit_key_and_time_give_the_same_bytes(tmp_path: Path) -> None:
    first, _ = sealed(tmp_path)
    second = audit_folder(tmp_path / "again")
    seal(second, tmp_path / "ada", AT)
    for name in ("manifest.json", "manifest.sig", "public.pem"):
        assert (first.path / "seals/0001" / name).read_bytes() == (
            second.path / "seals/0001" / name
        ).read_bytes()


def test_the_manifest_says_with_what_code_and_settings_and_in_what_order_of_seals(tmp_path: Path) -> None:
    folder, made = sealed(tmp_path)
    seal(folder, tmp_path / "ada", AT)
    first, second = (json.loads((folder.path / f"seals/000{n}/manifest.json").read_text()) for n in (1, 2))
    assert (first["at"], first["code"], first["runs"]) == (AT, code_digest(), {"7153a1b49569": "c0de"})
    assert first["settings"] == {"flow.ping-pong": {"least": 30}}
    assert (first["previous"], second["previous"]) == (None, made.manifest)
    assert "seals/0001/manifest.sig" in second["files"]
    assert "reports/report.html" not in first["files"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("sources/incident.csv", "the source incident.csv was changed since it was written"),
        (
            "runs/7153a1b49569/leads.parquet",
            "the records behind the leads of the run 7153a1b49569 was changed",
        ),
    ],
)
def test_what_is_not_what_its_own_list_says_is_not_sealed(tmp_path: Path, path: str, told: str) -> None:
    folder = audit_folder(tmp_path / "audit")
    (folder.path / path).write_bytes(b"other")
    with pytest.raises(SealRefused, match=told):
        seal(folder, tmp_path / "ada", AT)
    assert not (folder.path / "seals").exists()


def test_a_source_that_is_gone_is_not_passed_over(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    (folder.sources / "problem.csv").unlink()
    with pytest.raises(SealRefused, match=r"problem\.csv is gone"):
        seal(folder, tmp_path / "ada", AT)


def test_changed_evidence_is_not_sealed(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    (evidence,) = (folder.records / "evidence").iterdir()
    evidence.write_bytes(b"another minute")
    with pytest.raises(SealRefused, match="its name is not its SHA-256"):
        seal(folder, tmp_path / "ada", AT)


def test_a_broken_journal_is_not_sealed(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    journal = folder.records / "journal.jsonl"
    journal.write_text(journal.read_text().splitlines(keepends=True)[1])
    with pytest.raises(JournalBroken, match="line 1"):
        seal(folder, tmp_path / "ada", AT)


def test_a_link_is_not_sealed(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    (folder.sources / "link.csv").symlink_to("/etc/hostname")
    with pytest.raises(SealRefused, match=r"sources/link\.csv: it is a link"):
        seal(folder, tmp_path / "ada", AT)


def test_a_list_that_is_none_is_told(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    (folder.sources / "sources.json").write_text("[]")
    with pytest.raises(SealRefused, match="it is no list of files"):
        seal(folder, tmp_path / "ada", AT)


def test_a_folder_without_a_seal_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="`ringtrue seal` makes one"):
        check(audit_folder(tmp_path / "audit"))


def test_a_kill_in_the_middle_leaves_the_last_whole_seal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = sealed(tmp_path)

    def killed(handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(make.os, "fsync", killed)
        with pytest.raises(KeyboardInterrupt):
            seal(folder, tmp_path / "ada", AT)
    assert [path.name for path in (folder.path / "seals").iterdir()] == ["0001"]
    assert check(folder).whole


def test_two_seals_at_one_moment_do_not_overwrite_each_other(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    with pytest.raises(SealRefused, match="could not be written"):
        make._write(folder.path, 1, {"manifest.json": b"{}"})
    assert check(folder).whole


def test_an_audit_without_records_or_runs_can_be_sealed(tmp_path: Path) -> None:
    (tmp_path / "audit").mkdir()
    (tmp_path / "audit/audit.toml").write_text("")
    folder = AuditFolder(tmp_path / "audit")
    assert seal(folder, tmp_path / "ada", AT).files == 1
    assert check(folder).whole


def test_what_a_kill_left_is_named_and_never_sealed(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    for place in (".work-1x", "tables.new", "papers/gap-evidence.new"):
        (folder.path / place).mkdir()
        (folder.path / place / "half").write_bytes(b"half")
    for place in ("audit.toml.new", "reports/report.html.part", "papers/.gap.docx.part"):
        (folder.path / place).write_bytes(b"half")
    made = seal(folder, tmp_path / "ada", AT, rendered=True)
    assert made.passed_over == (
        ".work-1x",
        "audit.toml.new",
        "papers/.gap.docx.part",
        "papers/gap-evidence.new",
        "reports/report.html.part",
        "tables.new",
    )
    assert "half" not in (made.place / "manifest.json").read_text("utf-8")
    assert check(folder).whole


def test_nothing_is_said_to_be_passed_over_that_no_kill_left(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    (folder.path / "records" / ".lock").touch()
    (folder.path / ".DS_Store").touch()
    assert seal(folder, tmp_path / "ada", AT).passed_over == ()
