"""Exports into the tables of an audit folder, and what was taken for what."""

import shutil
from collections import Counter
from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ringtrue import plugins
from ringtrue.api.places import criteria
from ringtrue.criteria.read import is_own
from ringtrue.criteria.references import expected_clause
from ringtrue.engine.audit_file import AuditFile, new_audit_file
from ringtrue.engine.audit_folder import AuditFolder, is_audit_folder, recover, replacing, sha256, write_whole
from ringtrue.engine.connect import DEFAULT_MEMORY, connection, share_of
from ringtrue.engine.loading.clauses import note_clauses
from ringtrue.engine.loading.load import Incoming, Loaded, load
from ringtrue.engine.room import room
from ringtrue.engine.tables_folder import write_tables
from ringtrue.engine.work_folder import work_folder
from ringtrue.importers.mapping_file import from_toml, to_toml
from ringtrue.model.errors import (
    MappingIncomplete,
    UnreadableInput,
    WrongUse,
)
from ringtrue.model.place import file_of
from ringtrue.model.progress import Progress, Told, silent
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, SourceFile
from ringtrue.sources import (
    ENDINGS,
    Given,
    find_sources,
    is_export,
    keep_sources,
    kept_sources,
)

if TYPE_CHECKING:
    from ringtrue.importers.database.fetch import Fetched
    from ringtrue.importers.preview import SourceMapping


FOR_THE_DATABASE = 0.75
"""Share of the memory granted that the database may hold; the rest is for the program and for what the system keeps for both."""


CERTAIN = 0.98
"""How sure an importer is that has told a file by its first bytes, so that the others need not read it whole to look at it."""


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
        incoming, errors = _read_all(folder, files, work, audited, progress)
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


def scan(path: Path, name: str) -> str:
    """The kind of a file that somebody hands in. UnreadableInput where it is no export, damaged, or grows as no export does."""
    from ringtrue.importers.reading.scan import scan as look

    if not is_export(Path(name)):
        wanted = ", ".join(sorted(ENDINGS))
        raise UnreadableInput(name, "its ending is not known", wanted, "Export it as CSV or xlsx.")
    return look(path, name)


def source_mapping(folder: AuditFolder, name: str) -> "SourceMapping":
    """How a source is read, with its first rows. WrongUse where there is no such source."""
    from ringtrue.importers.preview import preview

    source, audited = _source_named(folder, name), folder.audit()
    written = _mapping_place(folder, source, audited)
    proposal = folder.mapping_of(name).with_suffix(".proposal.toml")
    return preview(source, written, proposal, audited.timezone)


def change_mapping(folder: AuditFolder, name: str, text: str) -> None:
    """Say how a source is to be read from the next import on: the text of a mapping file. UnreadableInput where it is none."""
    source = _source_named(folder, name)
    written = _mapping_place(folder, source, folder.audit())
    _importer_named(str(from_toml(text, written.name).content.get("importer", "tabular")), written.name)
    write_whole(written, text)


def mapping_text(content: Named[str, Any], notes: Sequence[str] = ()) -> str:
    """A mapping as the text of its file. UnreadableInput where it makes no sense."""
    text = to_toml(Mapping(content=content), notes)
    from_toml(text, "mapping")
    return text


def _source_named(folder: AuditFolder, name: str) -> SourceFile:
    found = [one for one in kept_sources(folder) if one.name == name] if folder.sources.exists() else []
    if not found:
        raise WrongUse(f"{name}: there is no such source in this audit.")
    return found[0]


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


def _read_all(
    folder: AuditFolder,
    files: Sequence[SourceFile],
    work: Path,
    audited: AuditFile,
    progress: Progress | None,
) -> tuple[list[Incoming], dict[str, UnreadableInput]]:
    incoming: list[Incoming] = []
    errors: dict[str, UnreadableInput] = {}
    for number, file in enumerate(files):
        told = partial(progress, f"reading {file.name}") if progress else silent
        told(0, 0)
        place = work / str(number)
        place.mkdir()
        try:
            read, mapping = _read(folder, file, place, audited, told)
            incoming.append(Incoming(file.name, read, mapping))
        except MappingIncomplete as error:
            _write_proposal(folder, file, error)
            errors[file.name] = error
        except UnreadableInput as error:
            errors[file.name] = error
    return incoming, errors


def _read(
    folder: AuditFolder, file: SourceFile, work: Path, audited: AuditFile, told: Told
) -> tuple[ReadResult, Mapping]:
    settings = ReadSettings(zone=audited.timezone, told=told)
    written = _mapping_place(folder, file, audited)
    if written.exists():
        mapping = from_toml(written.read_text("utf-8-sig"), written.name)
        importer = _importer_named(str(mapping.content.get("importer", "tabular")), written.name)
        read = importer.read(file, work, settings, mapping)
        return read, read.mapping
    importer = _best_importer(file, work, settings)
    read = importer.read(file, work, settings)
    if not read.mapping.content.get("identity"):
        write_whole(written, to_toml(read.mapping, read.assumptions))
    return read, read.mapping


def _mapping_place(folder: AuditFolder, file: SourceFile, audited: AuditFile) -> Path:
    """Where the mapping of a source stands: where ``audit.toml`` says, else in ``mappings/``."""
    named = audited.mappings.get(file.name)
    return folder.path / named if named else folder.mapping_of(file.name)


def _best_importer(file: SourceFile, work: Path, settings: ReadSettings) -> plugins.Importer:
    by_head_first = sorted(plugins.importers(), key=lambda one: not getattr(one, "by_head", False))
    recognised: list[tuple[float, str, plugins.Importer]] = []
    for one in by_head_first:
        sure = one.recognises(file, work, settings).sure
        if sure >= CERTAIN and getattr(one, "by_head", False):
            return one
        recognised.append((sure, one.name, one))
    sure, _, best = max(recognised, key=lambda found: (found[0], found[1]))
    return best if sure > 0 else _importer_named("tabular", file.name)


def _importer_named(name: str, file: str) -> plugins.Importer:
    known = {importer.name: importer for importer in plugins.importers()}
    if name not in known:
        raise WrongUse(f'{file}: importer "{name}" is not known. Known: {", ".join(known)}.')
    return known[name]


def _write_proposal(folder: AuditFolder, file: SourceFile, error: MappingIncomplete) -> None:
    proposal = getattr(error, "proposal", None)
    if proposal:
        write_whole(folder.mapping_of(file.name).with_suffix(".proposal.toml"), proposal)


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
