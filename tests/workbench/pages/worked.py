"""An audit of the cast in which everything was used once, with German words in every field that is free text."""

from typing import Any

from django.urls import reverse

from ringtrue.model.evidence import Evidence
from ringtrue.model.evidence_request import EvidenceRequest
from ringtrue.model.finding import Finding, Requirement
from ringtrue.workbench.trail.desk import entry
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.ran import run_it

WHOLE = [
    "audits",
    "person",
    "audit",
    "team",
    "team_invite",
    "plan",
    "plan_about",
    "plan_services",
    "programme",
    "requests",
    "requests_new",
    "imports",
    "imports_upload",
    "imports_issues",
    "runs",
    "runs_settings",
    "leads",
    "samples",
    "samples_new",
    "interviews",
    "interviews_new",
    "interviews_rating",
    "understanding",
    "understanding_links",
    "evidence",
    "evidence_new",
    "findings",
    "findings_new",
    "findings_carry",
    "follow_up",
    "reports",
    "reports_papers",
    "reports_seal",
    "trail",
    "trail_verify",
    "machines",
]
"""Pages that are there in every audit."""


def worked(cast: Cast) -> list[str]:
    """Do a little of everything; the addresses of all pages."""
    run = run_it(cast)
    of = cast.audit.pk
    _records(cast)
    client = cast.client("ada")
    page = client.get(reverse("leads", args=[of]))
    line = page.context["leads"][0][0]
    client.post(reverse("samples_new", args=[of]), _sample(line.procedure))
    held = client.post(reverse("interviews_new", args=[of]), {"role": "customer", "day": "2026-05-01"})
    client.post(
        reverse("leads_disposition", args=[of, line.name]),
        {"outcome": "explained", "reason": "Geklärt.", "version": 0},
    )
    addresses = [reverse(name, args=[of] if _of_audit(name) else []) for name in WHOLE]
    for name, arg in (
        ("plan_member", "new"), ("plan_appointment", "new"), ("leads_lead", line.name), ("leads_rows", line.name),
        ("leads_claim", line.procedure), ("runs_run", run), ("runs_settings_of", "flow.ping-pong"), ("findings_one", "F-001"),
        ("findings_edit", "F-001"), ("follow_up_finding", "F-001"), ("evidence_one", "E-001"), ("requests_request", "R-001"),
    ):  # fmt: skip
        addresses.append(reverse(name, args=[of, arg]))
    for one in cast.audit.records.filter(kind="sample"):
        addresses.append(reverse("samples_sample", args=[of, one.record]))
        addresses.append(reverse("samples_record", args=[of, one.record, 1]))
    addresses.append(held.headers["Location"])
    addresses.append(f"{reverse('reports_papers', args=[of])}?kind=interview")
    return addresses


def _of_audit(name: str) -> bool:
    return name not in ("audits", "person")


def _sample(subject: str) -> dict[str, Any]:
    return {
        "subject": subject, "method": "attribute", "about": "population", "tolerable": 10, "confidence": 95,
        "acceptable": 0,
    }  # fmt: skip


def _records(cast: Cast) -> None:
    evidence = Evidence(
        id="E-001", shows="Genehmigung nach Beginn.", event_on="2026-03-04", captured_at="2026-05-04", obtained="examined",
        collected_by="Ben", place="Werkzeug", verified_by="Ada", verified_at="2026-05-05",
    )  # fmt: skip
    finding = Finding(
        id="F-001", statement="Genehmigungen liegen nicht stets vor dem Beginn.", written_by="Ben", evidence=("E-001",),
        requirement=Requirement(rule="Richtlinie 4", text="Vorher genehmigen."), grade="minor_nc", grade_reason="Kein Ausfall.",
        graded_by="Ben", reviewed_by="Ada",
    )  # fmt: skip
    asked = EvidenceRequest(id="R-001", title="Störungen im Mai", due_on="2026-05-20", state="answered")
    AuditJournal(cast.audit).append(
        [
            entry("evidence", "E-001", evidence, "Ben", "evidence added"),
            entry("finding", "F-001", finding, "Ben", "written"),
            entry("request", "R-001", asked, "Ada", "asked"),
        ]
    )
