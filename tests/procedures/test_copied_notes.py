"""Copied notes of closing: a team among its peers, and a hundred thousand notes in seconds."""

from time import perf_counter
from typing import Any

from tests.given import Judged, judge

WORDS = [
    f"{first}{second}"
    for first in "bcdfghklmn"
    for second in ("a", "e", "i", "o", "u", "ar", "en", "is", "ol", "um")
]
COPIED = "The service was started again and the user was told that everything works as before now."


def note(number: int) -> str:
    """Twelve words that follow from the number, so that no two notes are alike."""
    return (
        " ".join(
            WORDS[(number * step + step * step) % 97]
            for step in (1, 3, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)
        )
        + f" n{number}"
    )


def closed(team: str, n: int, copied: int, start: int) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{team}-{place}",
            "team": team,
            "service": "S1",
            "closed_at": "2024-01-01T08:00Z",
            "close_note": COPIED if place < copied else note(start + place),
        }
        for place in range(n)
    ]


def told(copied: int) -> Judged:
    cases = [one for team in range(11) for one in closed(f"T{team}", 60, 0, 1000 * team)]
    return judge("substance.copied-notes", {"cases": cases + closed("T11", 60, copied, 11000)})


def test_a_team_that_copies_its_notes_stands_out_among_its_peers() -> None:
    (lead,) = told(30).result.leads
    assert (lead.object.id, lead.n, lead.deviations, lead.records) == ("T11", 60, 30, 30)
    assert "T11 closed 30 of 60 cases with the note of another case (50.0 %" in lead.statement


def test_a_team_without_copies_does_not() -> None:
    assert told(0).result.result == "no_lead"


def test_thousands_of_notes_take_seconds() -> None:
    cases = [one for team in range(20) for one in closed(f"T{team}", 1000, 200, 1000 * team)]
    began = perf_counter()
    judged = judge("substance.copied-notes", {"cases": cases})
    assert judged.result.population == 20_000
    assert perf_counter() - began < 20
