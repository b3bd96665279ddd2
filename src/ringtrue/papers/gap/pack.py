"""The evidence pack: for each clause a folder of links to the files that speak of it, and their SHA-256."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ringtrue.engine.audit_folder import AuditFolder, replacing, sha256
from ringtrue.engine.journal import Journal
from ringtrue.method.readiness import Readiness
from ringtrue.papers.gap.gather import Gap

HASHES = "SHA256SUMS"
"""The file of hashes in each folder; ``sha256sum -c SHA256SUMS`` there checks them."""

_NAME = re.compile(r"^(?:sources/|runs/[^/]*/)")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One file of the pack: the clause, what it is, its path in the audit folder, and its SHA-256."""

    criteria: str
    clause: str
    what: str
    path: str
    sha256: str


def pieces(folder: AuditFolder, gap: Gap, run: Path) -> tuple[Piece, ...]:
    """The files behind each clause: sources, judged tables of the run, and what findings on it hold as evidence."""

    @cache
    def hashed(path: Path) -> str:
        return sha256(path)

    evidence = _evidence(folder, gap)
    return tuple(
        Piece(
            criteria=one.criteria,
            clause=one.clause.id,
            what=what,
            path=path.relative_to(folder.path).as_posix(),
            sha256=hashed(path),
        )
        for one in gap.clauses
        for what, path in _files(folder, one, run, evidence)
    )


def write_pack(folder: AuditFolder, given: tuple[Piece, ...], place: Path) -> None:
    """Write the pack to ``place``, whole or not at all: relative links where the disk can, and hashes in every case."""
    with replacing(place) as fresh:
        by_folder: dict[Path, list[Piece]] = {}
        for piece in given:
            by_folder.setdefault(Path(_safe(piece.criteria)) / _safe(piece.clause), []).append(piece)
        for inside, held in by_folder.items():
            (fresh / inside).mkdir(parents=True)
            lines = [_link(folder, piece, fresh / inside, place / inside) for piece in held]
            (fresh / inside / HASHES).write_text("".join(lines), "utf-8")


def _link(folder: AuditFolder, piece: Piece, inside: Path, final: Path) -> str:
    """A link to the file, and its line of hashes: by the link's name or, where there can be no link, by the path."""
    target = os.path.relpath(folder.path / piece.path, final)
    name = _NAME.sub("", piece.path).replace("/", "__")
    try:
        (inside / name).symlink_to(target)
    except (OSError, NotImplementedError):
        name = target
    return f"{piece.sha256}  {name}\n"


def _files(
    folder: AuditFolder, one: Readiness, run: Path, evidence: Mapping[str, list[Path]]
) -> Iterator[tuple[str, Path]]:
    for name in one.seen.files:
        path = folder.path / name if name.startswith("records/") else folder.sources / name
        if path.is_file() and path.resolve().is_relative_to(folder.path.resolve()):
            yield "source", path
    for judged in one.row.by_data:
        path = run / "judged" / f"{judged.procedure}.parquet"
        if path.is_file():
            yield "judged table", path
    for finding in (id for ids in one.row.findings.values() for id in ids):
        for path in evidence.get(finding, ()):
            yield "evidence", path


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


def _safe(name: str) -> str:
    """A name as that of a folder."""
    return (
        "".join(letter if letter.isalnum() or letter in ".-_" else "_" for letter in name).strip(".") or "_"
    )
