"""First line shares against peers and over the months."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

Rows = list[dict[str, Any]]
SERVICES = [f"S{number:02}" for number in range(12)]


def resolved(
    number: str, service: str, opened: datetime, teams: str, kind: str
) -> tuple[dict[str, Any], Rows]:
    moments = [opened + timedelta(hours=hour) for hour in range(len(teams) + 1)]
    case = {
        "id": number,
        "service": service,
        "kind": kind,
        "opened_at": told(opened),
        "resolved_at": told(moments[-1]),
    }
    return case, [
        {"case": number, "at": told(at), "team": team} for at, team in zip(moments, teams, strict=False)
    ]


def told(at: datetime) -> str:
    return at.isoformat() + "Z"


def judged(many: list[tuple[dict[str, Any], Rows]]) -> Judged:
    given = {"cases": [case for case, _ in many], "case_events": [row for _, rows in many for row in rows]}
    return judge("flow.first-line-share", given)


def by_service(
    passed_on: dict[str, int], kind: Callable[[str], str], n: int = 50
) -> list[tuple[dict[str, Any], Rows]]:
    return [
        resolved(
            f"{service}-{number}",
            service,
            datetime(2024, 3, 1),
            "AB" if number < passed_on.get(service, 10) else "A",
            kind(service),
        )
        for service in SERVICES
        for number in range(n)
    ]


def test_a_service_that_passes_on_far_more_than_the_others_is_a_lead() -> None:
    found = judged(by_service({"S03": 35}, lambda service: "incident"))
    assert [lead.id for lead in found.result.leads] == [
        "flow.first-line-share/incidents against other services/S03"
    ]
    assert found.result.leads[0].records == 35
    assert "35 of 50 resolved incidents" in found.result.leads[0].statement


def test_services_that_differ_as_chance_has_it_are_no_lead() -> None:
    usual = {service: 8 + number % 5 for number, service in enumerate(SERVICES)}
    assert judged(by_service(usual, lambda service: "incident")).result.result == "no_lead"


def test_a_service_is_compared_on_the_same_kind_of_case_only() -> None:
    found = judged(by_service({"S03": 35}, lambda service: "request" if service == "S03" else "incident"))
    assert found.result.leads == ()


def month_by_month(passed_on: Callable[[int], int]) -> Judged:
    many = [resolved("first", "mail", datetime(2023, 1, 1), "A", "incident")]
    for month in range(14):
        day = datetime(2023 + month // 12, month % 12 + 1, 1)
        for number in range(25):
            teams = "AB" if number < passed_on(month) else "A"
            many.append(
                resolved(f"{month}-{number}", "mail", day + timedelta(days=number), teams, "incident")
            )
    many.append(resolved("last", "mail", datetime(2024, 2, 28), "A", "incident"))
    return judged(many)


def test_a_share_that_falls_by_more_than_ten_points_over_the_months_is_a_lead() -> None:
    (lead,) = month_by_month(lambda month: 5 + month // 2 + month % 2).result.leads
    assert lead.id == "flow.first-line-share/over the months/mail"
    assert "from 2023-01 to 2024-02" in lead.statement
    assert lead.records > 0


def test_a_share_that_rises_or_wavers_is_no_lead() -> None:
    assert month_by_month(lambda month: 14 - month).result.result == "no_lead"
    assert month_by_month(lambda month: 8 + month % 3).result.result == "no_lead"
