"""The page of the evidence pack: for each clause the files that speak of it, as relative links, with their SHA-256."""

import os
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from ringtrue.model.criteria import Criteria
from ringtrue.papers.gap.gather import Gap
from ringtrue.papers.gap.piece import Piece
from ringtrue.reports.html.report import style_sheet
from ringtrue.reports.language import Words, words
from ringtrue.reports.parts import Cell, Column, Table
from ringtrue.reports.text import plain

NOTE = (
    "Each link leads to the file itself inside the audit folder: keep the pack in its place there, or hand over the whole folder. "
    "`sha256sum -c SHA256SUMS` beside this page shows whether a file is still the same."
)


def page(gap: Gap, given: Sequence[Piece], paths: Mapping[str, str], language: str) -> str:
    """The page. ``paths`` are those of the files as seen from the page."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    told, style = words(language), style_sheet()
    rooms = ("ringtrue.papers.gap", "ringtrue.reports.html")
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(room, "templates") for room in rooms]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("pack.html").render(
        language=language,
        title=told("Evidence pack"),
        audit=plain(gap.results.audit.title, 200),
        run=told(f"Run {gap.results.run}, Ringtrue {gap.results.version}"),
        note=told(NOTE),
        parts_of=[table for one in gap.criteria if (table := _table(one, given, paths, told))],
        style=Markup(style),
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
    )


def _table(one: Criteria, given: Sequence[Piece], paths: Mapping[str, str], told: Words) -> Table | None:
    rows = tuple(_rows(one, given, paths, told))
    columns = tuple(Column(title=told(title)) for title in ("Clause", "Kind", "File"))
    return Table(caption=told(plain(one.title, 120)), columns=columns, rows=rows) if rows else None


def _rows(
    one: Criteria, given: Sequence[Piece], paths: Mapping[str, str], told: Words
) -> Iterator[tuple[Cell, ...]]:
    titles = {clause.id: clause.title for clause in one.clauses}
    for piece in (piece for piece in given if piece.criteria == one.id):
        title = titles.pop(piece.clause, "")
        yield (
            Cell(text=plain(piece.clause, 40), note=told(plain(title, 160))),
            Cell(text=told(piece.what)),
            Cell(text=plain(piece.path, 300), link=_link(paths[piece.path]), note=piece.sha256),
        )


def _link(path: str) -> str:
    """A relative path as a link of a page, whatever its name holds."""
    return quote(os.fsencode(Path(path).as_posix()))
