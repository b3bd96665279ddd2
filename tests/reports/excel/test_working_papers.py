"""The working papers: every number is the results' number, every judged row is there."""

from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ringtrue.method.sampling.evaluate import evaluate
from ringtrue.method.sampling.wording import conclusion
from ringtrue.model.entry import Entry
from ringtrue.model.result import Results
from ringtrue.reports.excel import split
from ringtrue.reports.excel.report import REPORT
from ringtrue.reports.format import Job
from tests.reports import invented, papers
from tests.reports.excel.opened import about, part, sheets, table
from tests.reports.oscal.recorded import SAMPLES, entries

pytestmark = pytest.mark.slow


HOSTILE = "=cmd|'/c calc'!A1 <script>"


def _judged(run: Path, results: Results) -> dict[str, int]:
    """Judged tables with as many rows as the results say, and what else a run holds."""
    (run / "judged").mkdir(exist_ok=True)
    for one in results.procedures:
        if one.judged_table:
            _write(run / "judged" / f"{one.id}.parquet", one.deviations, one.judged, one.population)
    return {one.id: one.population for one in results.procedures if one.judged_table and one.population}


def _write(file: Path, deviations: int, judged: int, population: int) -> None:
    duckdb.connect().execute(
        f"""copy (
        select 'case' as item_kind, 'C-' || n as item, 'payroll' as service,
            case when n < {deviations} then 'deviation' when n < {judged} then 'pass' else 'untestable' end as verdict,
            case when n < {deviations} then 'was late' when n >= {judged} then 'no target' end as reason,
            n / 7.0::double as waited_hours, ['a', 'b'] as path, timestamp '2026-04-01 10:00' as opened_at,
            'cases.csv' as source_file, n + 1 as source_row
        from range({population}) as numbers(n) order by hash(n)) to '{file}' (format parquet)"""
    )


@pytest.fixture
def drawn(tmp_path: Path) -> tuple[Job, Path, dict[str, int]]:
    job = papers.job(tmp_path, "working-papers.xlsx")
    counts = _judged(job.run, job.results)
    return job, REPORT.render(job)[0], counts


def test_every_count_of_a_procedure_equals_the_results(drawn: tuple[Job, Path, dict[str, int]]) -> None:
    job, path, _ = drawn
    rows = {row["Procedure"]: row for row in table(path, "Procedures")}
    assert set(rows) == {one.id for one in job.results.procedures}
    for one in job.results.procedures:
        row = rows[one.id]
        counted = [row[name] for name in ("Population", "Judged", "Deviations", "Untestable", "Leads")]
        assert counted == [one.population, one.judged, one.deviations, one.untestable, len(one.leads)]
        assert (row["Share"], row["Coverage"]) == (_cell(one.share), _cell(one.coverage))
        assert (row["Lower bound"], row["Upper bound"]) == tuple(map(_cell, one.bounds or (None, None)))


def _cell(value: Any) -> Any:
    return "" if value is None else pytest.approx(value)


def test_a_sheet_of_a_procedure_holds_all_its_judged_rows_with_their_place_in_the_sources(
    drawn: tuple[Job, Path, dict[str, int]],
) -> None:
    job, path, counts = drawn
    assert counts
    for one in job.results.procedures:
        if one.id not in counts:
            continue
        rows = table(path, one.id)
        found = Counter(row["Verdict"] for row in rows)
        passed = one.judged - one.deviations
        expected = {"deviation": one.deviations, "pass": passed, "untestable": one.population - one.judged}
        assert found == {verdict: n for verdict, n in expected.items() if n}
        assert {row["Item"] for row in rows} == {f"C-{n}" for n in range(one.population)}
        assert all(row["Item"] == f"C-{row['Source row'] - 1:.0f}" for row in rows)
        order = {"deviation": 0, "untestable": 1, "pass": 2}
        places = [(order[row["Verdict"]], row["Source row"]) for row in rows]
        assert places == sorted(places)


def test_every_lead_stands_with_its_numbers_in_the_order_of_reading(
    drawn: tuple[Job, Path, dict[str, int]],
) -> None:
    job, path, _ = drawn
    leads = {lead.id: lead for one in job.results.procedures for lead in one.leads}
    rows = table(path, "Leads")
    assert [row["Lead"] for row in rows] != []
    assert {row["Lead"] for row in rows} == set(leads)
    for row in rows:
        lead = leads[row["Lead"]]
        assert (row["n"], row["Deviations"]) == (lead.n, _cell(lead.deviations))
        assert (row["Value"], row["p"], row["q"]) == tuple(
            map(_cell, (lead.estimate, lead.p_value, lead.q_value))
        )
        assert (row["Lower bound"], row["Upper bound"]) == tuple(map(_cell, lead.bounds or (None, None)))


def test_questions_services_clauses_facts_sources_and_settings_are_those_of_the_results(
    drawn: tuple[Job, Path, dict[str, int]],
) -> None:
    job, path, _ = drawn
    results = job.results
    assert {row["Id"]: row["Leads"] for row in table(path, "Services")} == {
        s.id: len(s.leads) for s in results.services
    }
    assert {row["Clause"]: row["Leads"] for row in table(path, "Clauses")} == {
        c.id: c.leads for c in results.clauses
    }
    sources = {
        row["Source file"]: (row["Rows"], row["Loaded"], row["Rejected"], row["Issues"])
        for row in table(path, "Sources")
    }
    assert sources == {s.file: (s.rows, s.loaded, s.rejected, s.issues) for s in results.sources}
    facts = [*results.facts, *(fact for one in results.procedures for fact in one.facts)]
    assert [row["n"] for row in table(path, "Facts")] == [_cell(fact.n) for fact in facts]
    settings = [setting for one in results.procedures for setting in one.settings]
    assert Counter(str(row["Setting"]) for row in table(path, "Settings")) == Counter(
        setting.name.replace("_", " ") for setting in settings
    )
    leads = Counter(one.question for one in results.procedures for _ in one.leads)
    assert sum(row["Leads"] for row in table(path, "Questions")) == sum(leads.values())


def test_the_contents_count_the_rows_of_every_sheet(drawn: tuple[Job, Path, dict[str, int]]) -> None:
    _, path, _ = drawn
    names = set(sheets(path))
    for row in table(path, "Overview"):
        if row["Sheet"] in names:
            assert len(table(path, row["Sheet"])) == row["Rows"], row["Sheet"]
    assert {row["Sheet"] for row in table(path, "Overview")} >= names - {"Overview", "About"}


def test_a_link_from_a_lead_leads_to_its_first_record(drawn: tuple[Job, Path, dict[str, int]]) -> None:
    _, path, _ = drawn
    import re

    grid = sheets(path)["Records behind leads"]
    number = list(sheets(path)).index("Leads") + 1
    relations = part(path, f"xl/worksheets/sheet{number}.xml")
    targets = re.findall(r"location=\"'Records behind leads'!A(\d+)\"", relations)
    assert targets
    for row in map(int, targets):
        assert grid[row - 1][0] != grid[row - 2][0]


def test_the_same_run_gives_the_same_bytes(drawn: tuple[Job, Path, dict[str, int]]) -> None:
    job, path, _ = drawn
    before = path.read_bytes()
    assert REPORT.render(job)[0].read_bytes() == before


def test_rows_that_a_workbook_cannot_hold_follow_in_further_ones_and_it_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = papers.job(tmp_path, "working-papers.xlsx")
    counts = _judged(job.run, job.results)
    largest = max(counts, key=lambda id: counts[id])
    size = counts[largest] // 3
    monkeypatch.setattr(split.pieces, "__defaults__", (size, 10 * size))
    files = REPORT.render(job)
    assert len(files) > 1
    own = [(file, name) for file in files for name in sheets(file) if name.split(" (")[0] == largest]
    found = [row["Item"] for file, name in own for row in table(file, name)]
    assert sorted(found) == sorted(f"C-{n}" for n in range(counts[largest]))
    told = " ".join(str(row[0]) for row in sheets(files[0])[largest][:12])
    place = files[1].relative_to(job.out.parent).as_posix()
    assert place in told
    assert about(files[1])["run"] == job.results.run


@pytest.mark.parametrize("text", [HOSTILE, "Привет Größe שלום " * 30, "x" * 40_000])
def test_text_from_outside_is_text_in_any_script_and_length(tmp_path: Path, text: str) -> None:
    job = papers.job(tmp_path, "working-papers.xlsx", papers.with_text(text))
    path = REPORT.render(job)[0]
    shown = str(next(row for row in table(path, "Leads") if text[:20] in row["Explanations to check first"]))
    assert text[:20] in shown
    for number in range(1, len(sheets(path)) + 1):
        assert "<f>" not in part(path, f"xl/worksheets/sheet{number}.xml")


def test_what_people_recorded_stands_in_its_latest_state_beside_the_whole_journal(tmp_path: Path) -> None:
    recorded = tuple(
        Entry(
            seq=n, previous="", kind="finding", id="F-001", by="ada", at=f"2026-11-2{n}T10:00:00Z", reason="r",
            content={"id": "F-001", "statement": text, "evidence": ["E-1", "E-2"], "grade": None},
        )
        for n, text in enumerate(("first", "=second"), 1)
    )  # fmt: skip
    job = papers.job(tmp_path, "working-papers.xlsx", entries=recorded)
    path = REPORT.render(job)[0]
    [row] = table(path, "Findings")
    assert (row["Statement"], row["Evidence"], row["Entry"]) == ("'=second", "E-1; E-2", 2)
    assert [row["Entry"] for row in table(path, "Journal")] == [1, 2]


def test_what_a_sample_allows_to_be_said_stands_beside_its_record(tmp_path: Path) -> None:
    job = papers.job(tmp_path, "working-papers.xlsx", entries=entries())
    rows = table(REPORT.render(job)[0], "Samples")
    for row, (sample, items) in zip(rows, SAMPLES, strict=True):
        done = evaluate(sample, items)
        assert [row[name] for name in ("Id", "Judged", "Deviations", "Not produced", "Seen", "At most")] == [
            sample.id, done.judged, done.deviations, done.not_produced, _cell(done.estimate), _cell(done.upper)
        ]  # fmt: skip
        assert row["What it says"] == conclusion(done)


def test_in_german_no_heading_or_contents_stays_english(tmp_path: Path) -> None:
    english = REPORT.render(papers.job(tmp_path / "en", "a.xlsx"))[0]
    german = REPORT.render(papers.job(tmp_path / "de", "a.xlsx", language="de"))[0]
    assert about(german)["language"] == "de"
    same = {"Service", "Id", "Name", "Version", "SHA-256", "SQL", "n", "p", "q", "Journal", "Interviews"}
    for (name, told), (other, meant) in zip(_headings(english), _headings(german), strict=True):
        assert not [one for one in told if one in meant and one not in same], (name, other)


def _headings(path: Path) -> list[tuple[str, list[Any]]]:
    places = {
        key.removeprefix("heading row: "): int(row)
        for key, row in about(path).items()
        if key.startswith("heading row")
    }
    grids = sheets(path)
    own = [name for name in places if "." not in name]
    return [(name, [cell for cell in grids[name][places[name] - 1] if cell]) for name in own]


def test_the_invented_run_has_what_these_claims_need() -> None:
    results = invented.results()
    assert any(one.leads for one in results.procedures)
    assert any(one.untestable for one in results.procedures)
