"""The file that says which database to ask, and one query for each canonical table. It never holds a credential."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ringtrue.importers.mapping_file import from_toml, near, to_toml
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import Mapping
from ringtrue.tables import all_tables

KINDS = {"postgresql": "postgres", "mysql": "mysql", "mariadb": "mysql", "sqlite": "sqlite"}
"""The kinds of database, and the dialect of SQL that each speaks."""

CONNECTION_KEYS = ("kind", "name", "host", "port", "database", "file", "user_from", "password_from", "tls")
TABLE_KEYS = ("name", "query", "order", "columns", "values", "patterns")
SECRETS = ("password", "passwd", "pwd", "user", "username", "dsn", "url", "uri", "token", "secret")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, kw_only=True)
class Connection:
    """Where the database is, and which variables of the environment hold the user and the password."""

    kind: str
    name: str
    host: str = "localhost"
    port: int | None = None
    database: str = ""
    file: Path | None = None
    user_from: str = "RINGTRUE_DATABASE_USER"
    password_from: str = "RINGTRUE_DATABASE_PASSWORD"  # the name of a variable
    tls: bool = True

    @property
    def is_here(self) -> bool:
        """Whether the database is on this machine, where nothing crosses a network."""
        return self.host in ("localhost", "127.0.0.1", "::1") or self.host.startswith("/")


@dataclass(frozen=True, kw_only=True)
class Query:
    """One query, the columns that put its rows in order, and what its columns mean."""

    table: str
    sql: str
    order: tuple[str, ...]
    columns: dict[str, Any] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    patterns: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A whole file: the connection, its queries, and how their texts are read."""

    connection: Connection
    queries: tuple[Query, ...]
    read: dict[str, Any]


def is_asked(path: Path) -> bool:
    """Whether a file is one that asks a database."""
    try:
        return (
            path.suffix == ".toml"
            and tomllib.loads(path.read_text("utf-8-sig")).get("importer") == "database"
        )
    except (OSError, ValueError):
        return False


def read_asked(path: Path) -> Asked:
    """The content of the file. Raises ``UnreadableInput`` that says what is wrong, above all where it holds a credential."""
    file = path.name
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise wrong(
            file, f"it is no sound TOML: {error}", "text as docs/how-to/read-from-a-database.md shows"
        ) from error
    connection = _connection(content.get("connection"), path)
    entries = content.get("table", [])
    if not isinstance(entries, list) or not entries:
        raise wrong(file, "it has no [[table]]", "one [[table]] with a query for each canonical table")
    queries = tuple(_query(entry, connection.kind, file) for entry in entries)
    names = [query.table for query in queries]
    if len(set(names)) < len(names):
        raise wrong(file, "two queries fill one table", "one query for each table; join the two by union all")
    read = content.get("read", {})
    from_toml(to_toml(Mapping(content={"importer": "database", "read": read})), file)
    return Asked(connection=connection, queries=queries, read=read)


def _connection(given: Any, path: Path) -> Connection:
    file = path.name
    if not isinstance(given, dict):
        raise wrong(file, "it has no [connection]", "[connection] with kind, host and database, or file")
    for key in given:
        if key.lower() in SECRETS:
            raise wrong(
                file,
                f"[connection] has a key {key}",
                "no credential in any file: user_from and password_from name variables of the environment that hold them",
            )
        if key not in CONNECTION_KEYS:
            raise wrong(
                file, f"[connection] has a key {key}{near(key, CONNECTION_KEYS)}", ", ".join(CONNECTION_KEYS)
            )
    kind = given.get("kind")
    if kind not in KINDS:
        raise wrong(file, f"the kind of the connection is {kind}", "one of " + ", ".join(KINDS))
    for key in ("user_from", "password_from"):
        if key in given and not _VARIABLE.fullmatch(str(given[key])):
            raise wrong(
                file,
                f"{key} is no name of a variable",
                "a name such as ITSM_PASSWORD, never the value itself",
            )
    needed = "file" if kind == "sqlite" else "database"
    if not isinstance(given.get(needed), str) or "://" in str(given[needed]):
        raise wrong(file, f"[connection] names no {needed}", f"{needed} as a plain name")
    place = {"file": path.parent / given["file"]} if kind == "sqlite" else {}
    return Connection(**{"name": path.stem, **given, **place})


def _query(entry: Any, kind: str, file: str) -> Query:
    name = entry.get("name") if isinstance(entry, dict) else None
    if name not in all_tables():
        raise wrong(
            file,
            f'a [[table]] has the name "{name}"{near(str(name), list(all_tables()))}',
            "a canonical table",
        )
    for key in entry:
        if key not in TABLE_KEYS:
            raise wrong(
                file, f"the [[table]] {name} has a key {key}{near(key, TABLE_KEYS)}", ", ".join(TABLE_KEYS)
            )
    sql, order = entry.get("query"), entry.get("order")
    if not isinstance(sql, str):
        raise wrong(file, f"the [[table]] {name} has no query", 'query = "select …"')
    if not (isinstance(order, list) and order and all(isinstance(column, str) for column in order)):
        raise wrong(
            file,
            f"the [[table]] {name} has no order",
            'order = ["id"]: the columns of the query by which its rows are numbered',
        )
    _refuse_other_than_select(sql, kind, str(name), file)
    parts = {key: dict(entry.get(key, {})) for key in ("columns", "values", "patterns")}
    return Query(table=str(name), sql=sql.strip().rstrip(";").strip(), order=tuple(order), **parts)


def _refuse_other_than_select(sql: str, kind: str, name: str, file: str) -> None:
    import sqlglot
    from sqlglot import exp

    try:
        statements = [one for one in sqlglot.parse(sql, dialect=KINDS[kind]) if one is not None]
    except sqlglot.errors.SqlglotError as error:
        told = str(error).splitlines()[0][:150]
        raise wrong(file, f"the query of {name} cannot be read ({told})", "one select statement") from error
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        raise wrong(
            file, f"the query of {name} is no single select", "one select statement, which changes nothing"
        )
    changing: Sequence[type[exp.Expr]] = (
        exp.Insert,
        exp.Update,
        exp.Delete,
        exp.Merge,
        exp.Create,
        exp.Drop,
        exp.Into,
        exp.Lock,
    )
    found = statements[0].find(*changing)
    if found is not None:
        raise wrong(
            file,
            f"the query of {name} holds {type(found).__name__.lower()}",
            "a select that changes and locks nothing",
        )


def wrong(file: str, found: str, expected: str) -> UnreadableInput:
    """The message about the file."""
    return UnreadableInput(file, found, expected, "Correct the file and fetch again.")
