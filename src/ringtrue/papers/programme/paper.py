"""The audit programme as a workbook, filled in and read back."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ringtrue.method.plan.programme import check_programme
from ringtrue.model.entry import NewEntry, from_content, to_content
from ringtrue.model.programme import PlannedAudit, Programme
from ringtrue.papers.filled import Problem
from ringtrue.papers.form import Field, Form, lines
from ringtrue.papers.paper import Paper, ReadBack, Reading, Wanted
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import Words, words

ID = "programme"
_LINES = (
    ("objectives", "Objectives", "One a line: what is to be known after all these audits?"),
    ("owner", "Managed by", "Who manages the programme."),
    ("years", "Years", "The years that it covers, such as 2027 2028 2029."),
    ("resources", "Resources", "People, days, money, travel, access."),
    ("risks", "Risks to the programme", "What could keep it from its objectives, and what is done about it."),
    ("methods", "Methods", "How the audits are done; on site, from afar."),
    ("reviewed_on", "Reviewed on", "The day on which the programme itself was reviewed, such as 2027-12-15."),
)
_WHOLE = Form(
    sheet="Programme",
    fields=(
        Field(name="line", title="What", fixed=True, width=26),
        Field(name="value", title="Fill in", width=70),
        Field(name="help", title="Help", fixed=True, width=60),
    ),
)
_AUDITS = Form(
    sheet="Audits",
    fields=(
        Field(name="id", title="Id", required=True),
        Field(name="title", title="Title", required=True, width=40),
        Field(name="quarter", title="Quarter", required=True, help="Such as 2027-Q2."),
        Field(
            name="services", title="Services", kind="list", help="Ids of services, separated by ;", width=40
        ),
        Field(name="criteria", title="Criteria", kind="list", width=30),
        Field(name="lead_auditor", title="Lead auditor", width=24),
        Field(name="days", title="Days", kind="number", help="Days of work of the whole team."),
        Field(
            name="state", title="State", help="planned, under way, closed, or as the audit's own.", width=16
        ),
    ),
)


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook: the programme as it was recorded last, else an empty one."""
    told, programme = words(wanted.language), _current(wanted)
    with Book(out, told) as book:
        book.about(kind="programme", audit=wanted.folder.audit().title, language=wanted.language)
        book.sheet(
            told("Programme"), columns=_WHOLE.columns(told), rows=_whole(programme, told), filter=False
        )
        rows = [_AUDITS.cells(asdict(one), told) for one in programme.audits]
        book.sheet(told("Audits"), columns=_AUDITS.columns(told), rows=rows, blank=50)


def read(reading: Reading) -> ReadBack:
    """The programme of the workbook, taken whole or not at all."""
    told = words(reading.filled.about.get("language", "en"))
    whole, problems = _WHOLE.read(reading.filled, told)
    audits, wrong = _AUDITS.read(reading.filled, told)
    if problems or wrong:
        return ReadBack(problems=[*problems, *wrong])
    programme = _programme([row for _, row in whole], [row for _, row in audits], told)
    refused = [one for one in check_programme(programme) if one.refused]
    if refused:
        return ReadBack(
            problems=[
                Problem("Programme", 0, one.about, one.text, "a programme without this") for one in refused
            ]
        )
    content = to_content(programme)
    entry = NewEntry(
        kind="programme", id=ID, by=reading.by, at=reading.at, reason="programme", content=content
    )
    return ReadBack(entries=[entry])


def _current(wanted: Wanted) -> Programme:
    recorded = wanted.journal.current("programme").get(ID)
    return (
        from_content(Programme, recorded.content)
        if recorded
        else Programme(objectives=(), owner="", years=())
    )


def _whole(programme: Programme, told: Words) -> Iterator[list[Any]]:
    values = {
        **asdict(programme),
        "objectives": "\n".join(programme.objectives),
        "years": " ".join(map(str, programme.years)),
    }
    for name, title, help in _LINES:
        yield _WHOLE.cells({"line": told(title), "value": values[name], "help": told(help)}, told)


def _programme(whole: list[dict[str, Any]], audits: list[dict[str, Any]], told: Words) -> Programme:
    names = {told(title): name for name, title, _ in _LINES}
    about = {names[row["line"]]: row["value"] or "" for row in whole if row["line"] in names}
    return Programme(
        objectives=tuple(lines(about.get("objectives"))),
        owner=about.get("owner", ""),
        years=tuple(int(year) for year in about.get("years", "").replace(",", " ").split() if year.isdigit()),
        resources=about.get("resources", ""),
        risks=about.get("risks", ""),
        methods=about.get("methods", ""),
        reviewed_on=about.get("reviewed_on", "")[:10] or None,
        audits=tuple(_audit(row) for row in audits),
    )


def _audit(row: dict[str, Any]) -> PlannedAudit:
    texts = {name: row[name] or "" for name in ("lead_auditor", "state")}
    return PlannedAudit(**{**row, **texts})


PAPER = Paper(
    kind="programme", title="The audit programme over some years", write_excel=write_excel, read=read
)
