"""Digests of what a run reads: of tables by their content, of views by their SQL and all that they read."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_folder import sha256
from ringtrue.engine.records.records import RecordRows
from ringtrue.engine.running.scope import RENAMED
from ringtrue.engine.running.views import names_read, view_texts
from ringtrue.tables import all_tables

OF_THE_RUN = ("audit_period", "audit_scope", "gapless", "open_hours", "pseudonyms", "given_columns")
"""The tables that a run makes of its settings before anything is judged."""
_OWN = "judged"
"""What a procedure made itself, and reads again."""


class Digests:
    """Digests by name. ``base``: of everything that says by whom and with what the work is done (code, engine, versions)."""

    def __init__(self, base: str, tables: Mapping[str, str]) -> None:
        self.base = base
        self._known = dict(tables)

    def of(self, name: str) -> str:
        """The digest of a table or view. KeyError for one that a run does not know."""
        if name not in self._known:
            self._known[name] = self.of_query(view_texts()[name])
        return self._known[name]

    def of_query(self, *texts: str, also: object = None) -> str:
        """The digest of the answers to queries: of their texts and all that they read. ``also`` names what else decides on them."""
        names = sorted({name for text in texts for name in names_read(text)} - {_OWN})
        return digest_of([self.base, *texts, *(f"{name} {self.of(name)}" for name in names), repr(also)])


def digests_of_tables(database: DuckDBPyConnection, folder: Path, records: RecordRows) -> dict[str, str]:
    """The digest of every table of an audit, as its run knows it, with the rows that its journal adds."""
    found = {}
    for name in all_tables():
        file = folder / f"{name}.parquet"
        parts = [sha256(file) if file.exists() else "", repr(records.rows.get(name))]
        found[RENAMED.get(name, name)] = digest_of(parts)
    return {**found, **{name: _of_rows(database, name) for name in OF_THE_RUN}}


def digest_of(parts: Iterable[str]) -> str:
    """The SHA-256 of texts, each kept apart from the next."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode()
        digest.update(f"{len(content)}:".encode() + content)
    return digest.hexdigest()


def _of_rows(database: DuckDBPyConnection, table: str) -> str:
    row = database.execute(
        f"select sha256(coalesce(string_agg(told, chr(10) order by told), '')) from (select cast({table} as varchar) as told from {table})"
    ).fetchone()
    assert row is not None
    return str(row[0])
