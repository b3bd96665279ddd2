"""The catalogue, case by case: given rows, expected verdicts and leads."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.given import Judged, judge

CASES = Path(__file__).parent / "cases"


def told() -> list[Any]:
    found = []
    for file in sorted(CASES.rglob("*.yaml")):
        content = yaml.safe_load(file.read_text("utf-8"))
        found += [
            pytest.param(content["procedure"], case, id=f"{file.stem}: {case['it']}")
            for case in content["cases"]
        ]
    return found


@pytest.mark.parametrize(("procedure", "case"), told())
def test_a_procedure_judges_as_its_cases_say(procedure: str, case: dict[str, Any]) -> None:
    judged: Judged = judge(procedure, case.get("given", {}), case.get("audit", {}), case.get("settings", {}))
    if "result" in case:
        assert judged.result.result == case["result"], judged.result.why
    if "why" in case:
        assert case["why"] in judged.result.why
    if "leads" in case:
        assert sorted(lead.object.id for lead in judged.result.leads) == sorted(case["leads"])
    if "expect" in case:
        by_item = {str(row["item"]): row for row in judged.rows}
        for expected in case["expect"]:
            row = by_item[str(expected["item"])]
            assert {key: row[key] for key in expected if key != "item"} == {
                key: value for key, value in expected.items() if key != "item"
            }
        if case.get("only", True):
            assert sorted(by_item) == sorted(str(expected["item"]) for expected in case["expect"])
