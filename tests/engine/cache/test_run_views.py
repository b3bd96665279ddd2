"""Views that a run keeps as files say what they would say as tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.cache.digests import Digests
from ringtrue.engine.cache.run_views import RunViews
from ringtrue.engine.cache.store import Store
from ringtrue.engine.database.connect import connection
from ringtrue.engine.running.given import tell_given
from ringtrue.engine.running.pseudonyms import build_pseudonyms
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.views import KEPT, build_views, view_texts

STEPS = 'select * from steps order by "case", step'
NOT_IN_PARQUET = ("HUGEINT", "UHUGEINT", "ENUM", "UNION", "BIT")


@contextmanager
def opened(folder: AuditFolder) -> Iterator[DuckDBPyConnection]:
    """The tables of an audit, with its period and scope."""
    with connection() as database:
        attach_tables(database, folder.tables, RENAMED)
        set_scope(database, folder.audit())
        yield database


@pytest.mark.parametrize("most_events", [1, 3, 2_000_000])
def test_the_steps_are_the_same_of_how_many_cases_at_a_time_they_are_made(
    small_audit: AuditFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most_events: int
) -> None:
    monkeypatch.setattr("ringtrue.engine.cache.run_views.EVENTS_IN_A_SLICE", most_events)
    (tmp_path / "work").mkdir()
    tables = {name: name for name in ("all_cases", "all_case_events", "audit_period", "audit_scope")}
    with opened(small_audit) as database:
        build_views(database, {"steps"})
        whole = database.execute(STEPS).fetchall()
    with opened(small_audit) as database:
        RunViews(database, tmp_path / "work", Store(tmp_path / "cache"), Digests("", tables)).build({"steps"})
        assert database.execute(STEPS).fetchall() == whole
        assert database.execute("select count(*) from case_events").fetchone() == (6,)


def test_no_view_that_is_kept_has_a_type_that_its_file_cannot_hold(small_audit: AuditFolder) -> None:
    with opened(small_audit) as database:
        build_pseudonyms(database)
        tell_given(database, {})
        build_views(database, set(view_texts()))
        kept = [name for name, text in view_texts().items() if text.startswith(KEPT)]
        types = {
            (name, row[0]): row[1] for name in kept for row in database.execute(f"describe {name}").fetchall()
        }
    assert not {place: kind for place, kind in types.items() if kind.startswith(NOT_IN_PARQUET)}
