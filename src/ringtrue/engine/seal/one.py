"""One seal by itself: whether its parts are there, and whether its signature holds."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ringtrue.engine.seal import timestamp
from ringtrue.engine.seal.contents import contents
from ringtrue.engine.seal.key import fingerprint, pem_of, public_key, signed
from ringtrue.engine.seal.manifest import LARGEST, Manifest, NotCanonical, from_bytes
from ringtrue.engine.seal.places import SEALS, what
from ringtrue.engine.seal.seals import (
    MANIFEST,
    NEEDED,
    PARTS,
    PUBLIC_KEY,
    SIGNATURE,
    STAMP,
    STAMP_SIGNATURE,
    place_of,
)
from ringtrue.engine.seal.verified import Difference, StampFound, Trouble


@dataclass(frozen=True, kw_only=True)
class OneSeal:
    """A seal as it stands: its manifest only if the signature over it holds; what is wrong with its files."""

    number: int
    manifest: Manifest | None
    digest: str
    key: Ed25519PublicKey | None
    stamp: StampFound | None
    differences: tuple[Difference, ...]


def read_seal(root: Path, number: int, roots: Sequence[x509.Certificate] = ()) -> OneSeal:
    """Read a seal and check its signature, its own files alone. What it says of others is not looked at."""
    parts, troubles = _parts(root, number)
    key = _key(parts.get(PUBLIC_KEY), number, troubles)
    manifest = _manifest(parts, key, number, troubles)
    stamp = _stamp(parts, key, number, roots, troubles)
    return OneSeal(
        number=number,
        manifest=manifest,
        digest=hashlib.sha256(parts.get(MANIFEST, b"")).hexdigest(),
        key=key,
        stamp=stamp,
        differences=tuple(troubles),
    )


def _parts(root: Path, number: int) -> tuple[dict[str, bytes], list[Difference]]:
    base = f"{SEALS}/{number:04}/"
    found = {one.path.removeprefix(base): one for one in contents(root, lambda path: _toward(path, base))}
    troubles = [_difference("missing", number, name, "it is gone") for name in NEEDED if name not in found]
    parts = {}
    for name, one in found.items():
        if name not in PARTS:
            troubles.append(_difference("added", number, name, "no seal has such a file"))
        elif one.trouble or one.bytes > LARGEST:
            troubles.append(
                _difference("unreadable", number, name, one.trouble or "it is too large for a part of a seal")
            )
        else:
            parts[name] = (place_of(root, number) / name).read_bytes()
    return parts, troubles


def _toward(path: str, base: str) -> bool:
    return path.startswith(base) or path == SEALS + "/"


def _key(pem: bytes | None, number: int, troubles: list[Difference]) -> Ed25519PublicKey | None:
    if pem is None:
        return None
    try:
        key = public_key(pem)
    except ValueError:
        troubles.append(_difference("changed", number, PUBLIC_KEY, "it is no Ed25519 public key"))
        return None
    if pem_of(key) != pem:
        troubles.append(_difference("changed", number, PUBLIC_KEY, "it is not written as Ringtrue writes it"))
    return key


def _manifest(
    parts: dict[str, bytes], key: Ed25519PublicKey | None, number: int, troubles: list[Difference]
) -> Manifest | None:
    """The manifest if the key signed it; else what can be said of which part was changed."""
    if MANIFEST not in parts:
        return None
    try:
        manifest = from_bytes(parts[MANIFEST])
    except NotCanonical as error:
        troubles.append(_difference("changed", number, MANIFEST, str(error)))
        return None
    if key is None or SIGNATURE not in parts:
        return None
    if signed(key, parts[SIGNATURE], parts[MANIFEST]):
        troubles.extend(_contradictions(manifest, key, number))
        return manifest
    if manifest.key != fingerprint(key):
        troubles.append(
            _difference("changed", number, PUBLIC_KEY, "it is not the key that the manifest names")
        )
    else:
        told = "the signature does not fit the manifest: one of the two was changed"
        troubles += [_difference("changed", number, name, told) for name in (MANIFEST, SIGNATURE)]
    return None


def _contradictions(manifest: Manifest, key: Ed25519PublicKey, number: int) -> Iterator[Difference]:
    if manifest.key != fingerprint(key):
        yield _difference(
            "changed", number, PUBLIC_KEY, "the manifest names another key than the one that signed it"
        )
    if manifest.number != number:
        told = f"it is the manifest of seal {manifest.number}, put in the place of another"
        yield _difference("renamed", number, MANIFEST, told)


def _stamp(
    parts: dict[str, bytes],
    key: Ed25519PublicKey | None,
    number: int,
    roots: Sequence[x509.Certificate],
    troubles: list[Difference],
) -> StampFound | None:
    if STAMP not in parts and STAMP_SIGNATURE not in parts:
        return None
    for name in (STAMP, STAMP_SIGNATURE):
        if name not in parts:
            troubles.append(_difference("missing", number, name, "it is gone"))
    if STAMP not in parts or STAMP_SIGNATURE not in parts:
        return None
    if key and not signed(key, parts[STAMP_SIGNATURE], parts[STAMP]):
        told = "the signature over the time-stamp does not fit it: one of the two was changed"
        troubles += [_difference("changed", number, name, told) for name in (STAMP, STAMP_SIGNATURE)]
        return StampFound(at=None, trusted=False, trouble=told)
    found = timestamp.check(parts[STAMP], parts.get(SIGNATURE, b""), roots)
    if found.trouble and found.checked:
        troubles.append(_difference("changed", number, STAMP, found.trouble))
    return StampFound(at=found.at, trusted=found.trusted, trouble=found.trouble)


def _difference(trouble: Trouble, number: int, name: str, told: str) -> Difference:
    path = f"{SEALS}/{number:04}/{name}"
    return Difference(trouble=trouble, path=path, what=what(path), told=told)
