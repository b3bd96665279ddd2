"""What kind of file it is, told by its first bytes and never by its name."""

import re
import zipfile
from pathlib import Path

HEAD = 512 * 1024
"""Bytes that are looked at to tell what a file is."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
MAGIC = (
    (b"PAR1", "parquet"),
    (OLE, "xls"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
)
BINARY_SHARE = 0.02
"""Share of control characters from which bytes are no text; in text there are nearly none."""

ZERO_SHARE = 0.1
"""Share of zero bytes from which bytes are no text; fewer are damage, told record by record."""

_CONTROL = bytes(byte for byte in range(1, 32) if byte not in b"\t\n\r\x0b\x0c\x1a\x1b\x1d\x1e\x1f")
_HTML = re.compile(
    rb"\s*(<!--.*?-->\s*)*(<!doctype\s+html|<html|<head|<body|<table|<script|<meta|<div)\b", re.I | re.S
)


def packing(path: Path) -> str:
    """``gz``, ``zip`` (an archive, not a workbook), or nothing."""
    with path.open("rb") as file:
        start = file.read(4)
    if start[:2] == b"\x1f\x8b":
        return "gz"
    if start[:2] == b"PK" and start[2:] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        return "" if is_document(path) else "zip"
    return ""


def is_document(path: Path) -> str:
    """``xlsx``, ``ods`` or another document kind where a zip archive is one; else nothing."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.NameToInfo
            if "[Content_Types].xml" in names:
                return _office_kind(set(names))
            if "mimetype" in names and "content.xml" in names:
                with archive.open("mimetype") as file:
                    return "ods" if b"spreadsheet" in file.read(200) else "document"
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):
        return ""
    return ""


def _office_kind(names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return "xlsb"
    return "xlsx" if any(name.startswith("xl/") for name in names) else "document"


def kind_of(head: bytes, path: Path | None = None) -> str:
    """The kind of a plain file by its first bytes: ``text``, ``json``, ``xml``, ``html``, ``xlsx``,
    ``xls``, ``ods``...

    ``path`` is looked into where the bytes are those of a zip archive.
    """
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK") and path is not None:
        return is_document(path) or "archive"
    return _text_kind(head)


def _text_kind(head: bytes) -> str:
    plain = _without_zeros(head)
    start = plain.lstrip()[:2000]
    if _HTML.match(plain[:20_000]):
        return "html"
    if start.startswith((b"<?xml", b"<!DOCTYPE", b"<!doctype")) or re.match(
        rb"<[A-Za-z_][\w:.-]*[\s/>]", start
    ):
        return "html" if b"<html" in plain[:2000].lower() else "xml"
    controls = len(plain) - len(plain.translate(None, _CONTROL))
    if controls > BINARY_SHARE * len(plain) or plain.count(0) > ZERO_SHARE * len(plain):
        return "binary"
    return "json" if _begins_json(start) else "text"


def _begins_json(start: bytes) -> bool:
    return bool(re.match(rb'\{\s*("|\}|$)|\[\s*([\[{"\]\d-]|$)', start))


def _without_zeros(head: bytes) -> bytes:
    """The bytes without mark and, in UTF-16 and UTF-32, without the zeros between its letters."""
    zeros = head[:4000].count(0)
    for bom in BOMS:
        if head.startswith(bom):
            return head[len(bom) :].replace(b"\x00", b"") if len(bom) != 3 else head[3:]
    return head.replace(b"\x00", b"") if zeros > len(head[:4000]) * 0.3 else head
