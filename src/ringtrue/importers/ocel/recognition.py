"""Whether a file is an object-centric event log, told by what only these have."""

import re
from pathlib import Path
from typing import Literal

from ringtrue.importers.ocel.csv_log import NEEDED
from ringtrue.importers.reading.kind import kind_of
from ringtrue.importers.reading.plain import head_of, plain_file
from ringtrue.model.source import Recognition, SourceFile

Form = Literal["json", "xml", "sqlite", "csv"]
SURE = 0.98

_LISTS = re.compile(rb'^\s*\{\s*"(objectTypes|eventTypes|objects|events)"\s*:')
_FIRST = re.compile(rb'^\s*\{\s*"ocel:(global-log|global-event|global-object|events|objects)"\s*:')
_ITEM = re.compile(rb'"(relationships|objectId)"\s*:')
_TYPES = re.compile(rb'"(eventTypes|objectTypes)"\s*:')
_ROOT = re.compile(
    rb"^(?:\s|<\?xml[^>]*\?>|<!--.*?-->)*<log\b[^>]*>(?:\s|<!--.*?-->)*<(object-types|event-types|objects|events|global)\b",
    re.S,
)


def form_of(source: SourceFile, work: Path) -> tuple[Form | None, str]:
    """The form of the log and what tells it; none where it is something else."""
    head = head_of(source)
    kind = kind_of(head)
    if kind == "json":
        return _json(head)
    if kind == "xml":
        return _xml(head)
    if kind == "text":
        return _csv(head)
    return _sqlite(source, work) if kind == "sqlite" else (None, "")


def recognised(source: SourceFile, work: Path) -> Recognition:
    """As good as certain, or not at all."""
    form, because = form_of(source, work)
    return Recognition(sure=SURE, because=because) if form else Recognition(sure=0)


def _json(head: bytes) -> tuple[Form | None, str]:
    plain = head.removeprefix(b"\xef\xbb\xbf")
    plain = plain.replace(b"\0", b"").removeprefix(b"\xff\xfe") if b"\0" in plain[:100] else plain
    if _FIRST.match(plain):
        return "json", "its keys begin with ocel:"
    if _LISTS.match(plain) and (_TYPES.search(plain) or _ITEM.search(plain)):
        return "json", "it holds lists of events and objects with their types, as OCEL 2.0 has them"
    return None, ""


def _xml(head: bytes) -> tuple[Form | None, str]:
    found = _ROOT.match(head.removeprefix(b"\xef\xbb\xbf"))
    if not found or (found[1] == b"global" and b"object" not in head[found.start(1) : found.start(1) + 60]):
        return None, ""
    return "xml", f"an XML file whose outermost element is <log>, with <{found[1].decode()}> in it"


def _csv(head: bytes) -> tuple[Form | None, str]:
    names = head.splitlines()[0].decode("utf-8-sig", "replace") if head else ""
    is_one = all(name in re.split(r'[,;\t"]', names) for name in NEEDED)
    return ("csv", "its columns begin with ocel:") if is_one else (None, "")


def _sqlite(source: SourceFile, work: Path) -> tuple[Form | None, str]:
    import sqlite3
    from contextlib import closing

    from ringtrue.importers.ocel.sqlite_log import NEEDED as WANTED
    from ringtrue.importers.ocel.sqlite_log import open_read_only, plain_tables

    try:
        with closing(open_read_only(plain_file(source, work).path)) as database:
            tables = plain_tables(database)
    except sqlite3.Error:
        return None, ""
    is_one = all(name in tables for name in WANTED)
    return ("sqlite", "a SQLite database with the tables of OCEL 2.0") if is_one else (None, "")
