"""Hop counts against peers."""

from typing import Any

from tests.given import judge

TEAMS = [f"T{number:02}" for number in range(12)]


def events(case: str, first: str, hops: int) -> list[dict[str, Any]]:
    teams = [first, *(f"other {hop % 2}" for hop in range(hops))]
    return [
        {"case": case, "at": f"2024-03-01T{8 + hour:02}:00Z", "team": team} for hour, team in enumerate(teams)
    ]


def histories(often: dict[str, int], n: int = 60) -> list[dict[str, Any]]:
    return [
        event
        for team in TEAMS
        for number in range(n)
        for event in events(f"{team}-{number}", team, 4 if number < often.get(team, 6) else 1)
    ]


def test_a_first_team_whose_cases_wander_far_more_than_those_of_its_peers_is_a_lead() -> None:
    judged = judge("flow.hop-count", {"case_events": histories({"T03": 40})})
    assert [lead.object.id for lead in judged.result.leads] == ["T03"]
    assert judged.result.leads[0].records == 40
    assert "40" in judged.result.leads[0].statement


def test_teams_that_differ_as_chance_has_it_are_no_lead() -> None:
    often = {team: 4 + number % 5 for number, team in enumerate(TEAMS)}
    judged = judge("flow.hop-count", {"case_events": histories(often)})
    assert judged.result.result == "no_lead"


def test_a_team_whose_kind_of_work_wanders_everywhere_is_no_lead() -> None:
    rows = []
    cases = []
    for team in TEAMS:
        hard = 58 if team == "T03" else 6
        for number in range(60):
            case, is_hard = f"{team}-{number}", number < hard
            cases.append({"id": case, "priority": "rare" if is_hard else "usual"})
            rows += events(case, team, 4 if is_hard else 1)
    judged = judge("flow.hop-count", {"case_events": rows, "cases": cases})
    assert judged.result.result == "no_lead"
