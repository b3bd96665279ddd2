"""Every number of the outline stands in the finished file of every format: in those laid out as often as it should and none besides."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from ringtrue.reports.excel.cells import Cells
from ringtrue.reports.excel.report import REPORT as EXCEL
from ringtrue.reports.format import Job, ReportFormat
from ringtrue.reports.oscal.report import REPORT as OSCAL
from ringtrue.reports.outline import Outline, outline
from ringtrue.reports.working_papers import RunFolder
from tests.reports import papers
from tests.reports.formats import from_excel, from_oscal
from tests.reports.formats.laid_out import ADDRESSES, LAID_OUT, LaidOut, Opened
from tests.reports.formats.recorded_things import in_excel, in_oscal, read_json, things
from tests.reports.formats.told import counted, left_out, numbers, told
from tests.reports.oscal.recorded import entries

pytestmark = pytest.mark.slow


RECORDED = {
    r"(findings|samples|planned|conformity\.clauses)\..*": "what people recorded is compared thing by thing",
}
NOT_IN_EXCEL = {
    **ADDRESSES,
    r".*\.figures\.(words|note|keys\..*)": "no charts: the rows that they are drawn from stand on the sheet of the claim",
    r".*\.records\.file": "the address of a file beside the report",
}  # fmt: skip
NOT_IN_OSCAL = {
    **NOT_IN_EXCEL,
    r".*\.records\.first.*|.*\.records\.note": "records behind a lead stand in the run, to which the file points",
    r"silence\.partly\.Why not\..*": "why single rows could not be judged stands in the judged table, to which the file points",
    r"sources\.issues.*": "load issues stand in the tables of the audit; the file counts them by source",
}  # fmt: skip
THINGS_NOT_IN_OSCAL = {"drafts": "a draft is no finding; the file counts those left out"}


def _job(folder: Path, format: ReportFormat, language: str = "en") -> Job:
    return papers.job(folder, f"report{format.suffix}", language=language, entries=entries())


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("format", LAID_OUT, ids=lambda one: one.format.id)
def test_a_format_that_is_laid_out_tells_every_number_and_none_besides(
    tmp_path: Path, format: LaidOut, language: str
) -> None:
    job = _job(tmp_path, format.format, language)
    given = format.open(job, format.format.render(job)[0])
    assert sum(counted(given.texts).values()) > 1000
    assert _unlike(format, given) == {"missing": {}, "besides": {}}
    places = [(left_out(place, format.left_out), text) for place, text in told(given.outline)]
    used = {pattern for pattern, text in places if pattern and counted([text])}
    assert [pattern for pattern in format.left_out if pattern not in used] == []
    assert [one.why for one in format.added if not one.found(given)] == []


def _unlike(format: LaidOut, given: Opened) -> dict[str, dict[str, int]]:
    """The numbers that stand in the file too seldom, and those that stand there too often."""
    own = (text for place, text in told(given.outline) if not left_out(place, format.left_out))
    wanted = sum((one.found(given) for one in format.added), counted(own))
    found = counted(given.texts)
    return {"missing": dict(wanted - found), "besides": dict(found - wanted)}


def test_the_workbook_read_back_as_results_gives_the_same_outline(tmp_path: Path) -> None:
    job = _job(tmp_path, EXCEL)
    meant, file = _meant(job), EXCEL.render(job)[0]
    _the_same(meant, from_excel.retold(job.results, job.run, file), NOT_IN_EXCEL)
    assert _not_told(meant, in_excel(file)) == {}


def test_the_oscal_files_read_back_as_results_give_the_same_outline(tmp_path: Path) -> None:
    job = _job(tmp_path, OSCAL)
    meant, (results, plan) = _meant(job), map(read_json, OSCAL.render(job))
    _the_same(meant, from_oscal.retold(job.results, job.run, results, plan), NOT_IN_OSCAL)
    assert set(_not_told(meant, in_oscal(results, plan))) == set(THINGS_NOT_IN_OSCAL)


def _meant(job: Job) -> Outline:
    return outline(job.results, RunFolder(job.run), job.entries)


def _the_same(meant: Outline, read: Outline, named: Mapping[str, str]) -> None:
    unlike = _places_unlike(told(meant), told(read))
    assert [place for place in unlike if not left_out(place, {**named, **RECORDED})] == []
    assert [pattern for pattern in named if not any(left_out(place, {pattern: ""}) for place in unlike)] == []  # fmt: skip


def _places_unlike(meant: Iterable[tuple[str, str]], read: Iterable[tuple[str, str]]) -> list[str]:
    """The places whose texts do not hold the same numbers in the same order."""
    first, second = ({}, {})  # type: tuple[dict[str, list[list[str]]], dict[str, list[list[str]]]]
    for found, texts in ((first, meant), (second, read)):
        for place, text in texts:
            if own := numbers(text):
                found.setdefault(place, []).append(own)
    return [place for place in first | second if first.get(place) != second.get(place)]


def _not_told(meant: Outline, found: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """By thing: the numbers that the outline tells of it and the file does not."""
    missing: dict[str, list[str]] = {}
    for id, text in things(meant):
        known = set(counted(found.get(id, ())))
        if gone := [number for number in numbers(text) if number not in known]:
            missing.setdefault(id, []).extend(gone)
    return missing


class _Flip:
    """Adds one to the last digit of one text among those that pass by and hold a digit: the ``number``th."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, text: str) -> str:
        if not any(map(str.isdigit, text)):
            return text
        self.left -= 1
        if self.left:
            return text
        place = max(at for at, letter in enumerate(text) if letter.isdigit())
        return text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]


def _flipped(given: Any, flip: _Flip) -> Any:
    if isinstance(given, str):
        return flip(given)
    if isinstance(given, tuple):
        return tuple(_flipped(one, flip) for one in given)
    if not is_dataclass(given) or isinstance(given, type):
        return given
    return replace(given, **{one.name: _flipped(getattr(given, one.name), flip) for one in fields(given)})


WRITERS = {
    "html": ("ringtrue.reports.html.report.html", lambda real, flip: lambda drawn: real(replace(drawn, leads=_flipped(drawn.leads, flip)))),
    "word": ("ringtrue.reports.word.blocks.run", lambda real, flip: lambda text, *more: real(flip(text), *more)),
    "pdf": ("ringtrue.reports.pdf.content.printable", lambda real, flip: lambda text: real(flip(text))),
}  # fmt: skip
"""Where each format writes a text, and how that goes wrong."""


@pytest.mark.parametrize("format", LAID_OUT, ids=lambda one: one.format.id)
def test_a_digit_that_a_renderer_gets_wrong_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: LaidOut
) -> None:
    from importlib import import_module

    name, wrong = WRITERS[format.format.id]
    module, _, attribute = name.rpartition(".")
    real, flip = getattr(import_module(module), attribute), _Flip(40)
    monkeypatch.setattr(name, wrong(real, flip))
    job = _job(tmp_path, format.format)
    given = format.open(job, format.format.render(job)[0])
    assert flip.left <= 0
    assert _unlike(format, given) != {"missing": {}, "besides": {}}


@pytest.mark.parametrize(
    ("sheet", "place"), [("Leads", 3), ("Procedures", 3), ("Facts", 3), ("Sources", 3), ("Samples", 7)]
)
def test_a_number_that_the_workbook_gets_wrong_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheet: str, place: int
) -> None:
    real, seen = Cells._number, Counter[str]()

    def wrong(self: Cells, row: int, column: int, value: float, format: Any) -> None:
        own = self._sheet.get_name() == sheet
        seen["numbers"] += own
        real(self, row, column, value + 1 if own and seen["numbers"] == place else value, format)

    monkeypatch.setattr(Cells, "_number", wrong)
    job = _job(tmp_path, EXCEL)
    file = EXCEL.render(job)[0]
    with pytest.raises(AssertionError):
        _the_same(_meant(job), from_excel.retold(job.results, job.run, file), NOT_IN_EXCEL)
        assert _not_told(_meant(job), in_excel(file)) == {}


@pytest.mark.parametrize("name", ["share", "estimate", "n", "value", "judged"])
def test_a_number_that_oscal_gets_wrong_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    from ringtrue.reports.oscal import observations

    real = observations.props

    def wrong(values: Mapping[str, object]) -> Any:
        changed = {name: values[name] / 2 + 1} if isinstance(values.get(name), float) else {}  # type: ignore[operator]
        changed |= {name: values[name] + 1} if isinstance(values.get(name), int) else {}  # type: ignore[operator]
        return real({**values, **changed})

    monkeypatch.setattr(observations, "props", wrong)
    job = _job(tmp_path, OSCAL)
    results, plan = map(read_json, OSCAL.render(job))
    with pytest.raises(AssertionError):
        _the_same(_meant(job), from_oscal.retold(job.results, job.run, results, plan), NOT_IN_OSCAL)
