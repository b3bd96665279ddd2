"""An audit in which everything was done once, through its pages, with a mark in every free text and file name."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import CharField
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.audits.states import move
from ringtrue.workbench.plan.records import held, mark
from ringtrue.workbench.programme.models import newest
from tests.workbench import tiny

CLAIM = "substance.self-approval"
DAYS = {"event_on": "2026-03-04", "captured_at": "2026-05-04"}


@dataclass
class Worked:
    """An audit, the browsers of its lead and its contact, and the mark."""

    audit: Audit
    lead: Client
    contact: Client
    mark: str = ""

    def do(self, page: str, /, *args: Any, client: Client | None = None, **said: Any) -> HttpResponse:
        """Post to a page and go where it leads."""
        url = reverse(page, args=[self.audit.pk, *args])
        return (client or self.lead).post(url, said, follow=True)

    def fill(self, page: str, /, *args: Any, by: Client | None = None, of: str = "", **said: Any) -> None:
        """Post a page's own form: what stands in it, what is said, and the mark in every free text that is left."""
        url, client = reverse(page, args=[of or self.audit.pk, *args]), by or self.lead
        form = client.get(url).context["form"]
        told = {name: form[name].value() for name in form.fields}
        stands = {name: value for name, value in told.items() if value or (value == 0 and value is not False)}
        free = [(name, one) for name, one in form.fields.items() if type(one) is CharField and self.mark]
        texts = {name: self.mark[: one.max_length] for name, one in free}
        answer = client.post(url, {**texts, **stands, **said})
        assert answer.status_code == 302, (page, answer.context["form"].errors)

    def address(self, page: str, parts: Collection[str], audit: Audit | None = None) -> str:
        """The address of a page about this audit's records; with ``audit``, as if they were that one's."""
        names = {"audit": (audit or self.audit).pk, "organisation": self.audit.organisation.pk, **self.names}
        app = page.split("_")[0]
        found = {
            part: names.get(f"{page}.{part}", names.get(f"{app}.{part}", names.get(part))) for part in parts
        }
        assert None not in found.values(), (
            f"{page}: say in Worked.names what its address names, and do it once in work()"
        )
        return reverse(page, kwargs=found)

    def at(self, name: str, **other: Any) -> dict[str, Any]:
        """The version of a record as its form tells it, with what else is said."""
        kind, record = name.split("/", 1)
        return {"version": self.audit.records.get(kind=kind, record=record).version, **other}

    @cached_property
    def names(self) -> dict[str, str | int]:
        """What names a record of this audit in an address, by the part of the address; with the app's or the page's name where they differ."""
        first = self.audit.records.get
        results = next(self.audit.folder.runs.glob("*/results.json"))
        plan, programme = held(self.audit).plan, newest(self.audit.organisation)[0]
        shown = self.lead.get(reverse("leads", args=[self.audit.pk])).context["leads"]
        return {
            "evidence.id": "E-001", "findings.id": "F-001", "follow_up_finding.id": "F-001", "finding": "F-001",
            "asked": "R-001", "sample": "S-001", "samples.number": 1,
            "interviews.number": first(kind="interview", record="I-001").first,
            "source": self.audit.records.filter(kind="source").first().record,
            "job": self.audit.jobs.first().pk, "run": results.parent.name,
            "lead": shown[0][0].name,
            "procedure": CLAIM, "planned": next((one.id for one in programme.audits), "new"),
            "plan_member.mark": mark(plan.team[0]), "plan_appointment.mark": mark(plan.schedule[0]),
            "member": self.audit.memberships.get(role="auditee_contact").pk,
            "machines.token": self.audit.memberships.get(role="lead_auditor").tokens.get().pk,
            "reports_file.name": "report.html", "reports_paper.name": "findings.xlsx",
        }  # fmt: skip


def work(one: Worked) -> Worked:
    """Do everything once."""
    _hand_in(one)
    _plan(one)
    _ask(one)
    _look(one)
    _find(one)
    _report(one)
    return one


def _file(one: Worked, name: str, content: bytes) -> SimpleUploadedFile:
    stem, _, ending = name.rpartition(".")
    return SimpleUploadedFile(f"{stem}{one.mark.replace('/', '')}.{ending}", content)


def _hand_in(one: Worked) -> None:
    for name, text in tiny.files(one.mark).items():
        one.do("imports_upload", file=_file(one, name, text.encode()))
    bad = f"id,opened_at\nX{one.mark},2026-04-31{one.mark}\n"
    one.do("imports_upload", file=_file(one, "more_cases.csv", bad.encode()))
    one.do("imports_load")
    one.do("runs_start")
    one.fill("runs_settings_of", CLAIM, reason=f"why {one.mark}")


def _plan(one: Worked) -> None:
    one.fill("plan_about", objectives=f"To know {one.mark}")
    one.fill("plan_member", "new", name=f"Ada {one.mark}", role="lead_auditor")
    one.fill("plan_appointment", "new", day="2026-05-04", starts="09:00", ends="10:00", activity="interview")


def _ask(one: Worked) -> None:
    told = {"title": f"Asked {one.mark}", "text": one.mark or "all", "tables": ["cases"]}
    one.do("requests_new", **told)
    given = _file(one, "answer.csv", f"id,service\nX1{one.mark},mail\n".encode())
    one.do("requests_upload", "R-001", client=one.contact, file=given)
    one.do("requests_answer", "R-001", client=one.contact, answer=f"here {one.mark}")
    one.do("requests_judge", "R-001", step="returned", reason=f"lacks {one.mark}")
    one.do("interviews_new", role="customer", service="", day="2026-05-04", party=f"who {one.mark}", team="")
    number = one.audit.records.get(kind="interview", record="I-001").first
    own = {
        "own": f"What did you need{one.mark}?",
        "text": f"All {one.mark}",
        "corroborated_by": one.mark,
        "anyway": "on",
    }
    one.do("interviews_interview", number, **own, concept="")
    one.do("understanding_links", team=f"desk{one.mark}", role="practitioner", service="", number=1, each=1, days=7, language="en")  # fmt: skip
    one.do("machines", name=f"nightly{one.mark}", scopes=["read"], days="30")
    one.do("team_invite", email="invited@example.org", name=f"Invited {one.mark}", role="observer")


def _look(one: Worked) -> None:
    text = _file(one, "mail.txt", f"<html>{one.mark}".encode())
    told = {
        "shows": f"Approved late {one.mark}",
        "obtained": "examined",
        "place": f"tool{one.mark}",
        "party": one.mark,
    }
    one.do("evidence_new", **told, **DAYS, record=f"C1{one.mark}", file=text)
    one.do("evidence_verify", "E-001", **one.at("evidence/E-001", compared=f"record {one.mark}"))
    asked = {
        "subject": "changes",
        "method": "judgement",
        "about": "population",
        "tolerable": "5",
        "confidence": "95",
    }
    one.do(
        "samples_new", **asked, acceptable="0", items=f"C1{one.mark}\nC2{one.mark}", second_source=one.mark
    )
    said = {"result": "deviation", "note": f"seen {one.mark}", "evidence": "E-001"}
    one.do("samples_record", "S-001", 1, **one.at("sample_item/S-001/0001", **said))


def _find(one: Worked) -> None:
    lead = one.names["lead"]
    one.do("leads_explanation", lead, number=1, outcome="explains", note=f"note {one.mark}", version=0)
    one.do("leads_disposition", lead, outcome="explained", reason=f"why {one.mark}", version=0)
    told = {"statement": f"Approval does not precede deployment{one.mark}.", "rule": f"Policy 4{one.mark}"}
    told |= {"required": f"Approve first {one.mark}", "service": f"mail{one.mark}", "evidence": "E-001"}
    one.do("findings_new", version=0, **told, found="4", looked_at="12")
    one.do("findings_dissent", "F-001", **one.at("finding/F-001", dissent=f"No {one.mark}"))
    reason = {"grade": "minor_nc", "grade_reason": f"No outage {one.mark}"}
    one.do("findings_grade", "F-001", **one.at("finding/F-001", **reason))


def _report(one: Worked) -> None:
    one.do("reports", formats=["html", "excel"], language="en")
    one.do("reports_papers", kind="findings", language="en")
    move(one.audit, "feasible", "lead_auditor", "Ada", f"why {one.mark}")
