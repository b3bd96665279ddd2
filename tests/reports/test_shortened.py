"""An outline cut to what a paper can hold: what is left out is told."""

from dataclasses import replace
from pathlib import Path

from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Cell, Column, Table
from ringtrue.reports.shortened import MOST_RECORDS, MOST_ROWS, shortened
from ringtrue.reports.translated import outlined
from tests.reports.papers import job


def _with_facts(outline: Outline, rows: int) -> Outline:
    table = Table(
        caption="Facts",
        columns=(Column(title="Fact"),),
        rows=tuple((Cell(text=f"fact {n}"),) for n in range(rows)),
    )
    return replace(outline, facts=table)


def test_a_table_at_the_limit_stays_whole_and_one_row_more_is_cut_and_told(tmp_path: Path) -> None:
    outline = outlined(job(tmp_path, "x"))
    whole, cut = (shortened(_with_facts(outline, rows)).facts for rows in (MOST_ROWS, MOST_ROWS + 1))
    assert whole is not None and cut is not None
    assert (len(whole.rows), whole.note) == (MOST_ROWS, "")
    assert len(cut.rows) == MOST_ROWS
    assert cut.note == f"The first {MOST_ROWS} of {MOST_ROWS + 1}; the workbook holds all."


def test_a_lead_keeps_its_first_records_and_says_where_all_are(tmp_path: Path) -> None:
    leads = [
        lead
        for question in shortened(outlined(job(tmp_path, "x"))).leads
        for claim in question.procedures
        for lead in claim.leads
    ]
    cut = [lead.records for lead in leads if lead.records.note.startswith("The first 8 of them")]
    assert cut
    assert all(one.first and len(one.first.rows) == MOST_RECORDS and one.file in one.note for one in cut)


def test_columns_that_say_nothing_of_the_records_shown_are_left_out(tmp_path: Path) -> None:
    for question in shortened(outlined(job(tmp_path, "x"))).leads:
        for claim in question.procedures:
            for lead in claim.leads:
                for column in zip(*(lead.records.first.rows if lead.records.first else ()), strict=True):
                    assert any(cell.text not in ("", "–") for cell in column)
