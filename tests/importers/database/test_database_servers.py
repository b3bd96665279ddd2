"""PostgreSQL and MariaDB are asked on a server of this test's own: they refuse to change anything."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from ringtrue.importers.database.asked import Connection, Query
from ringtrue.importers.database.connect import connected
from ringtrue.importers.database.fetch import fetch
from ringtrue.model.errors import UnreadableInput

POSTGRES = Path("/usr/lib/postgresql/15/bin")
FILE = """importer = "database"
[connection]
kind = "{kind}"
host = "{host}"
port = {port}
database = "{database}"
[[table]]
name = "cases"
query = "select id, opened_at from ticket"
order = ["id"]
"""
ENVIRONMENT = {"RINGTRUE_DATABASE_USER": "ringtrue_reader", "RINGTRUE_DATABASE_PASSWORD": "a-secret-word"}


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def run(*command: object, user: str | None = None) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=120, user=user)


@pytest.fixture(scope="module")
def postgresql() -> Iterator[tuple[str, int]]:
    pytest.importorskip("psycopg")
    if not (POSTGRES / "initdb").exists():
        pytest.skip("PostgreSQL 15 is not on this machine")
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="rt-pg-"))
    if user:
        shutil.chown(folder, user, user)
    port = free_port()
    run(
        POSTGRES / "initdb",
        "-D",
        folder / "data",
        "-A",
        "trust",
        "-U",
        "owner",
        "-E",
        "UTF8",
        "--locale=C",
        user=user,
    )
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    run(
        POSTGRES / "pg_ctl",
        "-D",
        folder / "data",
        "-w",
        "-l",
        folder / "log",
        "-o",
        options,
        "start",
        user=user,
    )
    try:
        sql = (
            "create table ticket (id text, opened_at timestamptz); "
            "insert into ticket values ('T2', '2026-07-01 10:00+02'), ('T1', '2026-01-01 10:00+01'); "
            "create sequence numbers; create role ringtrue_reader login superuser"
        )
        run(POSTGRES / "psql", "-h", folder, "-p", port, "-U", "owner", "-d", "postgres", "-c", sql)
        yield "127.0.0.1", port
    finally:
        run(POSTGRES / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop", user=user)
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def mariadb() -> Iterator[tuple[str, int]]:
    pytest.importorskip("pymysql")
    if not (shutil.which("mariadbd") and shutil.which("mariadb-install-db")):
        pytest.skip("MariaDB is not on this machine")
    folder = Path(tempfile.mkdtemp(prefix="rt-ma-"))
    port = free_port()
    start = folder / "start.sql"
    statements = (
        "create database desk",
        "create table desk.ticket (id varchar(9), opened_at timestamp)",
        "set time_zone = '+02:00'",
        "insert into desk.ticket values ('T2', '2026-07-01 10:00:00'), ('T1', '2026-07-01 09:00:00')",
        "create user ringtrue_reader@'127.0.0.1' identified by 'a-secret-word'",
        "grant all on *.* to ringtrue_reader@'127.0.0.1'",
    )
    start.write_text("".join(f"{statement};\n" for statement in statements))
    user = ["--user=root"] if os.geteuid() == 0 else []
    run(
        "mariadb-install-db",
        "--no-defaults",
        f"--datadir={folder}/data",
        "--auth-root-authentication-method=normal",
        *user,
    )
    server = subprocess.Popen(
        [
            "mariadbd",
            "--no-defaults",
            f"--datadir={folder}/data",
            f"--port={port}",
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            f"--socket={folder}/s",
            f"--pid-file={folder}/pid",
            f"--init-file={start}",
            *user,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        yield "127.0.0.1", port
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(folder)


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server did not start")


def ask(folder: Path, kind: str, place: tuple[str, int], database: str) -> list[tuple[str, str]]:
    asked = folder / "desk.toml"
    asked.write_text(FILE.format(kind=kind, host=place[0], port=place[1], database=database))
    kept = fetch(asked, folder / "out", ENVIRONMENT)[0]
    assert b"a-secret-word" not in kept.path.read_bytes()
    assert b"ringtrue_reader" not in kept.path.read_bytes()
    return duckdb.sql(f"select * from '{kept.path}'").fetchall()


def change(kind: str, place: tuple[str, int], database: str, sql: str) -> str:
    connection = Connection(kind=kind, name="desk.toml", host=place[0], port=place[1], database=database)
    with pytest.raises(UnreadableInput) as raised, connected(connection, ENVIRONMENT) as opened:
        opened._session.cursor().execute(sql)  # type: ignore[attr-defined]  # what no query can be, past all checks
    return str(raised.value)


@pytest.mark.slow
def test_postgresql_answers_in_utc_and_in_order(postgresql: tuple[str, int], tmp_path: Path) -> None:
    rows = [("T1", "2026-01-01T09:00:00Z"), ("T2", "2026-07-01T08:00:00Z")]
    assert ask(tmp_path, "postgresql", postgresql, "postgres") == rows


@pytest.mark.slow
def test_postgresql_lets_even_its_owner_change_nothing(postgresql: tuple[str, int]) -> None:
    assert "read-only transaction" in change("postgresql", postgresql, "postgres", "delete from ticket")


@pytest.mark.slow
def test_a_query_cannot_end_the_read_only_transaction(postgresql: tuple[str, int]) -> None:
    told = change(
        "postgresql", postgresql, "postgres", "select 1; set transaction read write; delete from ticket"
    )
    assert "read-write mode must be set before any query" in told


@pytest.mark.slow
def test_a_writing_function_inside_a_select_is_refused(postgresql: tuple[str, int]) -> None:
    connection = Connection(
        kind="postgresql", name="d", host=postgresql[0], port=postgresql[1], database="postgres"
    )
    query = Query(table="cases", sql="select nextval('numbers')::text as id", order=("id",))
    with pytest.raises(UnreadableInput, match="read-only"), connected(connection, ENVIRONMENT) as opened:
        list(opened.ask(query).batches)


@pytest.mark.slow
def test_mariadb_answers_in_utc_and_in_order(mariadb: tuple[str, int], tmp_path: Path) -> None:
    rows = [("T1", "2026-07-01T07:00:00Z"), ("T2", "2026-07-01T08:00:00Z")]
    assert ask(tmp_path, "mariadb", mariadb, "desk") == rows


@pytest.mark.slow
def test_mariadb_lets_even_its_owner_change_nothing(mariadb: tuple[str, int]) -> None:
    assert "READ ONLY transaction" in change("mariadb", mariadb, "desk", "delete from desk.ticket")


@pytest.mark.slow
def test_a_refused_login_is_told_without_user_and_password(mariadb: tuple[str, int]) -> None:
    connection = Connection(kind="mariadb", name="d", host=mariadb[0], port=mariadb[1], database="desk")
    wrong = {**ENVIRONMENT, "RINGTRUE_DATABASE_PASSWORD": "not-it-at-all"}
    with pytest.raises(UnreadableInput, match="Access denied") as raised, connected(connection, wrong):
        pass
    assert not {"not-it-at-all", "ringtrue_reader"} & set(str(raised.value).replace("'", " ").split())
