"""What makes a run the run that it is: the tables, records, settings and criteria of the audit, and the code that judges."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from ringtrue import __version__
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.audit_folder import AuditFolder, sha256
from ringtrue.engine.records.records import RecordRows

DECIDING = ("engine", "views", "facts", "procedures", "statistics", "criteria", "tables")
"""The parts of Ringtrue that decide what a run says."""


def run_id(folder: AuditFolder, audit: AuditFile, records: RecordRows) -> str:
    """The id of a run: of its tables, its records, its settings, its criteria and the code, never of the time."""
    digest = hashlib.sha256()
    for table in sorted(folder.tables.iterdir()):
        digest.update(f"{table.name} {sha256(table)}\n".encode())
    for own in (folder.path / name for name in audit.criteria):
        if own.is_file():
            digest.update(f"{own.name} {sha256(own)}\n".encode())
    digest.update(repr((__version__, code_digest(), audit, records.digest)).encode())
    return digest.hexdigest()[:12]


@cache
def code_digest(places: tuple[str, ...] = DECIDING) -> str:
    """The SHA-256 of the code that decides what a run says; read once, as the code of a process is."""
    digest = hashlib.sha256()
    for place in places:
        for name, content in sorted(_contents(files("ringtrue").joinpath(place), place)):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _contents(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    found = []
    for inside in place.iterdir():
        if inside.is_dir() and inside.name != "__pycache__":
            found += _contents(inside, f"{name}/{inside.name}")
        elif inside.name.endswith((".py", ".sql", ".yaml", ".toml")):
            found.append((f"{name}/{inside.name}", inside.read_bytes()))
    return found
