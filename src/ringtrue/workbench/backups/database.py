"""The database in a backup: SQLite's own copy of a database in use, or PostgreSQL's pg_dump and pg_restore."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Protocol

from ringtrue.model.errors import BackupRefused


class Database(Protocol):
    """A database that can be copied while it is in use, and brought back where there is none yet."""

    engine: str

    def dump(self, into: Path) -> None:
        """Write a copy of one moment."""

    def refuse_if_used(self) -> None:
        """BackupRefused where something would be overwritten."""

    def within(self, home: Path, other: Path) -> "Database":
        """The same database, as if its home were another folder."""

    def load(self, dumped: Path) -> None:
        """Bring a copy back."""


def database_of(home: Path) -> Database:
    """The database of a workbench: the one that DATABASE_URL names, else the file in its home."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return SQLite(home / "workbench.sqlite3")
    import dj_database_url

    told = dj_database_url.parse(url)
    if told["ENGINE"].endswith("sqlite3"):
        return SQLite(Path(told["NAME"]))
    if told["ENGINE"].endswith("postgresql"):
        return PostgreSQL(told)
    raise BackupRefused(
        "DATABASE_URL", "it names neither SQLite nor PostgreSQL", "Use the tools of that database."
    )


class SQLite:
    """A database in a file."""

    engine = "sqlite"

    def __init__(self, file: Path) -> None:
        self.file = file

    def dump(self, into: Path) -> None:
        """Write a copy of one moment, which is looked through."""
        if not self.file.is_file():
            raise BackupRefused(str(self.file), "there is no database", "Give the home of a workbench.")
        with (
            closing(sqlite3.connect(f"{self.file.resolve().as_uri()}?mode=ro", uri=True)) as used,
            closing(sqlite3.connect(into)) as copy,
        ):
            used.backup(copy)
            copy.execute("pragma journal_mode = delete")
        self._look_through(into)

    def refuse_if_used(self) -> None:
        """A file that is there is not overwritten."""
        if self.file.exists():
            raise BackupRefused(str(self.file), "there is a database already", "Restore into a new home.")

    def within(self, home: Path, other: Path) -> Database:
        """In the other folder, if it stands in the home."""
        file = self.file.resolve()
        return SQLite(other / file.relative_to(home)) if file.is_relative_to(home) else self

    def load(self, dumped: Path) -> None:
        """Put the copy where the database is."""
        self._look_through(dumped)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(dumped, self.file)
        self.file.chmod(0o600)

    def _look_through(self, file: Path) -> None:
        try:
            with closing(sqlite3.connect(file)) as opened:
                told = opened.execute("pragma integrity_check").fetchone()[0]
        except sqlite3.DatabaseError as error:
            told = str(error)
        if told != "ok":
            raise BackupRefused(
                str(self.file), f"the database is damaged ({told})", "Take an earlier backup."
            )


class PostgreSQL:
    """A database on a server. The password goes to the tools by the environment, never by the command line."""

    engine = "postgresql"

    def __init__(self, told: dict[str, object]) -> None:
        names = {
            "PGHOST": "HOST",
            "PGPORT": "PORT",
            "PGUSER": "USER",
            "PGPASSWORD": "PASSWORD",
            "PGDATABASE": "NAME",
        }
        said = {name: str(told[key]) for name, key in names.items() if told.get(key)}
        options = told.get("OPTIONS")
        modes = {"PGSSLMODE": "sslmode", "PGSSLROOTCERT": "sslrootcert"}
        said |= {
            name: str(options[key])
            for name, key in modes.items()
            if isinstance(options, dict) and options.get(key)
        }
        self.environment = {**os.environ, **said}

    def dump(self, into: Path) -> None:
        """Write a copy of one moment."""
        self._run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={into}")

    def refuse_if_used(self) -> None:
        """A database that has tables is not overwritten."""
        asked = "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
        if (
            self._run("psql", "--no-psqlrc", "--tuples-only", "--no-align", f"--command={asked}").strip()
            != "0"
        ):
            raise BackupRefused(
                "DATABASE_URL", "the database has tables already", "Name a new, empty database."
            )

    def within(self, home: Path, other: Path) -> Database:
        """On its server, wherever the home is."""
        return self

    def load(self, dumped: Path) -> None:
        """Bring the copy back, all or nothing."""
        name = self.environment["PGDATABASE"]
        self._run(
            "pg_restore",
            "--single-transaction",
            "--exit-on-error",
            "--no-owner",
            f"--dbname={name}",
            str(dumped),
        )

    def _run(self, *command: str) -> str:
        try:
            done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        except FileNotFoundError as error:
            remedy = "Install PostgreSQL's client programs, of the server's version or a later one."
            raise BackupRefused(command[0], "it is not on this machine", remedy) from error
        if done.returncode:
            raise BackupRefused(command[0], done.stderr.strip()[-500:], "Mend this and try again.")
        return done.stdout
