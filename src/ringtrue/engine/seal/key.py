"""The key with which somebody seals: Ed25519, made at first use, in the configuration folder of its owner."""

import hashlib
import os
import tempfile
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from ringtrue.model.errors import SealRefused

PRIVATE, PUBLIC = "seal-key.pem", "seal-key.pub.pem"


def key_folder() -> Path:
    """``$XDG_CONFIG_HOME/ringtrue``, or ``~/.config/ringtrue`` where that is not set to an absolute path."""
    given = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".config") / "ringtrue"


def private_key(folder: Path) -> Ed25519PrivateKey:
    """The key in the folder, made there if there is none. SealRefused if others may read it, or if it is no such key."""
    place = folder / PRIVATE
    if not place.exists():
        _make(folder)
    if os.name == "posix" and place.stat().st_mode & 0o077:
        raise SealRefused(
            f"{place}: others than you may read this key. Expected permissions 0600: run `chmod 600` on it; if others had it, "
            "delete it, and a new one is made."
        )
    try:
        key = load_pem_private_key(place.read_bytes(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SealRefused(
            f"{place}: this is no private key without a pass phrase. Put back your copy of it."
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SealRefused(f"{place}: this is a key of another kind. Expected an Ed25519 key.")
    if own_public_key(folder) != key.public_key():
        (folder / PUBLIC).write_bytes(pem_of(key.public_key()))
    return key


def own_public_key(folder: Path) -> Ed25519PublicKey | None:
    """The public key of whoever uses this computer, None if nothing was ever sealed here."""
    try:
        return public_key((folder / PUBLIC).read_bytes())
    except (OSError, ValueError):
        return None


def public_key(pem: bytes) -> Ed25519PublicKey:
    """The key in a PEM text; ValueError if it is none of this kind."""
    try:
        key = load_pem_public_key(pem)
    except UnsupportedAlgorithm as error:
        raise ValueError("no Ed25519 public key") from error
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("no Ed25519 public key")
    return key


def pem_of(key: Ed25519PublicKey) -> bytes:
    """The public key as PEM, in the one form in which Ringtrue writes it."""
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def fingerprint(key: Ed25519PublicKey) -> str:
    """The SHA-256 of the DER form of the key, in hex: short enough to read it out on the telephone."""
    return hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()


def signed(key: Ed25519PublicKey, signature: bytes, content: bytes) -> bool:
    """Whether the signature is that of the key over the content."""
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True


def _make(folder: Path) -> None:
    """A new pair of keys. Whoever comes second at the same moment keeps the first one's."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = Ed25519PrivateKey.generate()
    text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    handle, fresh = tempfile.mkstemp(dir=folder, prefix=".new-")  # readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.link(fresh, folder / PRIVATE)
    except FileExistsError:
        pass
    finally:
        Path(fresh).unlink()
