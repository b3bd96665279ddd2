"""A bad or hostile log is a clear message, and costs little memory."""

import gzip
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from ringtrue.importers.xes.importer import IMPORTER
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import ReadSettings, SourceFile

TRACE = '<trace><string key="concept:name" value="A"/>{events}</trace>'
EVENT = '<event><date key="time:timestamp" value="2024-01-01T00:00:00Z"/></event>\n'


def refusal(content: bytes, work: Path, name: str = "log.xes") -> str:
    path = work / name
    path.write_bytes(content)
    with pytest.raises(UnreadableInput) as raised:
        IMPORTER.read(SourceFile(path=path, name=name), work, ReadSettings())
    return str(raised.value)


def test_entities_are_refused_before_anything_expands(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><log><string key="k" value="&b;"/></log>'
    assert "it declares a document type at line 1" in refusal(bomb, tmp_path)


def test_no_other_file_is_opened(tmp_path: Path) -> None:
    outside = b'<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/hostname">]><log><trace>&x;</trace></log>'
    assert "it declares a document type" in refusal(outside, tmp_path)


def test_a_log_that_is_cut_off_says_where(tmp_path: Path) -> None:
    content = ("<log>\n" + TRACE.format(events=EVENT * 3)).encode()
    told = refusal(content[: content.rindex(b"</event>")], tmp_path)
    assert "its XML is broken at line 4 (no element found), after 2 whole events" in told


def test_a_packed_log_that_is_cut_off_is_refused_whole(tmp_path: Path) -> None:
    packed = gzip.compress(("<log>" + TRACE.format(events=EVENT * 1000) + "</log>").encode())
    assert "cut off" in refusal(packed[:-30], tmp_path, "log.xes.gz")


def test_broken_xml_says_the_line(tmp_path: Path) -> None:
    assert "broken at line 3 (mismatched tag)" in refusal(b"<log>\n<trace>\n</log>", tmp_path)


def test_another_document_is_not_a_log(tmp_path: Path) -> None:
    assert "its outermost element is <html>" in refusal(b"<html><body/></html>", tmp_path)


def test_an_event_alone_is_not_a_log(tmp_path: Path) -> None:
    assert "its outermost element is <event>" in refusal(EVENT.encode(), tmp_path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (lambda: b'<log><trace><string key="k" value="' + b"x" * 6_000_000, "is longer than"),
        (lambda: b"<log>" + b"<a>" * 300, "nested more than 200 deep"),
        (lambda: b"<log>" + b"".join(b"<e%d/>" % n for n in range(60_000)), "different element names"),
        (lambda: _many_keys(), "more than 1,000 keys"),
        (lambda: b"<log>" + b"<!--" + (EVENT * 5_000).encode() + b"-->" + b"<log/", "broken"),
    ],
)
def test_what_would_fill_the_memory_is_refused(
    content: Callable[[], bytes], told: str, tmp_path: Path
) -> None:
    assert told in refusal(content(), tmp_path)


def _many_keys() -> bytes:
    values = "".join(f'<string key="k{n}" value="v"/>' for n in range(2_000))
    return f"<log><trace><event>{values}</event></trace></log>".encode()


def test_memory_does_not_grow_with_the_log(tmp_path: Path) -> None:
    event = EVENT.replace("</event>", f'<string key="note" value="{"x" * 2_000}"/></event>')

    def peak(events: int) -> int:
        path = tmp_path / f"{events}.xes"
        path.write_text("<log>" + TRACE.format(events=event * events) + "</log>", "utf-8")
        tracemalloc.start()
        IMPORTER.read(SourceFile(path=path, name=path.name), tmp_path, ReadSettings())
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(100)
    assert peak(8_000) < peak(4_000) * 1.2
