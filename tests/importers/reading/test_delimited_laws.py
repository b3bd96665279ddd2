"""Laws of reading delimited text, tried on invented and on damaged files."""

import csv
import io
import tempfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ringtrue.importers.reading.delimited.form import form_of
from ringtrue.importers.reading.delimited.records import records_of
from ringtrue.importers.reading.delimited.structure import structure_of
from ringtrue.importers.reading.delimited.table import read_delimited
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import RawTable, ReadSettings

NAMES = ("Number (n)", "Short description", "Opened", "Work notes")
SIGNS = [*"ab 0'\"\n,;|\té→#-", "\r\n"]
FIELD = st.lists(st.sampled_from(SIGNS), max_size=6).map("".join)
RECORDS = st.lists(st.lists(FIELD, min_size=4, max_size=4), min_size=1, max_size=25)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FEWER = settings(QUICK, max_examples=20)


def written(records: list[list[str]], line_end: str, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=line_end, delimiter=delimiter)
    writer.writerow(NAMES)
    writer.writerows(records)
    return out.getvalue().encode()


def read(content: bytes, *, careful: bool, **how: object) -> tuple[RawTable, list[tuple[object, ...]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(content)
        raw, _ = read_delimited(path, "file.csv", "file", Path(folder), ReadSettings(**how), careful=careful)  # type: ignore[arg-type]
        with duckdb.connect() as connection:
            return raw, connection.execute(f"select * from {raw.relation}").fetchall()


@QUICK
@given(records=RECORDS, line_end=st.sampled_from(["\n", "\r\n"]), chunk=st.integers(1, 40))
def test_lines_are_numbered_alike_in_pieces_of_any_size(
    records: list[list[str]], line_end: str, chunk: int
) -> None:
    content = written(records, line_end)
    with tempfile.TemporaryDirectory() as folder:
        path, lines = Path(folder) / "file.csv", Path(folder) / "lines.csv"
        path.write_bytes(content)
        structure = structure_of(path, len(written([], line_end)), ",", 4, lines, 2, chunk=chunk)
        found = lines.read_text("ascii") if structure.has_breaks else None
    form = form_of(",".join(NAMES) + "\n1,2,3,4\n", "file.csv", ReadSettings())
    text = content.decode()
    records_found = list(records_of(io.StringIO(text, newline=""), form, "file.csv", len(text)))
    assert structure.is_clean and structure.records == len(records)
    if found is not None:
        assert found == "".join(f"{n},{record.line}\n" for n, record in enumerate(records_found, 1))
    else:
        assert [record.line for record in records_found] == list(range(2, len(records) + 2))


@pytest.mark.slow
@FEWER
@given(records=RECORDS, line_end=st.sampled_from(["\n", "\r\n"]))
def test_both_ways_of_reading_give_the_same_table(records: list[list[str]], line_end: str) -> None:
    content = written(records, line_end)
    how = {"delimiter": ",", "header_row": 1}
    at_once, careful = read(content, careful=False, **how), read(content, careful=True, **how)
    assert at_once[1] == careful[1]
    assert (at_once[0].rows, at_once[0].issues) == (careful[0].rows, careful[0].issues)
    assert [list(row[2:]) for row in careful[1]] == [
        [field or None for field in record] for record in records
    ]


@pytest.mark.slow
@FEWER
@given(records=RECORDS, data=st.data())
def test_a_damaged_file_loses_no_record_in_silence(records: list[list[str]], data: st.DataObject) -> None:
    content = bytearray(written(records, "\n"))
    below = len(written([], "\n"))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(below, len(content)))
        content[place : place + data.draw(st.integers(0, 1))] = data.draw(
            st.sampled_from([b'"', b",", b"\n", b"\0", b"\xff", b""])
        )
    cut = data.draw(st.integers(below, len(content)))
    try:
        raw, rows = read(bytes(content[:cut]), careful=False, delimiter=",", header_row=1, encoding="utf-8")
    except UnreadableInput as refused:
        assert "cannot be read" in str(refused)  # more than half of it
        return
    rejected = [issue.row for issue in raw.issues if issue.outcome == "rejected"]
    assert (raw.rows, raw.rows_rejected) == (len(rows), len(rejected))
    assert sorted([*rejected, *(row[0] for row in rows)]) == list(range(1, len(rows) + len(rejected) + 1))  # type: ignore[type-var, list-item]


@QUICK
@given(text=st.text(alphabet=st.sampled_from('ab,"\n'), max_size=80))
def test_every_line_belongs_to_exactly_one_record(text: str) -> None:
    content = "id,name\n" + text
    form = form_of("id,name\n1,x\n", "file.csv", ReadSettings())
    found = list(records_of(io.StringIO(content, newline=""), form, "file.csv", len(content)))
    lines = io.StringIO(content, newline="").readlines()
    assert [record.line for record in found] == [
        2 + sum(record.lines for record in found[:n]) for n in range(len(found))
    ]
    assert sum(record.lines for record in found) == len(lines) - 1
    for record in found:
        if record.problem:
            assert record.text == "".join(lines[record.line - 1 : record.line - 1 + record.lines])


@QUICK
@given(
    text=st.text(alphabet=st.sampled_from('ab,"\r\n\0'), max_size=60),
    width=st.integers(1, 3),
    chunk=st.integers(1, 9),
)
def test_what_the_bytes_call_clean_is_what_a_strict_reader_sees(text: str, width: int, chunk: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(text.encode())
        structure = structure_of(path, 0, ",", width, Path(folder) / "lines.csv", 1, chunk=chunk)
    if structure.is_clean:
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert structure.records == len(records)
        assert sum(map(len, records)) == width * len(records)


@QUICK
@given(
    text=st.text(alphabet=st.sampled_from('ab,;" \t\r\n\xa0à'), max_size=60),
    delimiter=st.sampled_from(",;\t"),
    width=st.integers(1, 3),
    chunk=st.integers(1, 9),
)
def test_what_the_bytes_call_trimmed_has_no_blank_at_either_end_of_a_field(
    text: str, delimiter: str, width: int, chunk: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(text.encode())
        structure = structure_of(path, 0, delimiter, width, Path(folder) / "lines.csv", 1, chunk=chunk)
    if structure.is_clean and structure.is_trimmed:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            assert [field.strip(" \t\r\n\xa0") for field in record] == record


def test_a_text_without_blanks_is_told_to_need_no_trimming() -> None:
    for content, is_trimmed in (
        (b"id,title\n1,two words\n2,\n", True),
        (b'id,title\r\n"1","two words"\r\n', True),
        (b"id,title\n1, two words\n2,x\n", False),
        (b"id,title\r\n1,two words \r\n2,x\r\n", False),
        (b'id,title\n1,"two words\t"\n', False),
        ("id,title\n1,two\xa0\n2,x\n".encode(), False),
    ):
        raw, rows = read(content, careful=False, delimiter=",", header_row=1, encoding="utf-8")
        assert raw.is_trimmed == is_trimmed
        assert "" not in rows[0]
