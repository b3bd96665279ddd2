"""Audits of real logs that others published figures about; absent on a machine without those logs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from duckdb import DuckDBPyConnection

from ringtrue import api
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import connection
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.views import build_views
from ringtrue.model.result import Results

DATA = Path(__file__).parents[2].parent / "shared" / "data"


class Audited:
    """One audited log: its results, its run and its views."""

    def __init__(self, folder: api.AuditFolder, results: Results, run: Path) -> None:
        self.folder, self.results, self.run = folder, results, run

    @contextmanager
    def views(self, *names: str) -> Iterator[DuckDBPyConnection]:
        with connection() as database:
            attach_tables(database, self.folder.tables, RENAMED)
            set_scope(database, AuditFile())
            build_views(database, set(names))
            yield database

    def one(self, sql: str, *views: str) -> Any:
        """The first row of a query on the views; a single value stands alone."""
        with self.views(*views) as database:
            row = database.execute(sql).fetchone()
        assert row is not None
        return row[0] if len(row) == 1 else row

    def judged(self, procedure: str) -> str:
        """The judged table of a procedure, as SQL."""
        return f"read_parquet('{self.run / 'judged' / procedure}.parquet')"


@pytest.fixture(scope="session")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Audited]:
    """Audits a log of the shared data, once; skips where it is absent."""

    @cache
    def audit(name: str) -> Audited:
        file = DATA / name
        if not file.exists():
            pytest.skip(f"the log {name} is not beside the repository (../shared/data)")
        done = api.audit([file], tmp_path_factory.mktemp("audit") / "audit")
        return Audited(done.folder, done.results, done.run)

    return audit
