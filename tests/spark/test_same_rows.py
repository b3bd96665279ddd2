"""The same tables on both engines: the same rows of every view, the same judged rows, leads, charts and facts."""

from pathlib import Path
from typing import Any

import pytest
from sqlglot import exp

from ringtrue import api, plugins
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.tables_folder import read_about
from ringtrue.engine.spark import translate
from tests.published.conftest import DATA
from tests.spark.both import differences
from tests.spark.cases import Case, all_cases, side_by_side, write
from tests.spark.sessions import NEEDS_SPARK, NEEDS_TIME

pytestmark = NEEDS_SPARK
UCI = DATA / "uci_incident" / "incident_event_log.csv.gz"


def test_all_cases_side_by_side(spark: Any, tmp_path: Path) -> None:
    tables, given = write(side_by_side(), AuditFile(), tmp_path)
    found = differences(spark, tables, given, AuditFile(), plugins.procedures(), tmp_path / "work")
    assert list(found) == []


def test_a_difference_is_told(spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(translate._REWRITES, exp.Lower, lambda node: exp.Literal.string("all alike"))
    procedure = next(one for one in plugins.procedures() if one.declaration.id == "substance.self-approval")
    given = [case.given for case in all_cases() if case.procedure == "substance.self-approval"]
    tables, columns = write(given[1], AuditFile(), tmp_path)
    found = list(
        differences(spark, tables, columns, AuditFile(), [procedure], tmp_path / "work", False, False)
    )
    assert found and found[0].startswith("substance.self-approval, judged rows: "), found


@NEEDS_TIME
def test_a_published_log(spark: Any, tmp_path: Path) -> None:
    if not UCI.exists():
        pytest.skip(f"the log is not there: {UCI}")
    folder = api.import_sources([UCI], tmp_path / "audit").folder
    given, about = read_about(folder.tables)["given"], folder.audit()
    found = differences(spark, folder.tables, given, about, plugins.procedures(), tmp_path / "work")
    assert list(found) == []


@NEEDS_TIME
@pytest.mark.parametrize("case", list(all_cases()), ids=lambda case: case.it)
def test_each_case(spark: Any, tmp_path: Path, case: Case) -> None:
    procedure = next(one for one in plugins.procedures() if one.declaration.id == case.procedure)
    tables, given = write(case.given, case.about, tmp_path)
    found = differences(
        spark, tables, given, case.about, [procedure], tmp_path / "work", views=False, facts=False
    )
    assert list(found) == []
