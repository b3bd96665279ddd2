"""A backup of a workbench on PostgreSQL, on a server of this test's own."""

from pathlib import Path

import pytest

from ringtrue.model.errors import BackupRefused
from ringtrue.workbench.backups.making import back_up
from ringtrue.workbench.backups.restoring import restore
from tests.workbench.postgresql import PostgreSQL


@pytest.mark.slow
def test_a_database_on_a_server_comes_back_and_is_never_overwritten(
    server: PostgreSQL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used, fresh = server.database("used"), server.database("fresh")
    server.sql("used", "create table t (x int); insert into t values (42)")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secret-key").write_text("key")
    monkeypatch.setenv("DATABASE_URL", used)
    back_up(tmp_path / "home", tmp_path / "b.tar", "2026-11-24T14:00:00Z")
    with pytest.raises(BackupRefused, match="has tables already"):
        restore(tmp_path / "b.tar", tmp_path / "new")
    monkeypatch.setenv("DATABASE_URL", fresh)
    restore(tmp_path / "b.tar", tmp_path / "new")
    assert server.sql("fresh", "select x from t") == "42"
    assert (tmp_path / "new" / "secret-key").read_text() == "key"
