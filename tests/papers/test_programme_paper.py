"""The programme as a paper: filled in, read back, refused with every reason."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.papers.filled_books import fill, rows_of

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.method.plan.programme import check_programme
from ringtrue.model.plan import ServiceInPlan
from ringtrue.model.programme import PlannedAudit, Programme

AT = "2026-11-24T14:00:00Z"
WHOLE = {"Objectives": "Know whether value is created.", "Managed by": "Ada", "Years": "2027, 2028"}
AUDIT = {"Id": "A1", "Title": "Payments", "Quarter": "2027-Q2", "Services": "pay", "Days": 6}


def test_a_filled_programme_is_recorded_and_stands_in_the_next_paper(tmp_path: Path) -> None:
    folder = AuditFolder(tmp_path / "audit")
    brought = api.record(folder, _filled(folder, tmp_path, AUDIT), "Ada", AT)
    assert brought.problems == ()
    content = Journal(folder).current("programme")["programme"].content
    assert (content["years"], content["audits"][0]["services"]) == ([2027, 2028], ["pay"])
    (again,) = api.paper(folder, "programme", ["excel"], "de")
    assert [row["Quartal"] for row in rows_of(again, "Audits")] == ["2027-Q2"]


def test_a_quarter_that_is_none_is_refused(tmp_path: Path) -> None:
    folder = AuditFolder(tmp_path / "audit")
    brought = api.record(folder, _filled(folder, tmp_path, {**AUDIT, "Quarter": "spring 2027"}), "Ada", AT)
    assert ["no quarter" in one.found for one in brought.problems] == [True]
    assert Journal(folder).entries() == ()


def test_a_quarter_outside_the_years_and_an_id_that_repeats_are_refused() -> None:
    audits = (PlannedAudit(id="A1", title="x", quarter="2030-Q1", services=("pay",)),) * 2
    told = check_programme(Programme(objectives=("a",), owner="Ada", years=(2027,), audits=audits))
    assert [(one.refused, "outside" in one.text) for one in told] == [
        (True, False),
        (True, True),
        (True, True),
    ]


def test_a_heavy_service_in_no_audit_is_told_and_a_light_one_is_not() -> None:
    audit = PlannedAudit(id="A1", title="x", quarter="2027-Q1", services=("mail",))
    programme = Programme(objectives=("a",), owner="Ada", years=(2027,), audits=(audit,))
    services = (ServiceInPlan(service="pay", weight=6), ServiceInPlan(service="wiki", weight=5))
    assert [(one.about, one.refused) for one in check_programme(programme, services)] == [("pay", False)]


def _filled(folder: AuditFolder, tmp_path: Path, audit: Mapping[str, Any]) -> Path:
    (paper,) = api.paper(folder, "programme", ["excel"])
    whole = [{"What": name, "Fill in": value} for name, value in WHOLE.items()]
    return fill(paper, tmp_path / "filled.xlsx", {"Programme": whole, "Audits": [audit]})
