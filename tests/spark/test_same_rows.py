"""The same tables on both engines: the same rows of every view, the same judged rows, leads, charts and facts."""

import os
from pathlib import Path
from typing import Any

import pytest

from ringtrue import plugins
from ringtrue.engine.audit_file import AuditFile
from tests.spark.both import differences
from tests.spark.cases import Case, all_cases, side_by_side, write
from tests.spark.sessions import NEEDS_SPARK

pytestmark = NEEDS_SPARK
ALL = os.environ.get("RINGTRUE_SPARK", "") == "all"
"""Whether each case is judged for itself as well, which takes half an hour."""


def test_all_cases_side_by_side(spark: Any, tmp_path: Path) -> None:
    tables, given = write(side_by_side(), AuditFile(), tmp_path)
    found = differences(spark, tables, given, AuditFile(), plugins.procedures(), tmp_path / "work")
    assert list(found) == []


@pytest.mark.slow
@pytest.mark.skipif(not ALL, reason="RINGTRUE_SPARK=all judges each case for itself, in half an hour")
@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.it)
def test_each_case(spark: Any, tmp_path: Path, case: Case) -> None:
    procedure = next(one for one in plugins.procedures() if one.declaration.id == case.procedure)
    tables, given = write(case.given, case.about, tmp_path)
    found = differences(
        spark, tables, given, case.about, [procedure], tmp_path / "work", views=False, facts=False
    )
    assert list(found) == []
