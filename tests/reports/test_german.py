"""German: one file, every placeholder kept, and nothing in a report but data stays English."""

import re
import time
import tomllib
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from ringtrue import api, plugins
from ringtrue.reports import language
from ringtrue.reports.excel.report import REPORT as EXCEL
from ringtrue.reports.format import Job
from ringtrue.reports.language import figures, languages, words
from ringtrue.reports.names import items
from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Term
from ringtrue.reports.translated import outlined, translated
from tests.reports.excel.opened import sheets
from tests.reports.german import Recorder, stays_english
from tests.reports.papers import job

pytestmark = pytest.mark.slow


FILE = Path(language.__file__).parent / "languages" / "de.toml"
NORTHWIND = Path(__file__).parents[2] / "examples" / "northwind"
PLANTED = {
    "substance.self-approval": 1.0,
    "substance.target-drift": 1.0,
    "roles.customer-user-conflation": 1.0,
    "thread.need-coverage": 1.0,
    "outcomes.ecosystem-gap": 1.0,
    "flow.ping-pong": 1.0,
}
SMALL = {"services": 10, "months": 12, "cases_a_month": 60, "seed": 5}

ALLOWED = (
    (r"[A-Za-z0-9][\w.+:-]*", "ids, names of files, names of procedures and columns"),
    (r"[a-z_]+, [a-z_]+", "a table and its column, as they are called in the files"),
    (r"#lead-.*", "anchors"),
    (r"[\w/+-]+/[\w/+-]+", "time zones"),
    (r"(?s).*(?:;[\w ]+){5}.*", "settings that list the codes of a tool"),
)
"""What may stay English in a report, and why. Names of the organisation and its services are taken from the run."""

DROPPED = {"n", "n1", "n4", "subject", "half"}
"""Placeholders that German may do without: a number that is one, and what its sentence says without them."""


@pytest.fixture(scope="module")
def german() -> dict[str, str]:
    """The words of the file."""
    found: dict[str, str] = tomllib.loads(FILE.read_text("utf-8"))["words"]
    return found


@pytest.fixture(scope="module", params=["northwind", "planted"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Job:
    """A job for a run of Northwind, and for one of a small planted organisation."""
    place = tmp_path_factory.mktemp("german")
    if request.param == "planted":
        api.simulate(place / "made", plant=PLANTED, **SMALL)  # type: ignore[arg-type]
    folder = api.import_sources(
        [NORTHWIND if request.param == "northwind" else place / "made"], place / "audit"
    ).folder
    results, run = api.run(folder)
    return replace(job(place / "invented", "x"), results=results, run=run)


@pytest.fixture(scope="module")
def outline(made: Job) -> Outline:
    """Its English outline."""
    return outlined(made)


def test_nothing_but_data_stays_english(outline: Outline) -> None:
    english = stays_english(outline)
    assert sorted(text for text in english if not _is_data(text, outline)) == []


ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|were|which|that|with|not|has|have|by|from|been|what|whom|its|their|this)\b", re.I
)
"""Words of which an English sentence has two at least; none of them is German."""

NO_SENTENCES = frozenset({"SQL", "Einstellungen"})
"""Sheets of statements for machines, and of lists of words that the product looks for in what others wrote."""


def test_no_sentence_of_ours_is_left_english_in_a_german_workbook(made: Job, tmp_path: Path) -> None:
    book = EXCEL.render(replace(made, language="de", out=tmp_path / "papers.xlsx"))[0]
    data = _data_of(made)
    left = {
        line
        for name, grid in sheets(book).items()
        if name not in NO_SENTENCES
        for row in grid
        for cell in row
        if isinstance(cell, str)
        for line in cell.split("\n")
        if len(ENGLISH.findall(line)) > 1 and not any(part in data for part in _parts(line))
    }
    assert sorted(left) == []


def _parts(line: str) -> list[str]:
    """The line, and what stands between the marks of a list or in quotes, as far as it is English."""
    parts = [line, *re.split(r": |; |[|]|“|„|\"", line), line.partition(": ")[2]]
    return [part for part in parts if len(ENGLISH.findall(part)) > 1]


def _data_of(made: Job) -> str:
    """Every text of the tables of the audit: what its people wrote."""
    texts: set[str] = set()
    with duckdb.connect() as database:
        for file in sorted((made.run.parent.parent / "tables").glob("*.parquet")):
            kinds = database.execute(f"describe select * from read_parquet('{file}')").fetchall()
            for column in (name for name, kind, *_ in kinds if kind in ("VARCHAR", "VARCHAR[]")):
                found = database.execute(
                    f"select distinct \"{column}\"::varchar from read_parquet('{file}')"
                ).fetchall()
                texts |= {str(one) for (one,) in found if one and ENGLISH.search(str(one))}
    return "\n".join(sorted(texts))


def test_a_text_that_is_new_would_be_found(outline: Outline) -> None:
    strange = "Kettles are polished twice: on Mondays"
    changed = replace(outline, facts=None, method=(Term(name="Chance", text=strange),))
    assert strange in {text for text in stays_english(changed) if not _is_data(text, outline)}


def test_a_report_is_told_in_german_in_less_than_two_seconds(outline: Outline) -> None:
    words("de")
    begun = time.perf_counter()
    translated(outline, "de")
    assert time.perf_counter() - begun < 2


def test_every_text_of_every_procedure_is_known() -> None:
    told = Recorder()
    for one in plugins.procedures():
        for text in _declared(one.declaration):
            told.told(text)
    assert sorted(told.unknown) == []


def test_both_sides_of_an_entry_have_the_same_placeholders(german: dict[str, str]) -> None:
    for english, other in german.items():
        theirs, ours = _placeholders(english), _placeholders(other)
        assert ours <= theirs, english
        assert theirs - ours <= DROPPED, english


def test_no_key_repeats_and_none_says_what_another_gives_by_itself(german: dict[str, str]) -> None:
    keys = re.findall(r'^("(?:[^"\\]|\\.)*") = ', FILE.read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(german)
    for english, other in german.items():
        small = english[:1].lower() + english[1:]
        if small != english and small in german:
            assert german[small][:1].upper() + german[small][1:] != other, english
        if english.endswith(".") and english[:-1] in german:
            assert f"{german[english[:-1]]}." != other, english


def test_a_file_of_another_language_dropped_beside_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fr.toml").write_text(
        '[figures]\ndecimal = ","\n[words]\n"{n} leads" = "{n} pistes"\n', "utf-8"
    )
    monkeypatch.setattr(language, "_place", lambda: tmp_path)
    kept = (languages, words, figures, language._known)
    for one in kept:
        one.cache_clear()
    try:
        assert languages() == ("en", "fr")
        assert words("fr")("2.5 leads") == "2,5 pistes"
    finally:
        for one in kept:
            one.cache_clear()


def _is_data(text: str, outline: Outline) -> bool:
    names = {term.text for term in outline.title.about}
    if outline.services is not None:
        tables = (outline.services.first, outline.services.others)
        names |= {row[0].text for table in tables if table for row in table.rows}
    return text in names or any(re.fullmatch(pattern, text) for pattern, _ in ALLOWED)


def _declared(one: object) -> list[str]:
    told = [getattr(one, name, "") for name in ("disproof", "request", "chart_title", "weakness", "within")]
    told += [*getattr(one, "explanations", ()), *(ask.question for ask in getattr(one, "ask", ()))]
    told += [setting.meaning for setting in getattr(one, "settings", ())]
    told += [setting.name.replace("_", " ") for setting in getattr(one, "settings", ())]
    told += getattr(one, "facts", {})
    kind = str(getattr(one, "item_kind", ""))
    told += [kind.replace("_", " "), items(kind)]
    for name in ("untestable", "deviation"):
        reasons = getattr(one, name, None) or {}
        told += [reasons] if isinstance(reasons, str) else reasons.values()
    return [text for text in told if text]


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))
