"""A run that stands whole is not made again: the same tables, records, settings and code say the same."""

import json
from pathlib import Path

from ringtrue.engine.audit.audit_folder import sha256
from ringtrue.model.errors import ProcedureFailed
from ringtrue.model.result import Results


def kept_run(place: Path, code: str) -> Results | None:
    """The results of the run in this folder, where every file is as its manifest says and no procedure failed; else None."""
    manifest = place / "manifest.json"
    if not manifest.exists():
        return None
    told = json.loads(manifest.read_text("utf-8"))
    files = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
    del files["manifest.json"]
    if told["code"] != code or set(told["files"]) != set(files):
        return None
    if any(sha256(path) != told["files"][name] for name, path in files.items()):
        return None
    results = read_results(place)
    return None if any(ProcedureFailed.MARK in one.why for one in results.procedures) else results


def read_results(place: Path) -> Results:
    """The results of a run, from its folder."""
    from pydantic import TypeAdapter

    return TypeAdapter(Results).validate_json((place / "results.json").read_bytes())
