"""A small audit folder with a file of every kind, as Ringtrue would have written it."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.seal.make import Seal, seal
from ringtrue.engine.seal.verified import Verified
from ringtrue.engine.seal.verify import verify
from ringtrue.model.entry import NewEntry

AT = "2026-11-24T14:00:00Z"

_RUN = {
    "results.json": b'{"schema": "ringtrue/results/1"}\n',
    "judged/flow.ping-pong.parquet": b"PAR1 judged PAR1",
    "sql/flow.ping-pong.sql": b"select 1\n",
    "leads.parquet": b"PAR1 leads PAR1",
    "pseudonyms.parquet": b"PAR1 names PAR1",
    "charts.json": b"[]\n",
}


def audit_folder(root: Path) -> AuditFolder:
    """An audit with sources, a mapping, tables, a run, records and a report."""
    root.mkdir()
    sources = {"incident.csv": b"id,team\nI1,desk\n", "problem.csv": b"id,team\nP1,desk\n"}
    _put(root, {"audit.toml": b'[audit]\ntitle = "Northwind"\n[procedures."flow.ping-pong"]\nleast = 30\n'})
    _put(root / "sources", sources)
    _put(root / "sources", {"sources.json": _listing(sources)})
    _put(root / "mappings", {"incident.csv.toml": b'importer = "tabular"\n'})
    _put(root / "tables", {"cases.parquet": b"PAR1 cases PAR1", "tables.json": b"{}\n"})
    add_run(root, "7153a1b49569")
    _put(root / "reports", {"report.html": b"<html></html>\n"})
    _put(root / "papers", {"sample.xlsx": b"PK paper"})
    folder = AuditFolder(root)
    add_entries(folder, "F-1", "F-2")
    add_evidence(root, b"a minute of the change board")
    return folder


def add_run(root: Path, run: str) -> None:
    """A run with its own manifest."""
    _put(root / "runs" / run, _RUN)
    manifest = json.loads(_listing(_RUN)) | {"code": "c0de"}
    _put(root / "runs" / run, {"manifest.json": json.dumps(manifest).encode()})


def add_entries(folder: AuditFolder, *ids: str) -> None:
    """Findings in the journal."""
    Journal(folder).append(
        [
            NewEntry(
                kind="finding", id=id, by="ada", at=AT, reason="first draft", content={"grade": "minor_nc"}
            )
            for id in ids
        ]
    )


def add_evidence(root: Path, content: bytes) -> Path:
    """A file of evidence, kept by its content."""
    _put(root / "records" / "evidence", {hashlib.sha256(content).hexdigest(): content})
    return root / "records" / "evidence" / hashlib.sha256(content).hexdigest()


def sealed(root: Path, *, rendered: bool = False) -> tuple[AuditFolder, Seal]:
    """The audit folder under ``root``, sealed with the key of Ada."""
    folder = audit_folder(root / "audit")
    return folder, seal(folder, root / "ada", AT, rendered=rendered)


def differences(folder: AuditFolder) -> dict[str, tuple[str, str]]:
    """What a check finds: path to what happened and what the file is."""
    return {one.path: (one.trouble, one.what) for one in check(folder).differences}


def check(folder: AuditFolder) -> Verified:
    """The check of somebody who was told nothing."""
    return verify(folder.path)


def _listing(files: Mapping[str, bytes]) -> bytes:
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return json.dumps({"files": digests}, indent=1).encode()


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
