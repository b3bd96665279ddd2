"""Connections on which nothing can be changed: a read-only transaction, checked before the first query."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from ringtrue.importers.database.asked import Connection, Query
from ringtrue.model.errors import UnreadableInput

BATCH = 5_000
LOCAL_STAMP = 7
"""The type code of TIMESTAMP in MySQL and MariaDB, whose values are in the zone of the session: UTC here."""

LONGEST = 16 * 2**20


@dataclass(frozen=True)
class Result:
    """The columns of a result, its rows in batches, and which of its columns hold times in UTC without saying so."""

    columns: tuple[str, ...]
    batches: Iterator[Sequence[Sequence[Any]]]
    in_utc: frozenset[int] = frozenset()


class Database(Protocol):
    """What can be asked."""

    def ask(self, query: Query) -> Result:
        """The rows of a query, in its order."""
        ...


@contextmanager
def connected(connection: Connection, environment: Mapping[str, str]) -> Iterator[Database]:
    """A read-only transaction on the database. What the driver complains of is told without user and password."""
    user, password = environment.get(connection.user_from), environment.get(connection.password_from)
    opening = {"postgresql": _postgresql, "sqlite": _sqlite}.get(connection.kind, _mysql)
    try:
        with opening(connection, user, password) as database:
            yield database
    except UnreadableInput:
        raise
    except Exception as error:
        if not _is_of_a_driver(error):
            raise
        told = " ".join(str(error).split())[:300]
        for secret in filter(None, (password, user)):
            told = told.replace(secret, "…")
        raise refused(connection, f"the database answered: {told}") from None


def refused(connection: Connection, found: str) -> UnreadableInput:
    """The message about a connection or a query."""
    return UnreadableInput(
        connection.name,
        found,
        "a database that lets this user read, and nothing more",
        f"Check [connection], the queries, and the variables {connection.user_from} and {connection.password_from}.",
    )


def ordered(query: Query, quote: str) -> str:
    """The query with its rows in its order; as a part of another it cannot be followed by a second statement."""
    names = ", ".join(quote + name.replace(quote, quote * 2) + quote for name in query.order)
    return f"select * from (\n{query.sql}\n) as asked order by {names}"


def _is_of_a_driver(error: Exception) -> bool:
    return type(error).__module__.partition(".")[0] in ("psycopg", "pymysql", "sqlite3") or isinstance(
        error, OSError
    )


class _Postgresql:
    def __init__(self, session: Any) -> None:
        self._session = session

    def ask(self, query: Query) -> Result:
        cursor = self._session.cursor(name="ringtrue")
        cursor.itersize = BATCH
        cursor.execute(ordered(query, '"'))
        return Result(tuple(column.name for column in cursor.description), _batches(cursor))


@contextmanager
def _postgresql(connection: Connection, user: str | None, password: str | None) -> Iterator[Database]:
    psycopg = _driver("psycopg", connection, "ringtrue[postgresql]")
    session = psycopg.connect(
        host=connection.host,
        port=connection.port or 5432,
        dbname=connection.database,
        user=user,
        password=password,
        sslmode="prefer" if connection.is_here or not connection.tls else "require",
        options="-c default_transaction_read_only=on -c timezone=UTC -c datestyle=ISO",
        connect_timeout=30,
    )
    with closing(session):
        session.read_only = True
        session.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        if session.execute("show transaction_read_only").fetchone()[0] != "on":
            raise refused(connection, "its transaction is not read-only")
        yield _Postgresql(session)
        session.rollback()


class _Mysql:
    def __init__(self, session: Any) -> None:
        self._session = session

    def ask(self, query: Query) -> Result:
        cursor = self._session.cursor()
        cursor.execute(ordered(query, "`"))
        columns = tuple(column[0] for column in cursor.description)
        stamps = frozenset(
            place for place, column in enumerate(cursor.description) if column[1] == LOCAL_STAMP
        )
        return Result(columns, _batches(cursor), stamps)


@contextmanager
def _mysql(connection: Connection, user: str | None, password: str | None) -> Iterator[Database]:
    pymysql = _driver("pymysql", connection, "ringtrue[mysql]")
    where = {"unix_socket": connection.host} if connection.host.startswith("/") else {"host": connection.host}
    session = pymysql.connect(
        **where,
        port=connection.port or 3306,
        database=connection.database,
        user=user,
        password=password or "",
        charset="utf8mb4",
        local_infile=False,
        autocommit=False,
        connect_timeout=30,
        cursorclass=pymysql.cursors.SSCursor,
        **({} if connection.is_here or not connection.tls else {"ssl": {"check_hostname": False}}),
    )
    with closing(session):
        _set_read_only(session)
        yield _Mysql(session)


def _set_read_only(session: Any) -> None:
    with session.cursor() as cursor:
        cursor.execute("set session time_zone = '+00:00'")
        cursor.execute("set session transaction isolation level repeatable read")
        cursor.execute("set session transaction read only")
        cursor.execute("start transaction with consistent snapshot, read only")


@contextmanager
def _sqlite(connection: Connection, user: str | None, password: str | None) -> Iterator[Database]:
    import sqlite3
    from urllib.parse import quote

    if connection.file is None or not connection.file.is_file():
        raise refused(connection, f"there is no file {connection.file}")
    session = sqlite3.connect(
        f"file:{quote(str(connection.file.resolve()))}?mode=ro", uri=True, isolation_level=None
    )
    with closing(session):
        session.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        for setting in ("query_only = on", "trusted_schema = off"):
            session.execute(f"pragma {setting}")
        session.execute("begin")
        session.set_authorizer(_only_reading)
        yield _Sqlite(session)


class _Sqlite:
    def __init__(self, session: Any) -> None:
        self._session = session

    def ask(self, query: Query) -> Result:
        cursor = self._session.execute(ordered(query, "`"))
        return Result(tuple(column[0] for column in cursor.description), _batches(cursor))


def _only_reading(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    import sqlite3

    allowed = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE)
    is_plain_function = action == sqlite3.SQLITE_FUNCTION and second != "load_extension"
    return sqlite3.SQLITE_OK if action in allowed or is_plain_function else sqlite3.SQLITE_DENY


def _batches(cursor: Any) -> Iterator[Sequence[Sequence[Any]]]:
    with closing(cursor):
        while rows := cursor.fetchmany(BATCH):
            yield rows


def _driver(name: str, connection: Connection, extra: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise UnreadableInput(
            connection.name,
            f"{name} is not installed",
            f"the driver for {connection.kind}",
            f"Install {extra}.",
        ) from None
