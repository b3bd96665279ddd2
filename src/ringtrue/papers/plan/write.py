"""The plan as a workbook: what was planned already, else what the records propose."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from ringtrue.engine.audit.service_risks import service_risks
from ringtrue.engine.running.last_run import last_run
from ringtrue.method.plan.risk import weighted
from ringtrue.model.entry import from_content
from ringtrue.model.plan import Plan, ServiceInPlan
from ringtrue.papers.paper import Wanted
from ringtrue.papers.plan.forms import ABOUT_THE_AUDIT, AUDIT, SCHEDULE, SERVICES, TEAM
from ringtrue.papers.plan.read import ID
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import Words, words

METHOD = "iso19011:2026"


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook."""
    told, plan = words(wanted.language), current_plan(wanted)
    with Book(out, told) as book:
        book.about(kind="plan", audit=wanted.folder.audit().title, language=wanted.language)
        book.sheet(
            told("Audit"),
            columns=AUDIT.columns(told),
            rows=_audit(plan, told),
            note=told(_NOTE),
            filter=False,
        )
        services = [SERVICES.cells(asdict(one), told) for one in plan.services]
        book.sheet(
            told("Services"), columns=SERVICES.columns(told), rows=services, note=told(_WEIGHTS), blank=20
        )
        book.sheet(
            told("Team"), columns=TEAM.columns(told), rows=_team(plan, told), note=told(_TEAM), blank=20
        )
        rows = [SCHEDULE.cells(asdict(one), told) for one in plan.schedule]
        book.sheet(
            told("Schedule"), columns=SCHEDULE.columns(told), rows=rows, note=told(_SCHEDULE), blank=100
        )


def current_plan(wanted: Wanted) -> Plan:
    """The plan as it was recorded last; else one that holds what the audit folder knows."""
    recorded = wanted.journal.current("plan").get(ID)
    if recorded:
        return from_content(Plan, recorded.content)
    audit = wanted.folder.audit()
    period = (audit.period[0].isoformat(), audit.period[1].isoformat()) if audit.period else None
    services = weighed_services(wanted)
    return Plan(objectives=(), criteria=audit.criteria, method=METHOD, period=period, services=services)


def weighed_services(wanted: Wanted) -> tuple[ServiceInPlan, ...]:
    """The services of the catalogue by what the records say of them now, the heaviest first."""
    return weighted(service_risks(wanted.folder, _leads(wanted)), _on(wanted))


def _leads(wanted: Wanted) -> Counter[str]:
    run = last_run(wanted.folder)
    if run is None:
        return Counter()
    results = json.loads((run / "results.json").read_text("utf-8"))
    return Counter(
        lead["service"] for one in results["procedures"] for lead in one["leads"] if lead["service"]
    )


def _on(wanted: Wanted) -> date:
    """The day for which services are weighed: the last that the records know of, so that a paper does not change by itself."""
    run = last_run(wanted.folder)
    records = json.loads((run / "results.json").read_text("utf-8"))["audit"].get("records") if run else None
    audit = wanted.folder.audit()
    return (
        date.fromisoformat(records[1]) if records else audit.period[1] if audit.period else date(1970, 1, 1)
    )


def _audit(plan: Plan, told: Words) -> Iterator[list[Any]]:
    values = {
        **asdict(plan),
        "objectives": "\n".join(plan.objectives),
        "criteria": "\n".join(plan.criteria),
        "period": " – ".join(plan.period) if plan.period else None,
    }
    for name, title, help in ABOUT_THE_AUDIT:
        yield AUDIT.cells({"line": told(title), "value": values.get(name), "help": told(help)}, told)


def _team(plan: Plan, told: Words) -> Iterator[list[Any]]:
    for member in plan.team:
        skills = {skill: str(level) for skill, level in member.competence}
        yield TEAM.cells({**asdict(member), **skills}, told)


_NOTE = (
    "Fill in and give it back with `ringtrue record`. A plan in which somebody audits own work is refused."
)
_WEIGHTS = (
    "An order of looking, not a measure of risk: criticality, leads, years since the last audit and changes count 0 to 3 each."
    " What is not known counts like a high value."
)
_TEAM = "Everybody who audits declares conflicts of interest, or that there are none. The team as a whole has to be able in all five fields."
_SCHEDULE = "One appointment a row. Names of auditors as on the sheet of the team; services and clauses separated by ;"
