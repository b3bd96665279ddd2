"""Measures that are green whatever happens, and what is none."""

from datetime import datetime
from typing import Any

from tests.given import Judged, judge

Rows = list[dict[str, Any]]
NOISE = [3, 9, 1, 7, 5, 8, 2, 6, 4, 7, 3, 5, 8, 2]
OUTCOME = [91, 88, 95, 97, 86, 92, 96, 89, 93, 96, 94, 87, 98, 90]
MOVING = [value - 50 for value in OUTCOME]


def month(place: int) -> datetime:
    return datetime(2024 + place // 12, place % 12 + 1, 1)


def readings(
    measure: str, values: list[float], amber: tuple[int, ...] = (), colour: str | None = "green"
) -> Rows:
    return [
        {
            "measure": measure,
            "period_start": month(place),
            "period_end": month(place + 1),
            "value": value,
            "reported_status": "amber" if place in amber else colour,
        }
        for place, value in enumerate(values)
    ]


def told(read: Rows, outcome: list[float] | None = OUTCOME, target: float = 90, **more: Any) -> Judged:
    measures = [
        {
            "id": "M1",
            "service": "S1",
            "name": "tickets",
            "kind": "activity",
            "definition": more.pop("definition", ""),
        }
    ]
    if outcome is not None:
        measures.append(
            {
                "id": "M2",
                "service": "S1",
                "name": "orders",
                "kind": "outcome",
                "target": target,
                "direction": "up",
            }
        )
        read = [*read, *readings("M2", outcome, colour="amber")]
    given = {"services": [{"id": "S1", "name": "Mail"}], "measures": measures, "measurements": read, **more}
    return judge("outcomes.vanity-measure", given)


def verdict(judged: Judged) -> tuple[str, str]:
    (row,) = judged.rows
    return row["verdict"], row["reason"]


def answers(satisfied: list[int], n: int = 20) -> Rows:
    return [
        {
            "id": f"A{place}-{number}",
            "service": "S1",
            "role": "user",
            "score": 5 if number < hits else 1,
            "scale_min": 1,
            "scale_max": 5,
            "answered_at": month(place).replace(day=number % 27 + 1),
        }
        for place, hits in enumerate(satisfied)
        for number in range(n)
    ]


def test_a_measure_that_is_green_whatever_happens_is_a_lead_with_its_readings() -> None:
    judged = told(readings("M1", NOISE))
    (lead,) = judged.result.leads
    assert (lead.object.kind, lead.object.id, lead.service, lead.n) == ("measure", "M1", "S1", 14)
    assert "M2 missed its target 4 times" in lead.statement
    assert lead.records == 14


def test_constant_readings_move_with_nothing() -> None:
    assert told(readings("M1", [100.0] * 12)).result.result == "lead"


def test_a_measure_that_moves_with_the_outcome_is_none() -> None:
    assert verdict(told(readings("M1", MOVING)))[0] == "pass"


def test_one_amber_reading_shows_that_it_can_change_its_colour() -> None:
    assert verdict(told(readings("M1", NOISE, amber=(4,))))[0] == "pass"


def test_an_outcome_that_missed_its_target_once_is_not_enough_and_twice_is() -> None:
    assert told(readings("M1", NOISE), target=87).result.result == "no_lead"
    assert told(readings("M1", NOISE), target=88).result.result == "lead"


def test_stable_where_the_outcome_is_stable_too_is_none() -> None:
    assert told(readings("M1", [100.0] * 14), [95.0] * 14).result.result == "no_lead"


def test_discontent_users_count_as_well_as_a_missed_outcome() -> None:
    found = told(
        readings("M1", [100.0] * 14),
        None,
        survey_responses=answers([17, 9, 18, 8, 17, 16, 18, 17, 10, 17, 16, 18, 17, 16]),
    )
    (lead,) = found.result.leads
    assert "satisfaction missed its target 3 times" in lead.statement


def test_satisfaction_a_little_below_its_target_is_no_miss() -> None:
    found = told(readings("M1", [100.0] * 14), None, survey_responses=answers([15] * 14))
    assert found.result.result == "no_lead"


def test_without_anything_to_compare_with_or_without_a_colour_nothing_is_said() -> None:
    assert verdict(told(readings("M1", NOISE), None)) == (
        "untestable",
        "neither satisfaction nor a measure of an outcome can be compared with it",
    )
    grey = readings("M1", NOISE)
    grey[3]["reported_status"] = None
    assert verdict(told(grey)) == ("untestable", "the colour of some of its readings is not known")


def test_a_measure_that_a_law_asks_for_is_explained_and_counted() -> None:
    found = told(readings("M1", NOISE), definition="as required by law")
    assert verdict(found) == ("untestable", "a law or regulator asks for it")
    assert found.result.facts[0].value == 1
