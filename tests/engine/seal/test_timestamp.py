"""A time-stamp: asked for over the network, checked without one, trusted only under a root that was given."""

import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.seal import timestamp
from ringtrue.engine.seal.make import seal
from ringtrue.engine.seal.verified import Verified
from ringtrue.engine.seal.verify import verify
from ringtrue.model.errors import TimestampRefused, WrongUse
from tests.engine.seal.authority import Authority, served
from tests.engine.seal.invented import AT, audit_folder

pytest.importorskip("rfc3161_client")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "tsa")


@pytest.fixture
def url(authority: Authority) -> Iterator[str]:
    authority.instead = None
    with served(authority) as address:
        yield address


def test_a_stamped_seal_tells_the_authority_s_time_and_is_trusted_under_its_root(
    tmp_path: Path, authority: Authority, url: str
) -> None:
    folder = _stamped(tmp_path, url)
    found = _checked(folder, authority)
    assert found.whole and found.timestamp is not None
    assert found.timestamp.trusted and found.timestamp.at is not None
    assert any(found.timestamp.at in line for line in found.proves)
    assert not any(line.startswith("When it was sealed") for line in found.does_not_prove)


def test_the_check_needs_no_network(
    tmp_path: Path, authority: Authority, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _stamped(tmp_path, url)

    def refused(*arguments: object, **options: object) -> None:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr("socket.socket", refused)
    assert _checked(folder, authority).whole


def test_without_a_root_the_time_is_told_and_not_trusted(tmp_path: Path, url: str) -> None:
    found = verify(_stamped(tmp_path, url).path)
    assert found.whole and found.timestamp is not None and not found.timestamp.trusted
    assert any("no root certificate that you trust" in line for line in found.does_not_prove)


def test_a_root_of_another_authority_does_not_vouch(tmp_path: Path, url: str) -> None:
    found = _checked(_stamped(tmp_path, url), Authority(tmp_path / "other"))
    assert not found.whole
    assert [one.path for one in found.differences] == ["seals/0001/timestamp.tsr"]


def test_openssl_alone_can_check_the_time_stamp(tmp_path: Path, authority: Authority, url: str) -> None:
    place = _stamped(tmp_path, url).path / "seals/0001"
    asked = [
        "openssl",
        "ts",
        "-verify",
        "-data",
        str(place / "manifest.sig"),
        "-in",
        str(place / "timestamp.tsr"),
    ]
    told = subprocess.run(
        [*asked, "-CAfile", str(authority.root)], capture_output=True, text=True, check=True
    )
    assert "Verification: OK" in told.stdout


def test_a_changed_byte_anywhere_in_the_time_stamp_is_found(tmp_path: Path, url: str) -> None:
    folder, dice = _stamped(tmp_path, url), random.Random(3161)
    for name in ("timestamp.tsr", "timestamp.sig"):
        place = folder.path / "seals/0001" / name
        kept = place.read_bytes()
        for _ in range(40):
            content = bytearray(kept)
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
            place.write_bytes(content)
            assert f"seals/0001/{name}" in {one.path for one in verify(folder.path).differences}
        place.write_bytes(kept)
    assert verify(folder.path).whole


@pytest.mark.parametrize("name", ["timestamp.tsr", "timestamp.sig"])
def test_a_half_of_the_time_stamp_that_is_gone_is_found(tmp_path: Path, url: str, name: str) -> None:
    folder = _stamped(tmp_path, url)
    (folder.path / "seals/0001" / name).unlink()
    assert [one.path for one in verify(folder.path).differences] == [f"seals/0001/{name}"]


def test_the_time_stamp_of_another_seal_is_not_taken_for_its_own(tmp_path: Path, url: str) -> None:
    folder = _stamped(tmp_path, url)
    seal(folder, tmp_path / "ada", AT, url=url)
    for name in ("timestamp.tsr", "timestamp.sig"):
        (folder.path / "seals/0002" / name).write_bytes((folder.path / "seals/0001" / name).read_bytes())
    (found,) = verify(folder.path).differences
    assert (found.path, found.told) == ("seals/0002/timestamp.tsr", "it is a time-stamp of something else")


@pytest.mark.parametrize("answer", [b"", b"<html>", b"0" * ((1 << 20) + 1)])
def test_an_answer_that_is_no_time_stamp_is_refused_and_nothing_is_sealed(
    tmp_path: Path, authority: Authority, url: str, answer: bytes
) -> None:
    authority.instead = answer
    folder = audit_folder(tmp_path / "audit")
    with pytest.raises(TimestampRefused, match="no time-stamp"):
        seal(folder, tmp_path / "ada", AT, url=url)
    assert not (folder.path / "seals").exists()


def test_an_authority_that_refuses_is_told_with_its_status(
    tmp_path: Path, authority: Authority, url: str
) -> None:
    authority.instead = authority.refusal()
    with pytest.raises(TimestampRefused, match=r"the authority refused \(REJECTION\)"):
        seal(audit_folder(tmp_path / "audit"), tmp_path / "ada", AT, url=url)


def test_the_answer_to_another_question_is_refused(tmp_path: Path, authority: Authority, url: str) -> None:
    folder = _stamped(tmp_path, url)
    authority.instead = (folder.path / "seals/0001/timestamp.tsr").read_bytes()
    with pytest.raises(TimestampRefused, match="one of something else"):
        seal(folder, tmp_path / "ada", AT, url=url)


def test_an_authority_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TimestampRefused, match="no answer"):
        seal(audit_folder(tmp_path / "audit"), tmp_path / "ada", AT, url="http://127.0.0.1:9/")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://host/", "tsa"])
def test_an_address_that_is_not_of_the_web_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(WrongUse, match="expected the http or https address"):
        seal(audit_folder(tmp_path / "audit"), tmp_path / "ada", AT, url=url)


def test_without_the_library_the_rest_is_still_checked(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _stamped(tmp_path, url)
    monkeypatch.setattr(timestamp, "_library", lambda: None)
    found = verify(folder.path)
    assert found.whole and found.timestamp is not None
    assert "ringtrue[timestamp]" in found.timestamp.trouble
    with pytest.raises(WrongUse, match=r"ringtrue\[timestamp\]"):
        seal(folder, tmp_path / "ada", AT, url=url)


def test_a_file_without_certificates_is_no_root() -> None:
    with pytest.raises(WrongUse, match="no certificate found"):
        timestamp.certificates(b"nothing", "root.pem")


def _stamped(root: Path, url: str) -> AuditFolder:
    folder = audit_folder(root / "audit")
    assert seal(folder, root / "ada", AT, url=url).timestamp is not None
    return folder


def _checked(folder: AuditFolder, authority: Authority) -> Verified:
    return verify(folder.path, roots=timestamp.certificates(authority.root.read_bytes(), "root.pem"))
