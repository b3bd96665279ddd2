"""A PostgreSQL server of a test's own: made in a temporary folder, reached by a socket in it, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

VERSION = 15
OFFICIAL = Path(f"/usr/lib/postgresql/{VERSION}/bin")
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
"""A server that lives as long as a test need not survive a power cut."""


@dataclass(frozen=True)
class PostgreSQL:
    """A server that runs. ``folder`` holds its data and its socket."""

    bin: Path
    folder: Path

    def database(self, name: str) -> str:
        """Make an empty database; its address."""
        self.sql("postgres", f'create database "{name}"')
        return self.address(name)

    def address(self, name: str) -> str:
        """The address of a database, as DATABASE_URL wants it."""
        return f"postgresql://ringtrue@{quote(str(self.folder), safe='')}/{name}"

    def sql(self, database: str, text: str) -> str:
        """What psql answers."""
        return _run(
            self.bin / "psql", "-X", "-At", "-h", self.folder, "-U", "ringtrue", "-d", database, "-c", text
        )


def programs() -> Path | None:
    """The folder of the server's programs; None where there is no PostgreSQL 15."""
    if (OFFICIAL / "initdb").exists():
        return OFFICIAL
    found = shutil.which("initdb")
    if found and f" {VERSION}" in _run(found, "--version"):
        return Path(found).resolve().parent
    return None


@contextmanager
def postgresql(options: str = FAST) -> Iterator[PostgreSQL]:
    """A server, while the block lasts. It does not run as root: where the test does, it runs as ``postgres``."""
    where, user = programs(), "postgres" if os.geteuid() == 0 else None
    assert where, f"PostgreSQL {VERSION} is not on this machine"
    folder = Path(tempfile.mkdtemp(prefix="rt-pg-", dir="/tmp"))
    if user:
        shutil.chown(folder, user, user)
    data, listen = folder / "data", f"-c listen_addresses='' -k {folder} {options}"
    try:
        made = ("-D", data, "-A", "trust", "-U", "ringtrue", "-E", "UTF8", "--locale=C", "--no-sync")
        _run(where / "initdb", *made, user=user)
        _run(where / "pg_ctl", "-D", data, "-o", listen, "-l", folder / "log", "-w", "start", user=user)
        yield PostgreSQL(where, folder)
    finally:
        if (data / "postmaster.pid").exists():
            _run(where / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop", user=user)
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: object, user: str | None = None) -> str:
    log = subprocess.DEVNULL if "start" in command else subprocess.PIPE
    done = subprocess.run(
        [str(one) for one in command], check=True, stdout=log, stderr=log, timeout=120, user=user, cwd="/"
    )
    return done.stdout.decode().strip() if done.stdout else ""
