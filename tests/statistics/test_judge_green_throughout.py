"""The judge of measures that are always green."""

from ringtrue.statistics.judges import decide
from ringtrue.statistics.judges.green_throughout import green_throughout

OUTCOME = [91, 88, 95, 97, 86, 92, 96, 89, 93, 96, 94, 87]


def rows(values, partner=OUTCOME, missed=(1, 4), green=True, **more):
    return [
        {
            "object": "tickets", "service": "mail", "name": "tickets", "kind": "activity", "imposed": False, "month": month,
            "readings": 1, "n_green": int(green), "n_coloured": 1, "value": value, "partner": "orders",
            "partner_value": partner[month], "is_missed": month in missed, "satisfied": None, "answers": None, "target": None, **more,
        }
        for month, value in enumerate(values)
    ]  # fmt: skip


def lead(given):
    ((judgement, is_lead),) = decide(green_throughout()(given, {}))
    return is_lead if judgement.testable else None


def test_constant_and_green_while_an_outcome_missed_its_target_twice_is_a_lead():
    assert lead(rows([100.0] * 12)) is True
    assert lead(rows([100.0] * 12, missed=(1,))) is False


def test_moving_with_the_outcome_is_none():
    assert lead(rows(OUTCOME)) is False


def test_moving_against_the_outcome_is_a_movement_too():
    assert lead(rows([-value for value in OUTCOME])) is False


def test_below_the_least_number_of_readings_or_of_months_to_compare_nothing_is_said():
    assert lead(rows([100.0] * 11)) is None
    assert lead(rows([100.0] * 12) + rows([100.0] * 7)[:0]) is True
    few = rows([100.0] * 12)
    for row in few[7:]:
        row["partner"] = None
    assert lead(few) is None


def test_a_share_misses_its_target_only_beyond_chance():
    shares = {"is_missed": None, "answers": 20, "target": 0.8}
    assert lead(rows([100.0] * 12, satisfied=14, **shares)) is False
    assert lead(rows([100.0] * 12, satisfied=12, **shares)) is True
