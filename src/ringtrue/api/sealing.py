"""The seal of an audit, and its check."""

from pathlib import Path
from typing import TYPE_CHECKING

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.model.errors import (
    WrongUse,
)

if TYPE_CHECKING:
    from ringtrue.engine.seal.make import Seal
    from ringtrue.engine.seal.verified import Verified


def seal(folder: AuditFolder, at: str, url: str | None = None, rendered: bool = False) -> "Seal":
    """Seal the audit folder with the user's key. ``url``: a time-stamping authority; ``rendered``: reports and papers too."""
    from ringtrue.engine.seal.key import key_folder
    from ringtrue.engine.seal.make import seal as make

    return make(folder, key_folder(), at, url=url, rendered=rendered)


def verify(folder: AuditFolder, key: Path | None = None, root: Path | None = None) -> "Verified":
    """Check the last seal of the audit folder. ``key``: the expected public key; ``root``: the authority's root certificate."""
    from ringtrue.engine.seal.key import key_folder, own_public_key, public_key
    from ringtrue.engine.seal.timestamp import certificates
    from ringtrue.engine.seal.verify import verify as check

    try:
        expected = public_key(key.read_bytes()) if key else None
    except ValueError as error:
        raise WrongUse(f"{key}: no Ed25519 public key found. Expected the auditor's public.pem.") from error
    roots = certificates(root.read_bytes(), root.name) if root else ()
    return check(folder.path, expected, own_public_key(key_folder()), roots)
