"""The check of a seal: signature, files, journal, time-stamp and the seals before, without a network and without writing."""

from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.seal.claims import does_not_prove, proves
from ringtrue.engine.seal.compare import compare
from ringtrue.engine.seal.contents import read
from ringtrue.engine.seal.key import fingerprint
from ringtrue.engine.seal.one import OneSeal, read_seal
from ringtrue.engine.seal.places import JOURNAL, what
from ringtrue.engine.seal.seals import numbers
from ringtrue.engine.seal.verified import AddedSince, Difference, EarlierSeal, KeyUsed, Verified
from ringtrue.model.errors import JournalBroken, WrongUse


def verify(
    root: Path,
    expected: Ed25519PublicKey | None = None,
    own: Ed25519PublicKey | None = None,
    roots: Sequence[x509.Certificate] = (),
) -> Verified:
    """Check the last seal of an audit folder, and the earlier ones in short. WrongUse if it has none.

    ``expected`` is the key that the seal should have been made with; ``own`` the user's own; ``roots`` the certificates of
    time-stamping authorities that the user trusts.
    """
    known = numbers(root)
    if not known:
        raise WrongUse(f"{root}: there is no seal here. `ringtrue seal` makes one.")
    seal = read_seal(root, known[-1], roots)
    differences, since = _files(root, seal)
    key = _key(seal.key, expected, own)
    earlier = tuple(_earlier(root, read_seal(root, number)) for number in known[:-1])
    found = Verified(
        whole=seal.manifest is not None and not differences and key.matches is not False,
        number=seal.number,
        at=seal.manifest.at if seal.manifest else None,
        version=seal.manifest.version if seal.manifest else None,
        manifest=seal.digest,
        signature=seal.manifest is not None,
        rendered=bool(seal.manifest and seal.manifest.rendered),
        files=len(seal.manifest.files) if seal.manifest else 0,
        entries=seal.manifest.entries if seal.manifest else 0,
        key=key,
        timestamp=seal.stamp,
        differences=differences,
        added_since=since,
        earlier=earlier,
    )
    return _with_claims(found)


def _with_claims(found: Verified) -> Verified:
    return Verified(**{**vars(found), "proves": proves(found), "does_not_prove": does_not_prove(found)})


def _files(root: Path, seal: OneSeal) -> tuple[tuple[Difference, ...], tuple[AddedSince, ...]]:
    """Where the signature does not hold, nothing that the manifest says of other files is worth anything."""
    broken = _broken_journal(root)
    if seal.manifest is None:
        return (*seal.differences, *broken), ()
    differences, since = compare(root, seal.manifest)
    return (*seal.differences, *differences, *broken), since


def _broken_journal(root: Path) -> tuple[Difference, ...]:
    """The first line of the journal that does not follow from the one before it."""
    if read(root, JOURNAL).trouble or (root / "records").is_symlink():
        return ()
    try:
        Journal(AuditFolder(root)).entries()
    except JournalBroken as error:
        told = str(error).partition(". ")[0].removeprefix(f"{JOURNAL}, ")
    except (UnicodeDecodeError, RecursionError) as error:
        told = f"it is no journal ({type(error).__name__})"
    else:
        return ()
    return (Difference(trouble="changed", path=JOURNAL, what=what(JOURNAL), told=told),)


def _key(
    used: Ed25519PublicKey | None, expected: Ed25519PublicKey | None, own: Ed25519PublicKey | None
) -> KeyUsed:
    return KeyUsed(
        fingerprint=fingerprint(used) if used else None,
        matches=None if expected is None else used == expected,
        own=None if own is None or used is None else used == own,
    )


def _earlier(root: Path, seal: OneSeal) -> EarlierSeal:
    told = ""
    if seal.manifest is None or seal.differences:
        told = "; ".join(f"{one.what}: {one.told}" for one in seal.differences)
    elif JOURNAL in seal.manifest.files:
        sealed = seal.manifest.files[JOURNAL]
        if read(root, JOURNAL, sealed.bytes).first != sealed.sha256:
            told = f"the journal does not begin any more with the {seal.manifest.entries:,} entries that were sealed then"
    return EarlierSeal(
        number=seal.number,
        at=seal.manifest.at if seal.manifest else None,
        key=fingerprint(seal.key) if seal.key else None,
        holds=not told,
        told=told,
    )
