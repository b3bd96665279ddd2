"""A backup brings the whole workbench back, is proved by hashes, overwrites nothing, and writes nowhere else."""

import io
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ringtrue.cli.main import app
from ringtrue.model.errors import BackupRefused
from ringtrue.workbench.backups.checking import check
from ringtrue.workbench.backups.making import back_up
from ringtrue.workbench.backups.restoring import restore

AT = "2026-11-24T14:00:00Z"


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    for name, text in {
        "secret-key": "key",
        "audits/a1/audit.toml": "title",
        "audits/a1/records/journal.jsonl": "{}\n",
        "audits/a1/tables/äö.parquet": "rows",
        "uploads/a1/abc": "content",
        "audits/a1/cache/abc/steps.parquet": "worked out anew",
        "uploads/incoming/half": "half an upload",
        "static/x.css": "made anew",
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, "utf-8")
    with closing(sqlite3.connect(home / "workbench.sqlite3")) as database:
        database.executescript("pragma journal_mode = wal; create table t (x); insert into t values (42);")
    return home


def test_what_is_restored_is_what_was_backed_up(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "b.tar", AT)
    told = restore(tmp_path / "b.tar", tmp_path / "new")
    assert told.made_at == AT
    assert _rows(tmp_path / "new") == [(42,)]
    assert _texts(tmp_path / "new") == {
        name: text
        for name, text in _texts(home).items()
        if not name.startswith(("static", "uploads/incoming", "audits/a1/cache"))
    }


def test_what_is_written_but_not_yet_in_the_database_file_is_in_the_backup(
    home: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(home / "workbench.sqlite3")) as used:
        used.execute("pragma wal_autocheckpoint = 0")
        used.execute("insert into t values (43)")
        used.commit()
        back_up(home, tmp_path / "b.tar", AT)
    restore(tmp_path / "b.tar", tmp_path / "new")
    assert _rows(tmp_path / "new") == [(42,), (43,)]


def test_a_link_out_of_the_home_is_not_followed(home: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("secret")
    (home / "audits/a1/link").symlink_to(tmp_path / "outside")
    assert "home/audits/a1/link" not in back_up(home, tmp_path / "b.tar", AT).files


def test_only_the_owner_can_read_a_backup_and_what_is_restored(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "b.tar", AT)
    restore(tmp_path / "b.tar", tmp_path / "new")
    made = [tmp_path / "b.tar", *(path for path in (tmp_path / "new").rglob("*") if path.is_file())]
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}


def test_a_backup_overwrites_no_file_and_is_not_put_into_what_it_holds(home: Path, tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_text("mine")
    for out in (tmp_path / "b.tar", home / "b.tar"):
        with pytest.raises(BackupRefused):
            back_up(home, out, AT)
    assert (tmp_path / "b.tar").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar", "home"]


def test_a_restore_overwrites_nothing(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "b.tar", AT)
    before = _texts(home)
    with pytest.raises(BackupRefused, match="something already"):
        restore(tmp_path / "b.tar", home)
    assert _texts(home) == before


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "home/../../evil", "home/a\\..\\evil", "other", "home", "home/./x"]
)
def test_a_name_that_leads_elsewhere_is_refused_and_nothing_is_left(name: str, tmp_path: Path) -> None:
    _tar(tmp_path / "b.tar", [(tarfile.TarInfo(name), b"x")])
    _refused(tmp_path)


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE]
)
def test_nothing_but_plain_files_is_taken_out_of_a_backup(kind: bytes, tmp_path: Path) -> None:
    told = tarfile.TarInfo("home/audits")
    told.type, told.linkname = kind, "/etc"
    _tar(tmp_path / "b.tar", [(told, b"")])
    _refused(tmp_path)


def test_a_changed_byte_is_seen(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "b.tar", AT)
    whole = (tmp_path / "b.tar").read_bytes()
    assert whole.count(b"content") == 1
    (tmp_path / "b.tar").write_bytes(whole.replace(b"content", b"c0ntent"))
    _refused(tmp_path, "home/uploads/a1/abc is not what was backed up")


@pytest.mark.parametrize("kept", [0, 600, 5000, -11000])
def test_a_backup_that_was_cut_off_is_seen(kept: int, home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "b.tar", AT)
    (tmp_path / "b.tar").write_bytes((tmp_path / "b.tar").read_bytes()[:kept])
    _refused(tmp_path)


def test_a_part_that_is_missing_added_or_doubled_is_seen(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "whole.tar", AT)
    with tarfile.open(tmp_path / "whole.tar") as whole:
        parts = [(one, whole.extractfile(one).read()) for one in whole]  # type: ignore[union-attr]
    extra = (tarfile.TarInfo("home/audits/a1/more"), b"more")
    for changed in ([*parts[:2], *parts[3:]], [extra, *parts], [parts[1], *parts], parts[1:]):
        _tar(tmp_path / "b.tar", changed)
        with pytest.raises(BackupRefused):
            check(tmp_path / "b.tar")
    _tar(tmp_path / "b.tar", parts)
    assert check(tmp_path / "b.tar").engine == "sqlite"


def test_a_later_format_says_what_reads_it(tmp_path: Path) -> None:
    _tar(
        tmp_path / "b.tar",
        [(tarfile.TarInfo("manifest.json"), b'{"format": 2, "made_at": "", "engine": "", "files": {}}')],
    )
    _refused(tmp_path, "this version reads 1")


def test_a_damaged_database_is_not_backed_up(home: Path, tmp_path: Path) -> None:
    (home / "workbench.sqlite3").write_bytes(b"no database " * 1000)
    for rest in home.glob("workbench.sqlite3-*"):
        rest.unlink()
    with pytest.raises((BackupRefused, sqlite3.DatabaseError)):
        back_up(home, tmp_path / "b.tar", AT)
    assert not (tmp_path / "b.tar").exists()


def test_a_backup_of_another_kind_of_database_is_refused(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(home, tmp_path / "b.tar", AT)
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    _refused(tmp_path, "of sqlite, and this workbench would use postgresql")


def test_the_commands_do_it(home: Path, tmp_path: Path) -> None:
    call = CliRunner().invoke
    made = call(app, ["backup", "--home", str(home), "--out", str(tmp_path / "b.tar")])
    assert made.exit_code == 0, made.output
    brought = call(app, ["restore", str(tmp_path / "b.tar"), "--home", str(tmp_path / "new")])
    assert brought.exit_code == 0, brought.output
    assert _rows(tmp_path / "new") == [(42,)]


def _refused(tmp_path: Path, match: str = ".") -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BackupRefused, match=match):
        restore(tmp_path / "b.tar", tmp_path / "new")
    assert sorted(tmp_path.iterdir()) == before


def _tar(file: Path, parts: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    with tarfile.open(file, "w") as made:
        for told, content in parts:
            told.size = len(content)
            made.addfile(told, io.BytesIO(content))


def _rows(home: Path) -> list[tuple[int]]:
    with closing(sqlite3.connect(home / "workbench.sqlite3")) as database:
        return database.execute("select x from t order by x").fetchall()


def _texts(home: Path) -> dict[str, str]:
    files = (path for path in home.rglob("*") if path.is_file() and "sqlite3" not in path.name)
    return {path.relative_to(home).as_posix(): path.read_text("utf-8") for path in files}
