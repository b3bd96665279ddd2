"""The evidence request as a letter in Word: what is asked for, what for, and the columns of each kind of record."""

from pathlib import Path

from ringtrue.papers.request.scope import Asked
from ringtrue.papers.request.workbook import HOW, Request
from ringtrue.papers.word import WordPaper
from ringtrue.reports.language import Words, words
from ringtrue.reports.parts import Cell, Column, Table
from ringtrue.tables import table
from ringtrue.tables.form import Form
from ringtrue.tables.labels import labels

GOES_WITH = "A workbook goes with this letter. Here is how its sheets are filled in, as its first sheet says too, and what each of them holds."


def write_letter(path: Path, request: Request, look: Path | None = None) -> None:
    """Write the letter, in the ``look`` of a document; the workbook of the same request goes with it. The same request gives the same bytes."""
    told = words(request.language)
    paper = WordPaper(
        told("Evidence request"),
        audit=request.audit,
        language=request.language,
        subtitle=request.audit,
        look=look,
    )
    paper.heading(told("Please read first"))
    for line in (GOES_WITH, *HOW):
        paper.text(told(line))
    paper.fields([(told("To be answered by"), 1), (told("Send it to"), 1), (told("Questions to"), 1)])
    paper.heading(told("What we ask for"))
    for one in request.asked:
        _asked(paper, one, Form(table(one.table), labels(request.language)), told)
    paper.save(path)


def _asked(paper: WordPaper, one: Asked, form: Form, told: Words) -> None:
    paper.heading(form.labels.table(form.table), level=2)
    paper.text(told(form.table.meaning))
    if one.claims:
        paper.text(told("What for"), "SmallHeading")
        for claim in one.claims:
            paper.text(told(claim), "ListBullet")
    paper.table(_columns(form, told))


def _columns(form: Form, told: Words) -> Table:
    titles = ("Column", "What it holds", "Required")
    rows = tuple(
        (
            Cell(text=form.headings[column.name]),
            Cell(text=told(column.meaning)),
            Cell(text=form.labels.word("yes") if column.required else "–"),
        )
        for column in form.table.columns
    )
    caption = form.labels.table(form.table)
    return Table(caption=caption, columns=tuple(Column(title=told(title)) for title in titles), rows=rows)
