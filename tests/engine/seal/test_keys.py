"""The key: made at first use, kept from others; a third party needs the public one alone."""

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ringtrue.engine.seal.key import (
    PRIVATE,
    PUBLIC,
    fingerprint,
    key_folder,
    own_public_key,
    pem_of,
    private_key,
    public_key,
)
from ringtrue.engine.seal.make import seal
from ringtrue.engine.seal.verify import verify
from ringtrue.model.errors import SealRefused
from tests.engine.seal.invented import AT, sealed


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    first, second = private_key(tmp_path / "keys"), private_key(tmp_path / "keys")
    assert first.private_bytes_raw() == second.private_bytes_raw()
    assert (tmp_path / "keys" / PRIVATE).stat().st_mode & 0o777 == 0o600
    assert own_public_key(tmp_path / "keys") == first.public_key()


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    private_key(tmp_path)
    (tmp_path / PRIVATE).chmod(0o640)
    with pytest.raises(SealRefused, match="others than you may read this key"):
        private_key(tmp_path)


def test_what_is_no_key_is_refused_and_nothing_is_written_over_it(tmp_path: Path) -> None:
    (tmp_path / PRIVATE).write_text("no key")
    (tmp_path / PRIVATE).chmod(0o600)
    with pytest.raises(SealRefused, match="no private key"):
        private_key(tmp_path)
    assert (tmp_path / PRIVATE).read_text() == "no key"


def test_the_keys_are_in_the_configuration_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert key_folder() == tmp_path / "ringtrue"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative/is/to/be/ignored")
    assert key_folder() == Path.home() / ".config" / "ringtrue"


def test_the_expected_key_is_told_and_another_one_is_not_accepted(tmp_path: Path) -> None:
    folder, made = sealed(tmp_path)
    ada = public_key((tmp_path / "ada" / PUBLIC).read_bytes())
    found = verify(folder.path, expected=ada)
    assert found.whole and found.key.matches
    assert found.key.fingerprint == made.key == fingerprint(ada)
    other = verify(folder.path, expected=Ed25519PrivateKey.generate().public_key())
    assert not other.whole and other.key.matches is False and other.differences == ()


def test_a_seal_made_anew_with_another_key_is_whole_in_itself_but_not_the_expected_one(
    tmp_path: Path,
) -> None:
    folder, _ = sealed(tmp_path)
    ada = public_key((tmp_path / "ada" / PUBLIC).read_bytes())
    for path in (folder.path / "seals/0001").iterdir():
        path.unlink()
    (folder.path / "seals/0001").rmdir()
    (folder.sources / "incident.csv").write_bytes(b"id,team\nI1,mine\n")
    (folder.sources / "sources.json").unlink()
    seal(folder, tmp_path / "mallory", AT)
    assert verify(folder.path).whole
    assert any(
        "anybody could have made all of it anew" in line for line in verify(folder.path).does_not_prove
    )
    assert verify(folder.path, expected=ada).key.matches is False
    assert not verify(folder.path, expected=ada).whole
    assert verify(folder.path, own=ada).key.own is False


def test_a_public_key_put_in_the_place_of_another_is_named(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    (folder.path / "seals/0001/public.pem").write_bytes(pem_of(Ed25519PrivateKey.generate().public_key()))
    found = verify(folder.path)
    assert [(one.path, one.told) for one in found.differences] == [
        ("seals/0001/public.pem", "it is not the key that the manifest names")
    ]
    assert found.proves == (
        "Nothing: the seal itself does not hold, so what it says of other files is worth nothing.",
    )


def test_openssl_alone_can_check_the_signature(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    place = folder.path / "seals/0001"
    asked = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", str(place / "public.pem")]
    asked += ["-in", str(place / "manifest.json"), "-sigfile", str(place / "manifest.sig")]
    assert "Verified Successfully" in subprocess.run(asked, capture_output=True, text=True, check=True).stdout
