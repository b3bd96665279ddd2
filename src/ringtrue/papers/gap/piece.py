"""A file of the evidence pack."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One file of the pack: the clause, what it is, its path in the audit folder, and its SHA-256."""

    criteria: str
    clause: str
    what: str
    path: str
    sha256: str
