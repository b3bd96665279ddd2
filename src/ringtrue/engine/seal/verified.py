"""What a check of a seal found."""

from dataclasses import dataclass
from typing import Literal

Trouble = Literal["changed", "missing", "added", "renamed", "unreadable"]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A file that is not as it was sealed: what happened, which file, what that is, and what was seen."""

    trouble: Trouble
    path: str
    what: str
    told: str


@dataclass(frozen=True, kw_only=True)
class AddedSince:
    """What an audit that goes on put there after it was sealed. The seal says nothing of it."""

    path: str
    what: str
    told: str


@dataclass(frozen=True, kw_only=True)
class KeyUsed:
    """The key of the seal. ``matches``: whether it is the expected one, None if none was given; ``own``: whether it is the user's own."""

    fingerprint: str | None
    matches: bool | None
    own: bool | None


@dataclass(frozen=True, kw_only=True)
class StampFound:
    """A time-stamp: the authority's time, and whether its chain ends in a root certificate that was given."""

    at: str | None
    trusted: bool
    trouble: str


@dataclass(frozen=True, kw_only=True)
class EarlierSeal:
    """A seal before the last: whether its signature holds and the journal still begins as it did then."""

    number: int
    at: str | None
    key: str | None
    holds: bool
    told: str


@dataclass(frozen=True, kw_only=True)
class Verified:
    """A whole check. ``whole``: every file is the one that was sealed, the signature holds, and the key is not another than expected."""

    whole: bool
    number: int
    at: str | None
    version: str | None
    manifest: str
    signature: bool
    rendered: bool
    files: int
    entries: int
    key: KeyUsed
    timestamp: StampFound | None
    differences: tuple[Difference, ...]
    added_since: tuple[AddedSince, ...]
    earlier: tuple[EarlierSeal, ...]
    proves: tuple[str, ...] = ()
    does_not_prove: tuple[str, ...] = ()
