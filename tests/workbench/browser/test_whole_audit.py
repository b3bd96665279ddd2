"""Lead, auditor and the auditee's contact carry one audit from an empty database to a sealed report."""

import os
import re
import tempfile
from pathlib import Path

import pytest

from tests.workbench import tiny
from tests.workbench.browser.people import Someone, chromium, someone
from tests.workbench.postgresql import PostgreSQL
from tests.workbench.served import FIRST, served

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
PASSWORD = "four words that stand apart"
STATEMENT = "Changes are approved by the person who asked for them."


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_three_people_bring_an_audit_from_nothing_to_a_sealed_report(
    database: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    address = ""
    if database == "postgresql":
        server: PostgreSQL = request.getfixturevalue("server")
        address = server.database("browser")
    shots = (
        Path(os.environ.get("RINGTRUE_SCREENSHOTS") or tempfile.mkdtemp(prefix="ringtrue-shots-")) / database
    )
    shots.mkdir(parents=True, exist_ok=True)
    with served(tmp_path / "home", address) as site, sync_api.sync_playwright() as playwright:
        browser = chromium(playwright)
        ada, ben, cleo = team = [someone(browser, name, site.url, shots) for name in ("Ada", "Ben", "Cleo")]
        audit = _begin(ada)
        for one, role in ((ben, "auditor"), (cleo, "auditee_contact")):
            _join(ada, one, audit, role)
        _stay_out(ben, cleo, audit)
        _plan(ada, audit)
        _evidence(ada, cleo, audit, tiny.write(tmp_path / "exports"))
        _leads_and_samples(ada, ben, audit)
        _finding(ada, ben, cleo, audit)
        _follow_up(ada, cleo, audit)
        _report(ada, ben, audit)
        browser.close()
    assert [told for one in team for told in one.complaints] == []


def _begin(ada: Someone) -> str:
    ada.go("/")
    ada.press("Log in", login="ada@example.org", password=FIRST)
    ada.shoot("01-first-page")
    ada.click("New audit")
    ada.press("Begin", title="Payments, autumn", timezone="Europe/Berlin", lead="ada@example.org")
    ada.sees("Payments, autumn")
    ada.shoot("02-overview")
    found = re.search(r"/audits/(\w+)/", ada.page.url)
    assert found
    return f"/audits/{found.group(1)}"


def _join(ada: Someone, one: Someone, audit: str, role: str) -> None:
    ada.go(f"{audit}/team/invite/")
    ada.press("Invite", email=f"{one.name.lower()}@example.org", name=one.name, role=role)
    one.go(ada.page.locator("code").first.inner_text())
    one.press("Join", name=one.name, password=PASSWORD)
    one.sees("Welcome")


def _stay_out(ben: Someone, cleo: Someone, audit: str) -> None:
    for place in (
        "leads",
        "runs",
        "imports",
        "samples",
        "evidence",
        "interviews",
        "reports",
        "trail",
        "team",
        "plan",
    ):
        assert cleo.status(f"{audit}/{place}/") == 403, place
    assert (ben.status(f"{audit}/trail/"), ben.status("/audits/0000000000000000/")) == (403, 404)


def _plan(ada: Someone, audit: str) -> None:
    ada.go(f"{audit}/")
    ada.press("Move on", to="feasible", reason="The auditee gives data.")
    ada.go(f"{audit}/plan/about/")
    ada.press(
        "Save the draft", objectives="Do customers get what was agreed?", criteria="iso20000-1:2018+amd1:2024"
    )
    ada.go(f"{audit}/plan/services/")
    ada.press("Save the draft", further="mail; Mail")
    for name in ("Ada", "Ben"):
        ada.go(f"{audit}/plan/")
        ada.page.get_by_role("rowheader", name=name).get_by_role("link").first.click()
        ada.press("Save the draft", conflicts_declared_on="2026-05-01", skill_method="3")
    ada.go(f"{audit}/plan/")
    ada.shoot("03-plan")
    ada.press("Set the plan", reason="Agreed with the auditee.")
    _move(ada, audit, "planned", "opened", "collecting")


def _move(ada: Someone, audit: str, *states: str) -> None:
    for state in states:
        ada.go(f"{audit}/")
        ada.press("Move on", to=state, reason="It is done.")
    ada.sees("Move the audit on")


def _evidence(ada: Someone, cleo: Someone, audit: str, files: list[Path]) -> None:
    ada.go(f"{audit}/requests/new/")
    ada.press(
        "Ask", title="Changes and approvals of April", text="All of them.", tables=["changes", "approvals"]
    )
    cleo.go(f"{audit}/requests/")
    cleo.click("Changes and approvals of April")
    cleo.click("Hand in files")
    cleo.press("Hand in", file=[str(file) for file in files])
    cleo.press("Everything is handed in", answer="From the change tool, drawn today.")
    cleo.shoot("04-request-answered")
    ada.go(f"{audit}/requests/R-001/")
    ada.press("Accept")
    ada.go(f"{audit}/imports/")
    ada.press("Load")
    _wait(ada)
    ada.go(f"{audit}/imports/")
    ada.shoot("05-imports")
    ada.go(f"{audit}/runs/")
    ada.press("Run now")
    _wait(ada)


def _wait(one: Someone) -> None:
    """The page of a job renews itself until the job is over."""
    over = one.page.locator("#job strong", has_text=re.compile("done|failed"))
    over.wait_for(timeout=180_000)
    assert "done" in over.inner_text(), one.page.locator("#job").inner_text()


def _leads_and_samples(ada: Someone, ben: Someone, audit: str) -> None:
    ada.go(f"{audit}/leads/")
    ada.shoot("06-leads")
    ada.page.locator("main a[href*='/leads/substance.self-approval']").first.click()
    ada.shoot("07-lead")
    lead = ada.page.url
    ada.press("Record", outcome="verified", reason="Twelve of twelve in the change tool.")
    ben.go(lead)
    ben.click("Open a sample of these rows")
    ben.press("Plan and draw", method="discovery", tolerable="20", confidence="90", seed="dice-42")
    ben.sees("S-001")
    ben.go(f"{audit}/samples/S-001/1/")
    ben.press("Deviation", note="The same person in the tool.")
    ben.go(f"{audit}/samples/S-001/")
    ben.shoot("08-sample")
    ben.go(f"{audit}/interviews/new/?role=practitioner")
    ben.press("Open", role="practitioner", day="2026-05-04")
    ben.shoot("09-interview")


def _finding(ada: Someone, ben: Someone, cleo: Someone, audit: str) -> None:
    ben.go(f"{audit}/evidence/new/")
    told = {"shows": "The approver is the requester.", "obtained": "examined", "place": "change tool"}
    ben.press("Add", **told, event_on="2026-04-03", captured_at="2026-05-04", record="C1")
    ada.go(f"{audit}/evidence/E-001/")
    ada.press("I compared it", compared="the change record on the screen")
    ben.go(f"{audit}/findings/new/")
    told = {
        "statement": STATEMENT,
        "rule": "Change policy 4",
        "required": "Somebody else approves.",
        "evidence": "E-001",
    }
    ben.press("Save", **told, found="12", looked_at="12")
    ben.press("Record the grade", grade="minor_nc", grade_reason="No outage came of it.")
    ben.shoot("10-finding")
    assert cleo.status(f"{audit}/findings/F-001/") == 404
    ada.go(f"{audit}/findings/F-001/")
    ada.press("I reviewed it as it stands", looked_at="The words, and E-001.")
    ada.press("Issue it")
    cleo.go(f"{audit}/findings/F-001/")
    cleo.sees(STATEMENT)
    cleo.shoot("11-finding-of-the-contact")


def _follow_up(ada: Someone, cleo: Someone, audit: str) -> None:
    def step(one: Someone, name: str, on: str, **more: str) -> None:
        one.go(f"{audit}/follow-up/F-001/")
        one.press("Record the step", step=name, text=f"What was done: {name}.", on=on, **more)
        one.page.locator(".messages").first.wait_for()

    step(cleo, "correction", "2026-06-01", action="C1", due_on="2026-06-10")
    step(cleo, "extent", "2026-06-01")
    step(cleo, "root_cause", "2026-06-01")
    step(cleo, "corrective_action", "2026-06-01", action="A1", due_on="2026-07-01", owner="change manager")
    step(ada, "accepted", "2026-06-02")
    step(cleo, "implemented", "2026-06-05", action="C1")
    step(cleo, "implemented", "2026-06-30", action="A1")
    step(ada, "effectiveness", "2026-09-01", effective="true", cases="29", repeats="0", since="2026-06-30")
    step(ada, "closed", "2026-09-02")
    ada.shoot("12-follow-up")


def _report(ada: Someone, ben: Someone, audit: str) -> None:
    _move(ada, audit, "drafting", "concluded", "reported")
    ada.go(f"{audit}/reports/")
    ada.press("Make", formats=["html", "word"])
    _wait(ada)
    ada.go(f"{audit}/reports/")
    ada.shoot("13-reports")
    with ada.page.expect_download() as saved:
        ada.page.locator("main a[href$='.docx']").first.click()
    assert saved.value.suggested_filename.endswith(".docx")
    assert ben.page.request.post(f"{ben.site}{audit}/reports/seal/").status == 403
    ada.go(f"{audit}/reports/seal/")
    ada.press("Seal the audit")
    ada.go(f"{audit}/reports/seal/?verify=1")
    ada.sees("Whole")
    ada.shoot("14-sealed")
    ada.go(f"{audit}/trail/verify/")
    ada.sees("follow from one another")
    ada.shoot("15-trail")
