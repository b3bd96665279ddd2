"""A backup of a workbench on PostgreSQL, on a server of this test's own."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringtrue.model.errors import BackupRefused
from ringtrue.workbench.backups.making import back_up
from ringtrue.workbench.backups.restoring import restore

POSTGRES = Path("/usr/lib/postgresql/15/bin")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    if not (POSTGRES / "initdb").exists():
        pytest.skip("PostgreSQL 15 is not on this machine")
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="rt-pg-"))
    if user:
        shutil.chown(folder, user, user)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    data, options = folder / "data", f"-p {port} -c listen_addresses=127.0.0.1 -k {folder}"
    _run(POSTGRES / "initdb", "-D", data, "-A", "trust", "-U", "ringtrue", user=user)
    _run(POSTGRES / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start", user=user)
    yield f"postgresql://ringtrue@127.0.0.1:{port}"
    _run(POSTGRES / "pg_ctl", "-D", data, "-m", "immediate", "stop", user=user)
    shutil.rmtree(folder)


def test_a_database_on_a_server_comes_back_and_is_never_overwritten(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("used", "fresh"):
        _sql(f"{server}/postgres", f"create database {name}")
    _sql(f"{server}/used", "create table t (x int); insert into t values (42)")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secret-key").write_text("key")
    monkeypatch.setenv("DATABASE_URL", f"{server}/used")
    back_up(tmp_path / "home", tmp_path / "b.tar", "2026-11-24T14:00:00Z")
    with pytest.raises(BackupRefused, match="has tables already"):
        restore(tmp_path / "b.tar", tmp_path / "new")
    monkeypatch.setenv("DATABASE_URL", f"{server}/fresh")
    restore(tmp_path / "b.tar", tmp_path / "new")
    assert _sql(f"{server}/fresh", "select x from t") == "42"
    assert (tmp_path / "new" / "secret-key").read_text() == "key"


def _sql(url: str, text: str) -> str:
    return _run(POSTGRES / "psql", "-X", "-At", "-c", text, url).strip()


def _run(*command: object, user: str | None = None) -> str:
    log = subprocess.DEVNULL if "start" in command else subprocess.PIPE
    done = subprocess.run(
        [str(one) for one in command], check=True, stdout=log, stderr=log, timeout=120, user=user, cwd="/"
    )
    return done.stdout.decode() if done.stdout else ""
