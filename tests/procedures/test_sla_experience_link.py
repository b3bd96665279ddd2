"""Whether meeting agreed times and satisfaction go together over the services."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 2, 8)
Rows = list[dict[str, Any]]


def cases(service: str, attained: int, n: int = 100) -> Rows:
    return [
        {
            "id": f"{service}{place}",
            "service": service,
            "opened_at": START + timedelta(hours=place),
            "resolved_at": START + timedelta(hours=place, minutes=30),
            "reported_attained": place < attained,
        }
        for place in range(n)
    ]


def answers(service: str, satisfied: int, n: int = 40) -> Rows:
    return [
        {
            "id": f"{service}s{place}",
            "service": service,
            "role": "user",
            "score": 5 if place < satisfied else 1,
            "scale_min": 1,
            "scale_max": 5,
        }
        for place in range(n)
    ]


def judged(pairs: list[tuple[int, int]], n_answers: int = 40) -> Judged:
    named = [(f"S{place}", *pair) for place, pair in enumerate(pairs)]
    return judge(
        "value.sla-experience-link",
        {
            "cases": [one for name, attained, _ in named for one in cases(name, attained)],
            "survey_responses": [
                one for name, _, satisfied in named for one in answers(name, satisfied, n_answers)
            ],
            "services": [{"id": name, "name": name} for name, *_ in named],
        },
    )


def test_services_where_the_two_go_together_are_no_lead() -> None:
    assert judged([(60 + 3 * place, 10 + 2 * place) for place in range(12)]).result.result == "no_lead"


def test_services_where_they_go_against_one_another_are_a_lead_with_every_service() -> None:
    found = judged([(60 + 3 * place, 34 - 2 * place) for place in range(12)])
    (lead,) = found.result.leads
    assert (lead.object.id, lead.n, lead.estimate) == ("organisation", 12, -1.0)
    assert lead.statement.startswith(
        "Over 12 services, the share resolved in the agreed time and the share of satisfied answers (users)"
    )
    assert {row["item"] for row in found.lead_records} == {f"S{place}" for place in range(12)}


def test_nine_services_are_too_few() -> None:
    found = judged([(60 + 3 * place, 34 - 2 * place) for place in range(9)])
    assert found.result.result == "insufficient_data"
    assert "only 9 services" in found.rows[0]["reason"]


def test_services_that_all_meet_everything_can_go_together_with_nothing() -> None:
    found = judged([(98 + place % 2, 10 + 2 * place) for place in range(12)])
    assert found.result.result == "insufficient_data"
    assert found.rows[0]["reason"] == "the attained share differs among them hardly more than chance gives"


def test_answers_that_differ_by_chance_only_go_together_with_nothing() -> None:
    found = judged([(60 + 3 * place, 20 + place % 3) for place in range(12)])
    assert found.rows[0]["reason"] == "the satisfied share differs among them hardly more than chance gives"


def test_ten_services_are_enough_and_nine_answers_are_not() -> None:
    assert judged([(60 + 3 * place, 34 - 2 * place) for place in range(10)]).result.result == "lead"
    pairs = [(60 + 3 * place, place % 9) for place in range(12)]
    assert judged(pairs, n_answers=9).result.result == "insufficient_data"
