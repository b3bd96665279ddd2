"""What was taken for what in a source, and how somebody says it better; what a file is that somebody hands in."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ringtrue.api.reading import importer_named, mapping_place
from ringtrue.engine.audit.audit_folder import AuditFolder, write_whole
from ringtrue.importers.mapping_file import from_toml, to_toml
from ringtrue.model.errors import UnreadableInput, WrongUse
from ringtrue.model.source import Mapping, SourceFile
from ringtrue.sources import ENDINGS, is_export, kept_sources

if TYPE_CHECKING:
    from ringtrue.importers.preview import SourceMapping


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
    written = mapping_place(folder, source, audited)
    proposal = folder.mapping_of(name).with_suffix(".proposal.toml")
    return preview(source, written, proposal, audited.timezone)


def change_mapping(folder: AuditFolder, name: str, text: str) -> None:
    """Say how a source is to be read from the next import on: the text of a mapping file. UnreadableInput where it is none."""
    source = _source_named(folder, name)
    written = mapping_place(folder, source, folder.audit())
    importer_named(str(from_toml(text, written.name).content.get("importer", "tabular")), written.name)
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
