"""What a spreadsheet would calculate comes out as text; what a database would carry out is looked for as text."""

import re
import zipfile
from pathlib import Path

import pytest
from django.urls import reverse

from ringtrue.workbench.trail.models import Entry
from tests.workbench.access.test_rights import named
from tests.workbench.attempts.worked import Worked, work
from tests.workbench.cast import Cast

pytestmark = pytest.mark.slow


FORMULA = "=cmd|'/C calc'!A0"
SQL = [
    "' or 1=1 --",
    "x'; drop table trail_entry; --",
    "') union select line from trail_entry --",
    "%",
    "\\",
    "\x00",
    "{{7*7}}",
    "999999999999999999999",
    "-1",
]
NAMES = (
    "q",
    "page",
    "run",
    "first",
    "second",
    "file",
    "kind",
    "record",
    "by",
    "question",
    "service",
    "clause",
    "procedure",
    "disposition",
    "text",
    "verdict",
    "grade",
    "verified",
    "role",
    "lead",
    "subject",
    "sort",
)


@pytest.fixture
def formulas(cast: Cast) -> Worked:
    return work(Worked(cast.audit, cast.client("ada"), cast.client("cleo"), FORMULA))


def test_no_workbook_calculates_and_no_table_of_values_begins_as_a_formula(
    cast: Cast, formulas: Worked
) -> None:
    for kind in ("findings", "interviews", "sample", "actions"):
        formulas.do("reports_papers", kind=kind, language="en")
    folder = cast.audit.folder
    books = [*folder.reports.rglob("*.xlsx"), *folder.papers.rglob("*.xlsx")]
    told = [part for book in books for part in _calculated(book)]
    tables = [*folder.reports.rglob("*.csv"), *folder.papers.rglob("*.csv")]
    begun = [
        cell
        for table in tables
        for cell in re.split("[,;\n]", table.read_text("utf-8"))
        if cell.strip('" ')[:1] in tuple("=+@")
    ]
    assert books and tables
    assert (told, begun) == ([], [])
    assert any("cmd" in part for book in books for part in _texts(book)), "it was in none: this shows nothing"


@pytest.mark.parametrize("text", SQL)
def test_what_is_asked_for_is_never_carried_out(cast: Cast, text: str) -> None:
    before = Entry.objects.count()
    for page, pattern in named().items():
        if set(pattern.pattern.converters) <= {"audit", "organisation"} and not page.startswith("machines_"):
            known = {"audit": cast.audit.pk, "organisation": cast.audit.organisation.pk}
            url = reverse(page, kwargs={part: known[part] for part in pattern.pattern.converters})
            who = "admin" if "organisation" in pattern.pattern.converters else "ada"
            answer = cast.client(who).get(url, dict.fromkeys(NAMES, text))
            assert answer.status_code in (200, 302, 403, 404, 405), (page, answer.status_code)
    assert Entry.objects.count() == before


def test_nor_where_rows_of_a_run_are_looked_through(cast: Cast, formulas: Worked) -> None:
    ada, before = cast.client("ada"), Entry.objects.count()
    for page in ("leads", "leads_lead", "leads_rows", "leads_claim", "imports_issues", "runs_run"):
        url = formulas.address(page, set(named()[page].pattern.converters))
        whole = ada.get(url).content.count(b"<tr")
        for text in SQL:
            for name in ("text", "q", "file", "kind", "verdict", "service", "procedure"):
                answer = ada.get(url, {name: text})
                assert answer.status_code in (200, 404)
                assert answer.content.count(b"<tr") <= whole
    assert Entry.objects.count() == before


def _calculated(book: Path) -> list[str]:
    return [f for part in _texts(book) for f in re.findall("<f>([^<]*cmd[^<]*)</f>", part)]


def _texts(book: Path) -> list[str]:
    with zipfile.ZipFile(book) as held:
        return [held.read(name).decode() for name in held.namelist() if name.endswith(".xml")]
