"""An honest explanation of a lead, checked by a person."""

from dataclasses import dataclass
from typing import Literal

Explains = Literal["open", "does_not_explain", "explains"]

EXPLAINS: tuple[Explains, ...] = ("open", "does_not_explain", "explains")


@dataclass(frozen=True, kw_only=True)
class ExplanationCheck:
    """Whether one of a lead's explanations holds, as somebody checked it; ``note`` says on what that rests."""

    lead: str
    explanation: str
    outcome: Explains
    note: str = ""
    by: str
    run: str | None = None
