"""A filled plan as a record: refused with every reason, or taken with the limitations that it has."""

import re
from datetime import date
from typing import Any

from ringtrue.method.plan.check import check_plan
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.plan import COMPETENCES, Appointment, Member, Plan, ServiceInPlan
from ringtrue.papers.filled import Problem
from ringtrue.papers.form import lines
from ringtrue.papers.paper import ReadBack, Reading
from ringtrue.papers.plan.forms import ABOUT_THE_AUDIT, AUDIT, SCHEDULE, SERVICES, TEAM
from ringtrue.reports.language import words

ID = "plan"


def read(reading: Reading) -> ReadBack:
    """The plan of the workbook. It is taken whole or not at all: half a plan is none."""
    language = reading.filled.about.get("language", "en")
    told = words(language)
    parts = {form.sheet: form.read(reading.filled, told) for form in (AUDIT, SERVICES, TEAM, SCHEDULE)}
    problems = [problem for _, wrong in parts.values() for problem in wrong]
    rows = {name: [values for _, values in found] for name, (found, _) in parts.items()}
    about, wrong = _about(rows["Audit"], told)
    problems += wrong
    if problems:
        return ReadBack(problems=problems)
    plan = _plan(about, rows, language)
    refused = [one for one in check_plan(plan) if one.refused]
    if refused:
        return ReadBack(
            problems=[Problem("Plan", 0, one.about, one.text, "a plan without this") for one in refused]
        )
    entry = NewEntry(
        kind="plan", id=ID, by=reading.by, at=reading.at, reason="plan", content=to_content(plan)
    )
    return ReadBack(entries=[entry])


def _about(rows: list[dict[str, Any]], told: Any) -> tuple[dict[str, str], list[Problem]]:
    names = {told(title): name for name, title, _ in ABOUT_THE_AUDIT}
    about = {names[row["line"]]: row["value"] or "" for row in rows if row["line"] in names}
    wrong = [
        Problem(told("Audit"), 0, told(title), f'"{about.get(name)}"', expected)
        for name, title, expected, check in _CHECKS
        if about.get(name) and not check(about[name])
    ]
    return about, wrong


def _days(text: str) -> tuple[str, str] | None:
    found = re.findall(r"\d{4}-\d{2}-\d{2}", text)
    return (
        (found[0], found[1])
        if len(found) == 2 and all(map(_is_day, found)) and found[0] <= found[1]
        else None
    )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(str(text)[:10])
    except ValueError:
        return False
    return True


_CHECKS = (
    ("period", "Period", "first and last day, such as 2026-01-01 to 2026-06-30", _days),
    ("approved_on", "Approved on", "a day, such as 2026-09-30", _is_day),
)


def _plan(about: dict[str, str], rows: dict[str, list[dict[str, Any]]], language: str) -> Plan:
    return Plan(
        objectives=tuple(lines(about.get("objectives"))),
        criteria=tuple(lines(about.get("criteria"))),
        method=about.get("method", ""),
        period=_days(about.get("period", "")),
        exclusions=about.get("exclusions", ""),
        risks=about.get("risks", ""),
        remote=about.get("remote", ""),
        confidentiality=about.get("confidentiality", ""),
        approved_by=about.get("approved_by", ""),
        approved_on=about.get("approved_on", "")[:10] or None,
        language=language,
        team=tuple(map(_member, rows["Team"])),
        services=tuple(map(_service, rows["Services"])),
        schedule=tuple(map(_appointment, rows["Schedule"])),
    )


def _appointment(row: dict[str, Any]) -> Appointment:
    texts = {name: row[name] or "" for name in ("subject", "with_whom", "place")}
    return Appointment(**{**row, **texts})


def _member(row: dict[str, Any]) -> Member:
    return Member(
        name=row["name"],
        role=row["role"],
        organisation=row["organisation"] or "",
        own_work=row["own_work"],
        conflicts_declared_on=row["conflicts_declared_on"],
        competence=tuple((skill, int(row[skill])) for skill in COMPETENCES if row[skill] is not None),
        evaluated=row["evaluated"] or "",
    )


def _service(row: dict[str, Any]) -> ServiceInPlan:
    numbers = {name: int(row[name] or 0) for name in ("leads", "changes", "weight")}
    texts = {name: row[name] or "" for name in ("name", "reason")}
    return ServiceInPlan(**{**row, **numbers, **texts, "in_scope": bool(row["in_scope"])})
