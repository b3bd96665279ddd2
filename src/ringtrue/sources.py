"""The files that an audit is given: found, told apart, kept as received."""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ringtrue.engine.audit.audit_folder import AuditFolder, replacing, sha256
from ringtrue.model.errors import WrongUse
from ringtrue.model.source import SourceFile

ENDINGS = frozenset(
    (
        *(".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet", ".json", ".jsonl", ".ndjson"),
        *(".xes", ".xml", ".jsonocel", ".xmlocel", ".sqlite", ".sqlite3", ".db"),
    )
)
PACKED = frozenset((".gz", ".zip"))
NOT_DATA = frozenset(("audit.toml", "sources.json", "truth.json"))


@dataclass(frozen=True)
class Given:
    """The files to audit, those that are no export, and the audit's own file where one lies beside them."""

    files: tuple[SourceFile, ...]
    passed_over: tuple[str, ...]
    audit_file: Path | None


def find_sources(paths: Sequence[Path]) -> Given:
    """Every export among the paths; folders are searched. WrongUse where a path does not exist or nothing is found."""
    files: list[SourceFile] = []
    passed_over: list[str] = []
    audit_file = None
    for path in paths:
        if not path.exists():
            raise WrongUse(
                f"{path}: there is no such file or folder. Name an export, several, or a folder of them."
            )
        base = path if path.is_dir() else path.parent
        for file in _inside(path):
            name = file.relative_to(base).as_posix()
            if file.name == "audit.toml":
                audit_file = audit_file or file
            elif is_export(file) and file.name not in NOT_DATA:
                files.append(SourceFile(path=file, name=_unused(name, files)))
            elif file.name not in NOT_DATA:
                passed_over.append(name)
    if not files:
        named = ", ".join(str(path) for path in paths)
        raise WrongUse(
            f"{named}: no export found. Known endings: {', '.join(sorted(ENDINGS))}, also packed as .gz or .zip."
        )
    return Given(tuple(files), tuple(passed_over), audit_file)


def is_export(file: Path) -> bool:
    """Whether the ending is one that importers read, packed or not."""
    endings = [ending.lower() for ending in file.suffixes]
    last = endings[-1] if endings else ""
    return last in ENDINGS or (last in PACKED)


def keep_sources(folder: AuditFolder, files: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    """Copy the files into ``sources/``, read-only, with their SHA-256 in ``sources.json``; returns them at their new place."""
    kept, known = [], {}
    with replacing(folder.sources) as fresh:
        for file in files:
            place = fresh / file.name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.path, place)
            place.chmod(0o444)
            known[file.name] = sha256(place)
            kept.append(SourceFile(path=folder.sources / file.name, name=file.name))
        text = json.dumps({"schema": "ringtrue/sources/1", "files": known}, indent=1, ensure_ascii=False)
        (fresh / "sources.json").write_text(text + "\n", "utf-8")
    return tuple(kept)


def change_sources(
    folder: AuditFolder, add: Sequence[SourceFile], remove: Iterable[str] = ()
) -> tuple[SourceFile, ...]:
    """Add files to ``sources/`` and take others out, in one step. An added one takes the place of one with its name."""
    gone = set(remove) | {file.name for file in add}
    there = kept_sources(folder) if (folder.sources / "sources.json").exists() else ()
    return keep_sources(folder, [*(file for file in there if file.name not in gone), *add])


def kept_sources(folder: AuditFolder) -> tuple[SourceFile, ...]:
    """The sources of an audit folder, in the order in which they were received."""
    listed = json.loads((folder.sources / "sources.json").read_text("utf-8"))["files"]
    return tuple(SourceFile(path=folder.sources / name, name=name) for name in listed)


def _inside(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))


def _unused(name: str, files: Sequence[SourceFile]) -> str:
    taken = {file.name for file in files}
    number, candidate = 2, name
    while candidate in taken:
        candidate, number = f"{number}-{name}", number + 1
    return candidate
