"""Packed and foreign files: unpacked within limits, or refused with what they are."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from ringtrue.importers.reading import peek, plain_file
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import ReadSettings, SourceFile
from tests.importers.reading.conftest import Reader

TEXT = b"id,title\n1,printer\n2,mail\n"
ROWS = [(1, 2, "1", "printer"), (2, 3, "2", "mail")]


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_gzip_is_read_and_the_table_has_the_inner_name(read: Reader) -> None:
    found = read(gzip.compress(TEXT), "tickets.csv.gz")
    assert (found.rows, found.table.name) == (ROWS, "tickets")


def test_two_gzip_parts_in_one_file_are_one_text(read: Reader) -> None:
    assert read(gzip.compress(TEXT[:12]) + gzip.compress(TEXT[12:]), "tickets.csv.gz").rows == ROWS


def test_a_zip_with_one_file_is_read_beside_what_systems_add(read: Reader) -> None:
    content = zipped(**{"export.csv": TEXT, "__MACOSX/._export.csv": b"x"})
    assert read(content, "tickets.zip").rows == ROWS


def test_the_kind_is_told_by_content_and_not_by_name(read: Reader) -> None:
    assert read(gzip.compress(TEXT), "tickets.csv").rows == ROWS


def test_a_zip_with_two_files_is_refused(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="the archive holds 2 files"):
        read(zipped(a=TEXT, b=TEXT), "tickets.zip")


def test_a_member_that_names_a_path_elsewhere_is_written_nowhere_else(read: Reader, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../escaped.csv", TEXT)
    assert read(out.getvalue(), "tickets.zip").rows == ROWS
    assert not list(tmp_path.parent.rglob("escaped.csv"))


def test_a_gzip_that_is_cut_off_is_refused(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="ends too early"):
        read(gzip.compress(TEXT * 1000)[:-20], "tickets.csv.gz")


def test_a_gzip_with_a_wrong_checksum_is_refused(read: Reader) -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-6] ^= 1
    with pytest.raises(UnreadableInput, match="damaged"):
        read(bytes(packed), "tickets.csv.gz")


@pytest.mark.slow
def test_a_bomb_is_refused_before_it_fills_the_disk(read: Reader, tmp_path: Path) -> None:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9) as packed:
        for _ in range(270):
            packed.write(b"\n" * 2**20)
    with pytest.raises(UnreadableInput, match="more than 300 fold"):
        read(out.getvalue(), "bomb.csv.gz")
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) < 2**20


def test_packings_without_end_are_refused(read: Reader) -> None:
    content = TEXT
    for _ in range(5):
        content = gzip.compress(content)
    with pytest.raises(UnreadableInput, match="packed more than 3 times"):
        read(content, "tickets.csv.gz")


def test_an_empty_file_is_a_clear_message(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="it is empty"):
        read(b"")


def test_an_empty_file_that_is_packed_is_a_clear_message(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="packed in it is empty"):
        read(gzip.compress(b""), "tickets.csv.gz")


@pytest.mark.parametrize("content", [b"\n\n", b"   \n", b"\xef\xbb\xbf"])
def test_a_file_of_blanks_is_a_clear_message(read: Reader, content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="no row of column names"):
        read(content)


def test_a_file_that_is_not_there_is_a_clear_message(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="not there"):
        plain_file(SourceFile(path=tmp_path / "gone.csv", name="gone.csv"), tmp_path)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "web page"),
        (b"\r\n<html>\n<head><title>Sign in</title>", "web page"),
        (b"<table border=1><tr><td>Number</td></tr></table>", "web page"),
        (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
            "it is XML",
        ),
        (b"<log><trace/></log>", "it is XML"),
        (b"SQLite format 3\x00" + b"\0" * 100, "SQLite"),
        (b"%PDF-1.7 x", "PDF"),
        (bytes(range(256)) * 20, "no text"),
        (b"BZh91AY&SY", "archive"),
    ],
)
def test_what_is_no_table_is_said_to_be_what_it_is(read: Reader, content: bytes, found: str) -> None:
    with pytest.raises(UnreadableInput, match=found):
        read(content)


def test_a_plain_file_is_read_in_place(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    path.write_bytes("<log>é</log>".encode("latin-1"))
    assert plain_file(SourceFile(path=path, name="log.xes"), tmp_path / "work").path == path


def test_xml_is_unpacked_without_being_re_encoded(tmp_path: Path) -> None:
    path = tmp_path / "log.xes.gz"
    path.write_bytes(gzip.compress("<log>é</log>".encode("latin-1")))
    plain = plain_file(SourceFile(path=path, name="log.xes.gz"), tmp_path / "work")
    assert plain.path.read_bytes() == "<log>é</log>".encode("latin-1")


def test_a_peek_shows_names_and_first_rows_of_a_packed_text(tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv.gz"
    path.write_bytes(gzip.compress(TEXT + b"3,x\n" * 200_000))
    seen = peek(SourceFile(path=path, name=path.name), tmp_path / "work", ReadSettings())
    (table,) = seen.tables
    assert (seen.kind, table.name, table.columns) == ("text", "tickets", ("id", "title"))
    assert (table.rows[0], len(table.rows)) == (("1", "printer"), 50)


def test_a_peek_at_xml_shows_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / "log.xes.gz"
    path.write_bytes(gzip.compress(b"<?xml version='1.0'?><log/>"))
    seen = peek(SourceFile(path=path, name=path.name), tmp_path / "work", ReadSettings())
    assert (seen.kind, seen.tables, seen.start[:5]) == ("xml", (), b"<?xml")
