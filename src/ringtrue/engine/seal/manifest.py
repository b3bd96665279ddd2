"""The manifest: what is sealed, as canonical JSON. There is one way to write it, so a changed byte is always seen."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

SCHEMA = "ringtrue/seal/1"
LARGEST = 64 << 20
"""Bytes. A manifest has about 150 a file; a larger one is not read."""


class NotCanonical(ValueError):
    """The bytes are no manifest as Ringtrue writes it."""


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """A file as it was sealed."""

    bytes: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """All that is signed.

    ``key`` is the fingerprint of the public key: the SHA-256 of its DER form. ``at`` is the time by the sealer's own clock. ``previous``
    is the SHA-256 of the manifest of the seal before. ``runs`` maps each run to the SHA-256 of the code that made it; ``settings`` are
    those that the audit's file sets. ``rendered``: reports and papers are sealed too.
    """

    number: int
    at: str
    key: str
    previous: str | None
    version: str
    code: str
    settings: Mapping[str, Mapping[str, Any]]
    runs: Mapping[str, str]
    entries: int
    rendered: bool
    files: Mapping[str, Sealed]
    schema: str = field(default=SCHEMA)


def written(manifest: Manifest) -> bytes:
    """The manifest as bytes: sorted keys, ASCII, one space a level, a line end."""
    return _canonical(asdict(manifest))


def from_bytes(content: bytes) -> Manifest:
    """Read a manifest. NotCanonical if it is anything else than Ringtrue would have written, byte for byte."""
    try:
        found = json.loads(content.decode("ascii"))
        if _canonical(found) != content:
            raise NotCanonical("it is not written as Ringtrue writes it")
        if found["schema"] != SCHEMA:
            raise NotCanonical(
                f'its schema is "{found["schema"]}"; expected {SCHEMA}. A newer Ringtrue may read it.'
            )
        files = {path: Sealed(**one) for path, one in found.pop("files").items()}
        manifest = Manifest(files=files, **found)
    except NotCanonical:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotCanonical(f"it is no manifest ({type(error).__name__})") from error
    _check(manifest)
    return manifest


def _check(manifest: Manifest) -> None:
    numbers = [manifest.number, manifest.entries, *(one.bytes for one in manifest.files.values())]
    texts = [manifest.at, manifest.key, manifest.version, *(one.sha256 for one in manifest.files.values())]
    if not all(isinstance(one, int) for one in numbers) or not all(isinstance(one, str) for one in texts):
        raise NotCanonical("a number or a text in it is of another type")
    odd = next((path for path in manifest.files if _leads_out(path)), None)
    if odd is not None:
        raise NotCanonical(f"it names a path that leads out of the audit folder ({odd!r})")


def _leads_out(path: str) -> bool:
    return path.startswith(("/", "\\")) or ":" in path.partition("/")[0] or ".." in path.split("/")


def _canonical(content: Any) -> bytes:
    return (json.dumps(content, sort_keys=True, indent=1, ensure_ascii=True, default=str) + "\n").encode(
        "ascii"
    )
