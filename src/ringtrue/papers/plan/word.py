"""The plan as a document, to be handed to the auditee: objectives, scope, team, schedule, and what limits it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ringtrue.criteria.methods import methods
from ringtrue.criteria.read import all_criteria
from ringtrue.method.plan.check import ABLE, check_plan
from ringtrue.method.sampling.sites_told import HEADING, told_sites
from ringtrue.model.plan import Appointment, Member, Plan, ServiceInPlan
from ringtrue.papers.paper import Wanted
from ringtrue.papers.plan.forms import ABOUT_THE_AUDIT, SKILLS
from ringtrue.papers.plan.write import current_plan
from ringtrue.papers.word import WordPaper
from ringtrue.reports.language import Words, words
from ringtrue.reports.parts import Cell, Column, Table
from ringtrue.reports.text import period

_APPROVAL = ("approved_by", "approved_on")


def write_word(wanted: Wanted, out: Path) -> None:
    """Write the document of the plan as it was recorded last; before that, one that says what is not planned yet."""
    told, plan = words(wanted.language), current_plan(wanted)
    title = wanted.folder.audit().title
    paper = WordPaper(
        told("Audit plan"), audit=title, language=wanted.language, look=wanted.template, subtitle=title
    )
    if not plan.objectives:
        paper.text(told("Not planned yet. Fill in the workbook of the plan and give it back."), "Box")
    paper.terms(_about(plan, told))
    _services(paper, plan, told)
    _sites(paper, wanted, told)
    _team(paper, plan, told)
    _schedule(paper, plan, told)
    _limits(paper, plan, told)
    paper.heading(told("Approval"))
    paper.fields([(told(name), 1) for key, name, _ in ABOUT_THE_AUDIT if key in _APPROVAL])
    paper.save(out)


def _about(plan: Plan, told: Words) -> Iterable[tuple[str, str]]:
    values = {
        **vars(plan),
        "objectives": "\n".join(plan.objectives),
        "criteria": "\n".join(told(_titled(one)) for one in plan.criteria),
        "method": told(_titled(plan.method)) if plan.method else "",
        "period": told(period(plan.period)) if plan.period else "",
    }
    for name, title, _ in ABOUT_THE_AUDIT:
        if values.get(name):
            yield told(title), str(values[name])


def _titled(id: str) -> str:
    """The title of an edition that ships; of others, such as a file of the organisation's own, the name itself."""
    titles = {name: one.title for name, one in all_criteria().items()}
    titles |= {name: one.edition.title for name, one in methods().items()}
    return titles.get(id, id)


def _services(paper: WordPaper, plan: Plan, told: Words) -> None:
    inside = [one for one in plan.services if one.in_scope]
    outside = [one for one in plan.services if not one.in_scope]
    for title, services in (("Services in scope", inside), ("Services left out", outside)):
        if services:
            paper.heading(told(title))
            paper.table(_table(told(title), _SERVICE, [_service(one, told) for one in services], told))


def _sites(paper: WordPaper, wanted: Wanted, told: Words) -> None:
    """The draw of the sites that was made last."""
    drawn = list(wanted.journal.current("sites").values())[-1:]
    for entry in drawn:
        paper.heading(told(HEADING))
        for line in told_sites(entry.content):
            paper.text(told(line), "ListBullet")


_SERVICE = ("Service", "Criticality", "Leads", "Changes", "Last audit", "Weight", "Reason")
_MEMBER = ("Person", "Role in the audit", "Able in", "Conflicts declared", "Own work")
_LINE = ("Day", "Time", "Activity", "Subject", "Auditors", "With whom", "Place")


def _service(one: ServiceInPlan, told: Words) -> list[str]:
    numbers = [str(one.leads), str(one.changes), one.last_audit or "–", str(one.weight)]
    return [one.name or one.service, told(one.criticality) if one.criticality else "–", *numbers, one.reason]


def _team(paper: WordPaper, plan: Plan, told: Words) -> None:
    if plan.team:
        paper.heading(told("Team"))
        paper.table(_table(told("Team"), _MEMBER, [_member(one, told) for one in plan.team], told))


def _member(one: Member, told: Words) -> list[str]:
    able = ", ".join(told(SKILLS[skill]) for skill, level in one.competence if level >= ABLE)
    role = told(one.role.replace("_", " "))
    return [one.name, role, able, one.conflicts_declared_on or "–", "; ".join(one.own_work) or "–"]


def _schedule(paper: WordPaper, plan: Plan, told: Words) -> None:
    if plan.schedule:
        paper.heading(told("Schedule"))
        rows = [_appointment(one, told) for one in plan.schedule]
        paper.table(_table(told("Schedule"), _LINE, rows, told))


def _appointment(one: Appointment, told: Words) -> list[str]:
    subject = "; ".join(filter(None, [one.subject, ", ".join(one.services), ", ".join(one.clauses)]))
    activity = told(one.activity.replace("_", " "))
    return [
        one.day,
        f"{one.starts}–{one.ends}",
        activity,
        subject,
        ", ".join(one.auditors),
        one.with_whom,
        one.place,
    ]


def _limits(paper: WordPaper, plan: Plan, told: Words) -> None:
    limits = [one.text for one in check_plan(plan) if not one.refused] if plan.objectives else []
    if limits:
        paper.heading(told("Limitations of this plan"))
        for limit in limits:
            paper.text(told(limit), "ListBullet")


def _table(caption: str, titles: Sequence[str], rows: Sequence[Sequence[str]], told: Words) -> Table:
    numbers = ("Leads", "Changes", "Weight")
    columns = tuple(Column(title=told(title), number=title in numbers) for title in titles)
    return Table(
        caption=caption, columns=columns, rows=tuple(tuple(Cell(text=cell) for cell in row) for row in rows)
    )
