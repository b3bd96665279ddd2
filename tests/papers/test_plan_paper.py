"""The plan as a paper: proposed from the records, filled in, read back, or refused with every reason."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.papers.filled_books import fill, rows_of
from tests.reports.papers import word_text

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.reports.language import words

pytestmark = pytest.mark.slow


AT = "2026-11-24T14:00:00Z"
SKILLS = ("Method of auditing", "Criteria", "Service management", "The auditee's sector", "Data analysis")
ADA = {"Person": "Ada", "Role in the audit": "lead auditor", "Conflicts declared on": date(2026, 10, 1)}
ABLE = dict.fromkeys(SKILLS, "2 able")
BEN = {
    "Person": "Ben",
    "Role in the audit": "auditor",
    "Conflicts declared on": "01.10.2026",
    "Own work": "pay; 8.5.1.3",
}
VISIT = {
    "Day": date(2026, 11, 2),
    "From": "09:00",
    "To": "10:30",
    "Activity": "interview",
    "Services": "pay",
    "Auditors": "Ada",
}


@pytest.fixture
def folder(tmp_path: Path) -> AuditFolder:
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "services.csv").write_text(
        "id,name,status,criticality\npay,Payments,live,critical\nmail,Mail,live,low\n"
    )
    (exports / "reviews.csv").write_text(
        "id,kind,service,held_at\nR1,internal_audit,mail,2026-05-01T10:00Z\n"
    )
    folder = api.import_sources([exports], tmp_path / "audit").folder
    api.run(folder)
    return folder


def test_services_are_proposed_by_weight_with_what_speaks_for_them(folder: AuditFolder) -> None:
    (paper,) = api.paper(folder, "plan", ["excel"])
    services = rows_of(paper, "Services")
    assert [(row["Service"], row["In scope"]) for row in services] == [("pay", "yes"), ("mail", "yes")]
    assert services[0]["Weight"] > services[1]["Weight"]
    assert services[1]["Last audit"] == date(2026, 5, 1)


def test_a_filled_plan_is_recorded_and_stands_in_the_next_paper(folder: AuditFolder, tmp_path: Path) -> None:
    brought = api.record(folder, _filled(folder, tmp_path), "Ada", AT)
    assert (brought.problems, len(brought.added)) == ((), 1)
    plan = Journal(folder).current("plan")["plan"].content
    assert plan["objectives"] == ["Know whether customers get what they need.", "Know what to do."]
    assert (plan["period"], plan["schedule"][0]["starts"]) == (["2026-01-01", "2026-06-30"], "09:00")
    (again,) = api.paper(folder, "plan", ["excel"])
    assert [row["Person"] for row in rows_of(again, "Team")] == ["Ada", "Ben"]
    assert rows_of(again, "Schedule")[0]["Activity"] == "interview"


def test_a_plan_read_twice_adds_nothing(folder: AuditFolder, tmp_path: Path) -> None:
    filled = _filled(folder, tmp_path)
    api.record(folder, filled, "Ada", AT)
    again = api.record(folder, filled, "Ada", "2026-11-25T14:00:00Z")
    assert (len(again.added), again.known) == (0, 1)
    assert len(Journal(folder).entries()) == 1


def test_a_plan_in_which_somebody_audits_own_work_is_refused_and_nothing_is_recorded(
    folder: AuditFolder, tmp_path: Path
) -> None:
    filled = _filled(folder, tmp_path, {"Schedule": [{**VISIT, "Auditors": "Ben"}]})
    brought = api.record(folder, filled, "Ada", AT)
    assert [("own work" in one.found, one.column) for one in brought.problems] == [(True, "Ben")]
    assert Journal(folder).entries() == ()


def test_every_bad_cell_is_named_with_its_place(folder: AuditFolder, tmp_path: Path) -> None:
    team = [{**ADA, "Role in the audit": "chief", "Conflicts declared on": "soon"}]
    brought = api.record(
        folder, _filled(folder, tmp_path, {"Team": team, "Schedule": [{**VISIT, "From": "25:00"}]}), "Ada", AT
    )
    assert [(one.sheet, one.row, one.column) for one in brought.problems] == [
        ("Team", 4, "Role in the audit"),
        ("Team", 4, "Conflicts declared on"),
        ("Schedule", 4, "From"),
    ]


def test_a_plan_in_german_is_read_back_as_the_same_plan(folder: AuditFolder, tmp_path: Path) -> None:
    api.record(folder, _filled(folder, tmp_path), "Ada", AT)
    english = Journal(folder).current("plan")["plan"].content
    (paper,) = api.paper(folder, "plan", ["excel"], "de")
    told = words("de")
    assert told("Schedule") != "Schedule"
    brought = api.record(folder, paper, "Ada", AT)
    assert brought.problems == ()
    assert {**Journal(folder).current("plan")["plan"].content, "language": "en"} == english


def _filled(
    folder: AuditFolder, tmp_path: Path, change: Mapping[str, Sequence[Mapping[str, Any]]] | None = None
) -> Path:
    (paper,) = api.paper(folder, "plan", ["excel"])
    told = {
        "Objectives": "Know whether customers get what they need.\nKnow what to do.",
        "Criteria": "iso20000-1:2018+amd1:2024",
        "Method": "iso19011:2026",
        "Period": "2026-01-01 to 2026-06-30",
    }
    audit = [{"What": name, "Fill in": value} for name, value in told.items()]
    sheets = {"Audit": audit, "Team": [{**ADA, **ABLE}, BEN], "Schedule": [VISIT], **(change or {})}
    return fill(paper, tmp_path / "filled.xlsx", sheets)


def test_the_plan_is_handed_out_as_a_document_with_what_limits_it(
    folder: AuditFolder, tmp_path: Path
) -> None:
    api.record(folder, _filled(folder, tmp_path), "Ada", AT)
    text = _text(api.paper(folder, "plan", ["word"])[0])
    for told in ("Know what to do.", "Payments", "09:00–10:30", "lead auditor", "01.10.2026"[-4:]):
        assert told in text
    assert "Mail is in scope, but in no appointment." in text
    assert "Auditplan" in _text(api.paper(folder, "plan", ["word"], "de")[0])


def test_the_sites_drawn_stand_in_the_document_of_the_plan(folder: AuditFolder) -> None:
    asked = api.SitesAsked(central="Leeds", alike=("Hull", "York", "Bath", "Kent"), unlike=("Oslo",))
    drawn = api.sample_sites(folder, asked, api.Signed(by="Ada", at=AT), "dice")
    (paper,) = api.paper(folder, "plan", ["word"], "de")
    text = word_text(paper.read_bytes())
    assert "Zu besuchende Standorte" in text
    assert f"Zufällig gezogen: {'; '.join(drawn.plan.at_random)}" in text


def test_before_anything_was_planned_the_document_says_so(folder: AuditFolder) -> None:
    assert "Not planned yet." in _text(api.paper(folder, "plan", ["word"])[0])


def _text(place: Path) -> str:
    from docx import Document

    document = Document(str(place))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])
