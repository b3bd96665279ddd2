"""A folder from somebody who means harm: nothing outside it is opened, nothing hangs, nothing is believed without the key."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from ringtrue.engine.seal.contents import contents, read
from ringtrue.engine.seal.key import private_key
from ringtrue.engine.seal.manifest import Manifest, NotCanonical, Sealed, from_bytes, written
from ringtrue.engine.seal.verify import verify
from ringtrue.model.errors import WrongUse
from tests.engine.seal.invented import check, differences, sealed


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    source = folder.sources / "incident.csv"
    source.rename(tmp_path / "outside.csv")
    source.symlink_to(tmp_path / "outside.csv")
    assert differences(folder)["sources/incident.csv"][0] == "unreadable"


def test_a_folder_that_is_a_link_is_not_walked(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    folder.sources.rename(tmp_path / "outside")
    folder.sources.symlink_to(tmp_path / "outside")
    found = differences(folder)
    assert found["sources"][0] == "unreadable"
    assert found["sources/incident.csv"][0] == "missing"


def test_a_link_to_itself_ends(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    (folder.sources / "round").symlink_to(folder.path)
    assert differences(folder)["sources/round"][0] == "unreadable"


def test_seals_that_are_a_link_are_no_seals(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    (folder.path / "seals").rename(tmp_path / "outside")
    (folder.path / "seals").symlink_to(tmp_path / "outside")
    with pytest.raises(WrongUse, match="there is no seal here"):
        check(folder)


def test_a_part_of_the_seal_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    place = folder.path / "seals/0001/manifest.json"
    place.rename(tmp_path / "manifest.json")
    place.symlink_to(tmp_path / "manifest.json")
    found = check(folder)
    assert not found.signature
    assert [(one.path, one.trouble) for one in found.differences] == [
        ("seals/0001/manifest.json", "unreadable")
    ]


def test_a_pipe_in_the_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    (folder.records / "journal.jsonl").unlink()
    os.mkfifo(folder.records / "journal.jsonl")
    assert differences(folder) == {"records/journal.jsonl": ("unreadable", "the journal of the records")}


@pytest.mark.parametrize(
    "path", ["../outside", "sources/../../outside", "/etc/passwd", "C:\\outside", "\\\\host\\share"]
)
def test_a_manifest_that_names_a_path_outside_is_not_believed_though_it_is_signed(
    tmp_path: Path, path: str
) -> None:
    folder, _ = sealed(tmp_path)
    manifest = from_bytes((folder.path / "seals/0001/manifest.json").read_bytes())
    _sign(tmp_path, replace(manifest, files={**manifest.files, path: Sealed(bytes=1, sha256="0" * 64)}))
    found = check(folder)
    assert not found.whole
    assert "leads out of the audit folder" in found.differences[0].told


def test_a_manifest_of_another_number_is_named(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    manifest = from_bytes((folder.path / "seals/0001/manifest.json").read_bytes())
    _sign(tmp_path, replace(manifest, number=7))
    assert "it is the manifest of seal 7" in check(folder).differences[0].told


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]\n",
        b"{}\n",
        b"[" * 100_000,
        b'{"schema": NaN}\n',
        b"\xff\xfe",
        b'{"schema": 1' + b"0" * 5000 + b"}\n",
    ],
)
def test_what_is_no_manifest_is_told_and_never_crashes(content: bytes) -> None:
    with pytest.raises(NotCanonical):
        from_bytes(content)


def test_a_manifest_written_otherwise_is_refused_though_it_says_the_same(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    content = (folder.path / "seals/0001/manifest.json").read_bytes()
    with pytest.raises(NotCanonical, match="not written as Ringtrue writes it"):
        from_bytes(json.dumps(json.loads(content)).encode())


@pytest.mark.parametrize(
    "change",
    [
        {"files": {"a": {"bytes": "1", "sha256": "0"}}},
        {"key": None},
        {"more": 1},
        {"schema": "ringtrue/seal/9"},
    ],
)
def test_a_manifest_with_odd_fields_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    folder, _ = sealed(tmp_path)
    content = json.loads((folder.path / "seals/0001/manifest.json").read_bytes())
    with pytest.raises(NotCanonical):
        from_bytes((json.dumps(content | change, sort_keys=True, indent=1) + "\n").encode())


def test_names_that_are_no_text_and_names_that_steer_a_terminal_are_sealed_like_others(
    tmp_path: Path,
) -> None:
    folder, _ = sealed(tmp_path)
    odd = os.fsdecode(b"caf\xe9.csv")
    (folder.sources / odd).write_bytes(b"odd")
    (folder.sources / "\x1b[2Jclear.csv").write_bytes(b"odd")
    assert set(differences(folder)) == {f"sources/{odd}", "sources/\x1b[2Jclear.csv"}


def test_a_large_file_is_read_in_blocks(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(3 * (1 << 20) + 5)
    whole = read(tmp_path, "large")
    cut = read(tmp_path, "large", (1 << 20) + 7)
    assert (whole.bytes, whole.first) == (3 * (1 << 20) + 5, None)
    with (tmp_path / "large").open("r+b") as file:
        file.truncate((1 << 20) + 7)
    assert read(tmp_path, "large").sha256 == cut.first


@pytest.mark.parametrize("size", [0, 1, 5, 6])
def test_the_hash_of_first_bytes_is_there_as_far_as_the_file_goes(tmp_path: Path, size: int) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    (tmp_path / "first").write_bytes(b"12345"[:size])
    assert read(tmp_path, "file", size).first == (read(tmp_path, "first").sha256 if size <= 5 else None)


def test_a_file_that_nobody_may_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (found,) = contents(tmp_path, lambda path: True)
    assert found.trouble.startswith("it is a link")
    assert read(tmp_path, "nowhere").trouble == "it cannot be read (No such file or directory)"


def test_verifying_writes_nothing(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in folder.path.rglob("*")}
    verify(folder.path)
    assert {path: path.stat().st_mtime_ns for path in folder.path.rglob("*")} == before


def _sign(root: Path, manifest: Manifest) -> None:
    place = root / "audit/seals/0001"
    content = written(manifest)
    (place / "manifest.json").write_bytes(content)
    (place / "manifest.sig").write_bytes(private_key(root / "ada").sign(content))
