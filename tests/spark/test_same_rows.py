"""One audit on both engines: the same judged rows, leads and facts."""

import shutil
from pathlib import Path

import duckdb
import pytest

from ringtrue import api
from ringtrue.engine.audit_folder import AuditFolder

pytest.importorskip("pyspark", reason="pyspark is not installed: ./do spark")
pytestmark = [
    pytest.mark.spark,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, and there is none"),
]
NORTHWIND = Path(__file__).parent.parent.parent / "examples" / "northwind"


def test_the_judged_rows_of_the_example_are_the_same(tmp_path: Path) -> None:
    folder = api.import_sources([NORTHWIND], tmp_path / "duckdb").folder
    shutil.copytree(folder.path, tmp_path / "spark")
    ours, place = api.run(folder)
    theirs, other = api.run(AuditFolder(tmp_path / "spark"), engine="spark")
    assert [one.id for one in theirs.procedures if "could not run" in one.why] == []
    for one in ours.procedures:
        if one.judged_table:
            assert _rows(other / one.judged_table) == _rows(place / one.judged_table), one.id
    assert [(lead.id, lead.n) for one in theirs.procedures for lead in one.leads] == [
        (lead.id, lead.n) for one in ours.procedures for lead in one.leads
    ]
    assert [fact.value for fact in theirs.facts] == [fact.value for fact in ours.facts]


def _rows(place: Path) -> list[tuple[object, ...]]:
    rows = duckdb.sql(f"select * from '{place}'").fetchall()
    return [tuple(round(cell, 7) if isinstance(cell, float) else cell for cell in row) for row in rows]
