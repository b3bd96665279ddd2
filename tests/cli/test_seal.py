"""``ringtrue seal`` and ``ringtrue verify`` as their users meet them."""

import json
from pathlib import Path
from subprocess import CompletedProcess

from tests.cli.process import ringtrue
from tests.engine.seal.invented import add_entries, audit_folder


def test_an_auditor_seals_and_a_third_party_checks_with_the_public_key_alone(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    made = _ringtrue(tmp_path / "ada", "seal", folder.path)
    assert made.returncode == 0
    assert "Seal 1 covers 16 files" in made.stdout
    public = (folder.path / "seals/0001/public.pem").rename(tmp_path / "public.pem")
    (folder.path / "seals/0001/public.pem").write_bytes(public.read_bytes())
    found = _ringtrue(tmp_path / "nobody", "verify", folder.path, "--key", public)
    assert found.returncode == 0
    assert "Seal 1 of 2" in found.stdout and ": whole. All 16 files are as they were sealed." in found.stdout
    assert ", the one expected" in found.stdout
    assert "What it does not prove:" in found.stdout
    assert not (tmp_path / "nobody").exists()


def test_what_a_kill_left_is_named_and_passed_over(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    (folder.path / ".work-1x").mkdir()
    (folder.path / ".work-1x" / "half").write_bytes(b"half")
    made = _ringtrue(tmp_path / "ada", "seal", folder.path)
    assert "Seal 1 covers 16 files" in made.stdout
    assert "Not sealed: .work-1x, left by a command that was broken off; it may be deleted." in made.stdout


def test_a_changed_file_ends_with_one_and_is_named(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    _ringtrue(tmp_path / "ada", "seal", folder.path)
    (folder.tables / "cases.parquet").write_bytes(b"PAR1 other PAR1")
    found = _ringtrue(tmp_path / "ada", "verify", folder.path)
    assert found.returncode == 1
    assert "BROKEN. 1 difference." in found.stdout
    assert (
        "changed    tables/cases.parquet: the table cases; its 15 bytes are not those that were sealed"
        in found.stdout
    )


def test_machines_get_json(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    made = json.loads(_ringtrue(tmp_path / "ada", "seal", folder.path, "--reports", "--json").stdout)
    add_entries(folder, "F-3")
    found = json.loads(_ringtrue(tmp_path / "ada", "verify", folder.path, "--json").stdout)
    assert (made["files"], found["files"], found["whole"]) == (18, 18, True)
    assert found["manifest"] == made["manifest"]
    assert found["key"] == {"fingerprint": made["key"], "matches": None, "own": True}
    assert [one["path"] for one in found["added_since"]] == ["records/journal.jsonl"]


def test_another_key_than_the_expected_one_ends_with_one(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    _ringtrue(tmp_path / "mallory", "seal", folder.path)
    _ringtrue(tmp_path / "ada", "seal", audit_folder(tmp_path / "other").path)
    found = _ringtrue(tmp_path / "ada", "verify", folder.path)
    assert (found.returncode, "not the one that you seal with" in found.stdout) == (0, True)
    expected = tmp_path / "ada/ringtrue/seal-key.pub.pem"
    found = _ringtrue(tmp_path / "ada", "verify", folder.path, "--key", expected)
    assert found.returncode == 1
    assert "with ANOTHER KEY than the one expected" in found.stdout


def test_what_is_no_key_and_what_has_no_seal_is_wrong_use(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    found = _ringtrue(tmp_path / "ada", "verify", folder.path)
    assert (found.returncode, "there is no seal here" in found.stderr) == (2, True)
    found = _ringtrue(tmp_path / "ada", "verify", folder.path, "--key", folder.audit_file)
    assert (found.returncode, "no Ed25519 public key found" in found.stderr) == (2, True)


def test_a_name_in_the_folder_cannot_steer_the_terminal(tmp_path: Path) -> None:
    folder = audit_folder(tmp_path / "audit")
    _ringtrue(tmp_path / "ada", "seal", folder.path)
    (folder.sources / "\x1b[2J\nSeal 1: whole.csv").write_bytes(b"")
    (folder.path / "sources" / b"caf\xe9".decode("utf-8", "surrogateescape")).write_bytes(b"")
    found = _ringtrue(tmp_path / "ada", "verify", folder.path)
    assert found.returncode == 1
    assert "\x1b" not in found.stdout
    assert "sources/\\x1b[2J\\nSeal 1: whole.csv" in found.stdout
    assert "sources/caf\\udce9" in found.stdout


def _ringtrue(home: Path, *arguments: str | Path) -> CompletedProcess[str]:
    return ringtrue(*arguments, env={"XDG_CONFIG_HOME": str(home), "PATH": "/usr/bin:/bin"})
