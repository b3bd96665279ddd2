"""Sealing: the manifest of all that counts, its signature, the public key, and a time-stamp if one is asked for."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ringtrue import __version__
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.running.identity import code_digest
from ringtrue.engine.seal import timestamp
from ringtrue.engine.seal.contents import Found, broken_off, contents
from ringtrue.engine.seal.key import fingerprint, pem_of, private_key
from ringtrue.engine.seal.manifest import Manifest, Sealed, written
from ringtrue.engine.seal.places import EVIDENCE, SEALS, counts, what
from ringtrue.engine.seal.seals import (
    MANIFEST,
    PUBLIC_KEY,
    SIGNATURE,
    STAMP,
    STAMP_SIGNATURE,
    numbers,
    place_of,
)
from ringtrue.model.errors import SealRefused


@dataclass(frozen=True, kw_only=True)
class Seal:
    """A seal that was made: its number, where it stands, how many files it covers, the key's fingerprint, the manifest's hash.

    ``passed_over`` are the paths that a command which was broken off left; they are not sealed.
    """

    number: int
    place: Path
    files: int
    key: str
    manifest: str
    timestamp: str | None
    passed_over: tuple[str, ...] = ()


def seal(
    folder: AuditFolder,
    keys: Path,
    at: str,
    *,
    url: str | None = None,
    rendered: bool = False,
) -> Seal:
    """Seal the audit folder as it is, into ``seals/<number>/``. ``at`` is the time by the sealer's clock, ISO 8601 in UTC.

    SealRefused names what does not fit itself: a broken journal raises JournalBroken; a source, run or evidence that is not what its
    own list says; a link. The seal is there whole or not at all.
    """
    entries = len(Journal(folder).entries())
    known = numbers(folder.path)
    files = _files(folder, rendered)
    _refuse_what_does_not_fit(folder, files)
    previous = files.get(f"{SEALS}/{known[-1]:04}/{MANIFEST}") if known else None
    key = private_key(keys)
    manifest = Manifest(
        number=known[-1] + 1 if known else 1,
        at=at,
        key=fingerprint(key.public_key()),
        previous=previous.sha256 if previous else None,
        version=__version__,
        code=code_digest(),
        settings=folder.audit().procedures,
        runs=_code_of_runs(folder, files),
        entries=entries,
        rendered=rendered,
        files={path: Sealed(bytes=one.bytes, sha256=one.sha256) for path, one in files.items()},
    )
    content = written(manifest)
    signature = key.sign(content)
    parts = {MANIFEST: content, SIGNATURE: signature, PUBLIC_KEY: pem_of(key.public_key())}
    stamped = None
    if url:
        answer = timestamp.request(signature, url)
        stamped = timestamp.check(answer, signature).at
        parts |= {STAMP: answer, STAMP_SIGNATURE: key.sign(answer)}
    place = _write(folder.path, manifest.number, parts)
    return Seal(
        number=manifest.number,
        place=place,
        files=len(files),
        key=manifest.key,
        manifest=hashlib.sha256(content).hexdigest(),
        timestamp=stamped,
        passed_over=tuple(broken_off(folder.path, lambda path: _looked_at(path, rendered))),
    )


def _files(folder: AuditFolder, rendered: bool) -> dict[str, Found]:
    """Every file that counts, and those of the seals before."""
    files: dict[str, Found] = {}
    for found in contents(folder.path, lambda path: _looked_at(path, rendered)):
        if found.trouble:
            raise SealRefused(
                f"{found.path}: {found.trouble}. A seal covers files inside the audit folder only: put the file itself there, or take it away."
            )
        files[found.path] = found
    return files


def _looked_at(path: str, rendered: bool) -> bool:
    return counts(path, rendered) or path.startswith(SEALS + "/")


def _refuse_what_does_not_fit(folder: AuditFolder, files: Mapping[str, Found]) -> None:
    lists = {"sources/sources.json": "sources/"}
    lists |= {path: path.removesuffix("manifest.json") for path in files if _is_manifest_of_run(path)}
    for listing, base in lists.items():
        if listing in files:
            for name, digest in _listed(folder.path / listing).items():
                found = files.get(base + name)
                if found is None or found.sha256 != digest:
                    told = "is gone" if found is None else "was changed"
                    raise SealRefused(
                        f"{base}{name}: {what(base + name)} {told} since it was written ({listing}). "
                        "Import or run again, then seal."
                    )
    for path, found in files.items():
        if path.startswith(EVIDENCE) and found.sha256 != path.removeprefix(EVIDENCE):
            raise SealRefused(
                f"{path}: the evidence was changed since it was kept: its name is not its SHA-256."
            )


def _is_manifest_of_run(path: str) -> bool:
    return path.startswith("runs/") and path.count("/") == 2 and path.endswith("/manifest.json")


def _listed(listing: Path) -> dict[str, str]:
    try:
        files: dict[str, str] = json.loads(listing.read_text("utf-8"))["files"]
        return dict(files)
    except (ValueError, KeyError, TypeError) as error:
        raise SealRefused(f"{listing}: it is no list of files. Import or run again, then seal.") from error


def _code_of_runs(folder: AuditFolder, files: Mapping[str, Found]) -> dict[str, str]:
    manifests = [path for path in files if _is_manifest_of_run(path)]
    return {
        path.split("/")[1]: str(json.loads((folder.path / path).read_text("utf-8")).get("code", ""))
        for path in manifests
    }


def _write(root: Path, number: int, parts: Mapping[str, bytes]) -> Path:
    """Write the files beside the seal's place and rename their folder. SealRefused if another seal took the number meanwhile."""
    (root / SEALS).mkdir(exist_ok=True)
    fresh, place = Path(tempfile.mkdtemp(prefix=".new-", dir=root / SEALS)), place_of(root, number)
    try:
        for name, content in parts.items():
            with (fresh / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        fresh.chmod(0o755)
        fresh.rename(place)
    except OSError as error:
        raise SealRefused(f"{place}: the seal could not be written ({error.strerror}).") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return place
