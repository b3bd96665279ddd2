"""Empty closings against peers, and the phrases that tell them."""

from typing import Any

import pytest

from ringtrue.procedures.substance.empty_close import code_phrases
from tests.given import judge

TEAMS = [f"T{number:02}" for number in range(12)]


def closed(empty: dict[str, int], n: int = 60) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{team}-{number}",
            "team": team,
            "state": "closed",
            "close_code": "Cancelled" if number < empty.get(team, 6) else "Solved",
        }
        for team in TEAMS
        for number in range(n)
    ]


def test_a_team_that_closes_far_more_cases_without_a_result_than_its_peers_is_a_lead() -> None:
    (lead,) = judge("substance.empty-close", {"cases": closed({"T03": 30})}).result.leads
    assert lead.object.id == "T03"
    assert lead.records == 30


def test_teams_that_differ_as_chance_has_it_are_no_lead() -> None:
    usual = {team: 4 + number % 5 for number, team in enumerate(TEAMS)}
    assert judge("substance.empty-close", {"cases": closed(usual)}).result.result == "no_lead"


@pytest.mark.parametrize("says", ["no_response", "cancelled", "duplicate", "blank"])
def test_phrases_are_written_as_codes_are_compared(says: str) -> None:
    """In lower case, with single spaces and no other signs, and never empty."""
    phrases = code_phrases(says).split(";")
    assert len(phrases) >= 4
    assert all(phrase == " ".join(phrase.lower().split()) for phrase in phrases)
    assert all(word.isalnum() for phrase in phrases for word in phrase.split())
