"""Exports into the tables of an audit folder."""

import shutil
from collections import Counter
from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ringtrue.api.places import criteria
from ringtrue.api.reading import read_all
from ringtrue.criteria.read import is_own
from ringtrue.criteria.references import expected_clause
from ringtrue.engine.audit.audit_file import new_audit_file
from ringtrue.engine.audit.audit_folder import (
    AuditFolder,
    is_audit_folder,
    recover,
    replacing,
    sha256,
    write_whole,
)
from ringtrue.engine.audit.tables_folder import write_tables
from ringtrue.engine.database.connect import DEFAULT_MEMORY, connection, share_of
from ringtrue.engine.database.room import room
from ringtrue.engine.database.work_folder import work_folder
from ringtrue.engine.loading.clauses import note_clauses
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming, Loaded
from ringtrue.model.errors import (
    UnreadableInput,
)
from ringtrue.model.place import file_of
from ringtrue.model.progress import Progress
from ringtrue.model.source import SourceFile
from ringtrue.sources import (
    Given,
    find_sources,
    keep_sources,
    kept_sources,
)

if TYPE_CHECKING:
    from ringtrue.importers.database.fetch import Fetched


FOR_THE_DATABASE = 0.75
"""Share of the memory granted that the database may hold; the rest is for the program and for what the system keeps for both."""


@dataclass(frozen=True)
class Imported:
    """An import: where the audit folder is, what could not be read, which files were passed over."""

    folder: AuditFolder
    errors: dict[str, UnreadableInput]
    passed_over: tuple[str, ...] = ()


def fetch(path: Path, out: Path) -> "tuple[Fetched, ...]":
    """Ask the database of a file with its queries, and write the answers as files into ``out``; what was written."""
    from ringtrue.importers.database.fetch import fetch as asked

    return asked(path, out)


def import_sources(
    paths: Sequence[Path],
    out: Path | None,
    memory: str = DEFAULT_MEMORY,
    progress: Progress | None = None,
) -> Imported:
    """Read every export into the canonical tables of an audit folder. A file that cannot be read is reported, the rest goes on.

    ``progress`` hears which file is read, checked or written, and how many of its rows are done.
    """
    is_kept = _is_kept(paths)
    folder = _folder(paths, out)
    with room(memory, folder.path):
        files, passed_over = _begin(paths, folder)
        hashes = {} if is_kept else source_hashes(folder)
        errors = _import(folder, files, hashes, memory, progress)
    return Imported(folder, errors, passed_over)


def _import(
    folder: AuditFolder,
    files: Sequence[SourceFile],
    hashes: Named[str, str],
    memory: str,
    progress: Progress | None,
) -> dict[str, UnreadableInput]:
    """``hashes`` are those that were told while the files were kept, a moment ago."""
    audited, judged_by = folder.audit(), criteria(folder)
    with (
        work_folder(folder.path) as work,
        connection(share_of(memory, FOR_THE_DATABASE), work) as database,
    ):
        incoming, errors = read_all(folder, files, work, audited, progress)
        loaded = load(database, incoming, audited.timezone, progress=progress)
        errors.update(loaded.errors)
        note_clauses(database, set(loaded.given), lambda text: expected_clause(judged_by, text))
        sources = _sources(files, hashes, incoming, loaded, errors, database)
        about = {"sources": sources, "facts": loaded.facts}
        with replacing(folder.tables) as fresh:
            write_tables(database, fresh, loaded.given, about, loaded.in_order, progress)
    return errors


def source_hashes(folder: AuditFolder) -> dict[str, str]:
    """The SHA-256 of each source file as it was received."""
    import json

    place = folder.sources / "sources.json"
    hashes: dict[str, str] = json.loads(place.read_text("utf-8"))["files"] if place.exists() else {}
    return hashes


def _folder(paths: Sequence[Path], out: Path | None) -> AuditFolder:
    return AuditFolder(paths[0] if _is_kept(paths) else out or Path(f"{paths[0].name.split('.')[0]}-audit"))


def _begin(paths: Sequence[Path], folder: AuditFolder) -> tuple[tuple[SourceFile, ...], tuple[str, ...]]:
    """The sources, kept in the folder, and the names of the files that are none."""
    if _is_kept(paths):
        for place in (folder.sources, folder.tables):
            recover(place)
        return kept_sources(folder), ()
    given = find_sources(paths)
    folder.path.mkdir(parents=True, exist_ok=True)
    if not folder.audit_file.exists():
        title = paths[0].name.split(".")[0].replace("_", " ")
        text = given.audit_file.read_text("utf-8-sig") if given.audit_file else new_audit_file(title, "UTC")
        write_whole(folder.audit_file, text)
    own = _take_own_criteria(folder, given)
    files = [file for file in given.files if file.path.resolve() not in own]
    passed_over = tuple(name for name in given.passed_over if name not in own.values())
    return keep_sources(folder, files), passed_over


def _is_kept(paths: Sequence[Path]) -> bool:
    """Whether it is an audit folder, whose sources are kept already."""
    return len(paths) == 1 and is_audit_folder(paths[0])


def _take_own_criteria(folder: AuditFolder, given: Given) -> dict[Path, str]:
    """Copy the own criteria that ``audit.toml`` names from beside it into the audit folder: they are no export. Their names by path."""
    named = [name for name in folder.audit().criteria if is_own(name)]
    if given.audit_file is None:
        return {}
    beside = given.audit_file.parent.resolve()
    found = {(beside / name).resolve(): name for name in named}
    own = {path: name for path, name in found.items() if path.is_file() and path.is_relative_to(beside)}
    for path, name in own.items():
        place = (folder.path / name).resolve()
        if place.is_relative_to(folder.path.resolve()) and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return own


def _sources(
    files: Sequence[SourceFile],
    hashes: Named[str, str],
    incoming: Sequence[Incoming],
    loaded: Loaded,
    errors: dict[str, UnreadableInput],
    database: Any,
) -> list[dict[str, Any]]:
    importers = {one.file: one.read.importer for one in incoming}
    names = {file.name for file in files}
    counted: Counter[str | None] = Counter()
    for place, n in database.execute("select file, count(*) from load_issues group by file").fetchall():
        counted[file_of(place, names)] += n
    first_of_cases = next((part for part in loaded.assumptions if part in loaded.cases_from), None)
    return [
        {
            "file": file.name,
            "sha256": hashes.get(file.name) or sha256(file.path),
            "importer": importers.get(file.name),
            "rows": loaded.rows.get(file.name, 0),
            "loaded": loaded.loaded.get(file.name, 0),
            "rejected": loaded.rejected.get(file.name, 0),
            "issues": counted[file.name],
            "assumptions": [
                *loaded.assumptions.get(file.name, ()),
                *(loaded.shared_assumptions if file.name == first_of_cases else ()),
            ],
            "error": str(errors[file.name]) if file.name in errors else None,
        }
        for file in files
    ]
