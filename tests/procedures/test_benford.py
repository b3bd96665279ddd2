"""Costs and volumes, and how they begin."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.given import Judged, judge

START = datetime(2024, 1, 1)


def told(values: list[float], unit: str = "EUR", measures: int = 2, target: object = "") -> Judged:
    given: dict[str, list[dict[str, Any]]] = {
        "measures": [
            {"id": f"M{n}", "name": f"amount {n}", "service": "mail", "unit": unit, "target": target}
            for n in range(measures)
        ],
        "measurements": [
            {
                "measure": f"M{n % measures}",
                "period_start": START + timedelta(days=n // measures),
                "period_end": START + timedelta(days=n // measures + 1),
                "value": value,
            }
            for n, value in enumerate(values)
        ],
    }
    return judge("substance.benford", given)


def grown(n: int) -> list[float]:
    """Amounts that grew evenly over five orders of magnitude: they follow the law."""
    return [round(10 ** (5.0 * (place + 0.5) / n), 2) for place in range(n)]


def thought_of(n: int) -> list[float]:
    """Every two digits equally often, over four orders."""
    return [float((10 + place % 90) * 10 ** (place // 90 % 4)) for place in range(n)]


def test_amounts_that_grew_are_no_lead() -> None:
    result = told(grown(1500)).result
    assert (result.result, result.judged) == ("no_lead", 1)


def test_amounts_that_were_thought_of_are_a_lead_with_their_records() -> None:
    (lead,) = told(thought_of(1440)).result.leads
    assert (lead.object.id, lead.n, lead.records) == ("amounts in eur", 1440, 1440)
    assert "Benford's law" in lead.statement


def test_a_measure_with_enough_amounts_is_judged_by_itself_too() -> None:
    leads = told(thought_of(1440), measures=1).result.leads
    assert sorted(lead.object.id for lead in leads) == ["M0", "amounts in eur"]


def test_fewer_than_a_thousand_are_not_enough() -> None:
    result = told(thought_of(999)).result
    assert (result.result, result.why) == (
        "insufficient_data",
        "none of 1 items (amounts) could be judged",
    )


def test_amounts_of_two_orders_are_not_enough() -> None:
    assert told([float(10 + place % 900) for place in range(1800)]).result.result == "insufficient_data"


@pytest.mark.parametrize(("unit", "target"), [("percent", ""), ("minutes", ""), ("EUR", 100)])
def test_shares_times_and_what_has_a_target_are_never_looked_at(unit: str, target: object) -> None:
    assert told(thought_of(1440), unit, target=target).result.result == "not_applicable"
