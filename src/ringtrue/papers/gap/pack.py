"""The evidence pack: a page that links, clause by clause, to the files that speak of it, and their SHA-256.

Links are relative, so that they hold wherever the audit folder is moved, and are those of a page: a link of the disk is refused by
seals and archives, and Windows makes none.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from ringtrue.engine.audit.audit_folder import AuditFolder, replacing, sha256
from ringtrue.engine.records.journal import Journal
from ringtrue.method.readiness import Readiness
from ringtrue.model.place import file_of
from ringtrue.papers.gap.gather import Gap
from ringtrue.papers.gap.page import page
from ringtrue.papers.gap.piece import Piece

__all__ = ["HASHES", "PAGE", "Piece", "pieces", "write_pack"]

HASHES = "SHA256SUMS"
"""The file of hashes; ``sha256sum -c SHA256SUMS`` beside it checks them."""

PAGE = "index.html"
"""The page of links."""

_HASH = re.compile(r"[0-9a-f]{64}")


def pieces(folder: AuditFolder, gap: Gap, run: Path) -> tuple[Piece, ...]:
    """The files behind each clause: sources, judged tables of the run, and what findings on it hold as evidence."""

    @cache
    def hashed(path: Path) -> str:
        return sha256(path)

    evidence, sources = _evidence(folder, gap), _sources(folder)
    return tuple(
        Piece(
            criteria=one.criteria,
            clause=one.clause.id,
            what=what,
            path=path.relative_to(folder.path).as_posix(),
            sha256=hashed(path),
        )
        for one in gap.clauses
        for what, path in _files(folder, one, run, evidence, sources)
    )


def write_pack(folder: AuditFolder, gap: Gap, given: tuple[Piece, ...], place: Path, language: str) -> None:
    """Write the pack to ``place``, whole or not at all: the page of links, and the hashes by the same relative paths."""
    paths = {piece.path: os.path.relpath(folder.path / piece.path, place) for piece in given}
    with replacing(place) as fresh:
        (fresh / PAGE).write_text(page(gap, given, paths, language), "utf-8", newline="\n")
        hashes = {paths[piece.path]: piece.sha256 for piece in given}
        lines = b"".join(_line(digest, path) for path, digest in sorted(hashes.items()))
        (fresh / HASHES).write_bytes(lines)


def _line(digest: str, path: str) -> bytes:
    """A line as ``sha256sum`` writes it: where a name holds a line break or a backslash, both are escaped and the line says so."""
    named = os.fsencode(Path(path).as_posix())
    escaped = named.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\r", b"\\r")
    return (b"" if escaped == named else b"\\") + digest.encode() + b"  " + escaped + b"\n"


def _files(
    folder: AuditFolder,
    one: Readiness,
    run: Path,
    evidence: Mapping[str, list[Path]],
    sources: Mapping[str, Path],
) -> Iterator[tuple[str, Path]]:
    files = dict.fromkeys(file_of(place, sources) for place in one.seen.files)
    for path in (sources[file] for file in files if file is not None):
        if path.is_file() and path.resolve().is_relative_to(folder.path.resolve()):
            yield "source", path
    for judged in one.row.by_data:
        path = run / "judged" / f"{judged.procedure}.parquet"
        if path.is_file():
            yield "judged table", path
    for finding in (id for ids in one.row.findings.values() for id in ids):
        for path in evidence.get(finding, ()):
            yield "evidence", path


def _sources(folder: AuditFolder) -> dict[str, Path]:
    """What rows come from, by the name that they have of it."""
    given = {path.relative_to(folder.sources).as_posix(): path for path in folder.sources.rglob("*")}
    return given | {path.relative_to(folder.path).as_posix(): path for path in folder.records.glob("*")}


def _evidence(folder: AuditFolder, gap: Gap) -> dict[str, list[Path]]:
    """The kept evidence of each finding."""
    journal = Journal(folder)
    hashes = {id: str(entry.content.get("sha256") or "") for id, entry in journal.current("evidence").items()}
    place = folder.records / "evidence"
    return {
        id: [
            place / hashes[name]
            for name in entry.content.get("evidence") or ()
            if _HASH.fullmatch(hashes.get(name, "")) and (place / hashes[name]).is_file()
        ]
        for id, entry in journal.current("finding").items()
    }
