"""Evidence: what somebody saw, when and where it happened, how it was obtained, and what shows that it is unchanged."""

from dataclasses import dataclass
from typing import Literal

Obtained = Literal["examined", "interviewed", "observed", "recomputed", "confirmed"]
"""A record or document read; somebody asked; work watched; a figure computed anew; confirmed by a third party."""

OBTAINED: tuple[Obtained, ...] = ("examined", "interviewed", "observed", "recomputed", "confirmed")


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One piece of evidence. Dates are ISO 8601 (a day or a time); the three are never mixed up.

    ``event_on`` is when what it tells of happened (``event_until``: the end of a span), ``document_on`` the date that the
    document itself bears, ``captured_at`` when the auditor took it. ``place`` is where it was obtained, ``collected_by`` who
    did, ``party`` the role or team that gave it. ``source_file`` and ``source_row`` point into the sources, ``record`` is the id
    there. ``sha256`` names the content kept in ``records/evidence/``; ``file`` is only what it was called. It is verified when
    somebody compared it with its origin: ``verified_by``, ``verified_at``.
    """

    id: str
    shows: str
    event_on: str
    event_until: str | None = None
    document_on: str | None = None
    captured_at: str
    obtained: Obtained
    collected_by: str
    place: str
    party: str | None = None
    record: str | None = None
    source_file: str | None = None
    source_row: int | None = None
    file: str | None = None
    sha256: str | None = None
    size: int | None = None
    lead: str | None = None
    verified_by: str | None = None
    verified_at: str | None = None

    @property
    def is_verified(self) -> bool:
        """Whether somebody compared it with its origin."""
        return bool(self.verified_by and self.verified_at)
