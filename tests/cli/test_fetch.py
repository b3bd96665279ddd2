"""``ringtrue fetch``: a database's answers become files that an audit reads."""

import sqlite3
from pathlib import Path

from typer.testing import CliRunner

from ringtrue.cli.main import app

ASKED = """[connection]
kind = "sqlite"
name = "desk"
file = "desk.db"

[[table]]
name = "services"
query = "select id, name, 'live' as status from services"
order = ["id"]
"""


def test_what_was_fetched_is_audited_as_any_export(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "desk.db") as desk:
        desk.execute("create table services (id text, name text)")
        desk.execute("insert into services values ('pay', 'Payments'), ('mail', 'Mail')")
    (tmp_path / "desk.toml").write_text(ASKED, "utf-8")
    fetched = CliRunner().invoke(
        app, ["fetch", str(tmp_path / "desk.toml"), "--out", str(tmp_path / "answers")]
    )
    assert fetched.exit_code == 0, fetched.output
    assert "2 rows" in fetched.output
    audited = CliRunner().invoke(app, ["import", str(tmp_path / "answers"), "--out", str(tmp_path / "audit")])
    assert audited.exit_code == 0, audited.output
    assert (tmp_path / "audit" / "tables" / "services.parquet").exists()
