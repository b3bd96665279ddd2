"""A request for evidence: what is asked of the auditee, by when, and what came of it."""

from dataclasses import dataclass
from typing import Literal

RequestState = Literal["open", "answered", "accepted", "returned"]


@dataclass(frozen=True, kw_only=True)
class EvidenceRequest:
    """``tables`` are canonical tables wanted; ``due_on`` is a day in ISO 8601; ``contact`` the one who is asked, empty: every contact.

    ``files`` are the sources that were handed in for it. ``reason`` says why it was returned, ``answer`` what the auditee said.
    """

    id: str
    title: str
    text: str = ""
    tables: tuple[str, ...] = ()
    due_on: str | None = None
    contact: str = ""
    state: RequestState = "open"
    answer: str = ""
    reason: str = ""
    files: tuple[str, ...] = ()

    @property
    def is_waiting(self) -> bool:
        """Whether the auditee has something to do."""
        return self.state in ("open", "returned")
