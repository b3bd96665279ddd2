"""Each source of an audit read by the importer that knows it best, or that its mapping names."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from ringtrue import plugins
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.audit_folder import AuditFolder, write_whole
from ringtrue.engine.loading.outcome import Incoming
from ringtrue.importers.mapping_file import WRITTEN, from_toml, to_toml
from ringtrue.model.errors import MappingIncomplete, UnreadableInput, WrongUse
from ringtrue.model.progress import Progress, Told, silent
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, SourceFile

CERTAIN = 0.98
"""How sure an importer is that has told a file by its first bytes, so that the others need not read it whole to look at it."""


def read_all(
    folder: AuditFolder,
    files: Sequence[SourceFile],
    work: Path,
    audited: AuditFile,
    progress: Progress | None,
) -> tuple[list[Incoming], dict[str, UnreadableInput]]:
    """Every file as its importer reads it, and what could not be read by the name of its file. ``work`` is a folder for what they unpack."""
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
    written = mapping_place(folder, file, audited)
    if written.exists():
        text = written.read_text("utf-8-sig")
        mapping = from_toml(text, written.name)
        importer = importer_named(str(mapping.content.get("importer", "tabular")), written.name)
        read = _as_before(importer, file, work, settings, text) or importer.read(
            file, work, settings, mapping
        )
        return read, read.mapping
    importer = _best_importer(file, work, settings)
    read = importer.read(file, work, settings)
    if not read.mapping.content.get("identity"):
        write_whole(written, to_toml(read.mapping, read.assumptions))
    return read, read.mapping


def _as_before(
    importer: plugins.Importer, file: SourceFile, work: Path, settings: ReadSettings, text: str
) -> ReadResult | None:
    """What the importer reads by itself, where the mapping stands as it would write it: then all that it assumed is told again, and a second
    import has the bytes of the first. None where somebody changed the mapping, or the file is another one.
    """
    if not text.startswith(WRITTEN):
        return None
    try:
        read = importer.read(file, work, settings)
    except UnreadableInput:
        return None
    return read if to_toml(read.mapping, read.assumptions) == text else None


def mapping_place(folder: AuditFolder, file: SourceFile, audited: AuditFile) -> Path:
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
    return best if sure > 0 else importer_named("tabular", file.name)


def importer_named(name: str, file: str) -> plugins.Importer:
    """The importer of that name. WrongUse where there is none."""
    known = {importer.name: importer for importer in plugins.importers()}
    if name not in known:
        raise WrongUse(f'{file}: importer "{name}" is not known. Known: {", ".join(known)}.')
    return known[name]


def _write_proposal(folder: AuditFolder, file: SourceFile, error: MappingIncomplete) -> None:
    proposal = getattr(error, "proposal", None)
    if proposal:
        write_whole(folder.mapping_of(file.name).with_suffix(".proposal.toml"), proposal)
