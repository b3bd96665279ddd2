"""Records that name no service, in numbers."""

import pytest

from tests.given import judge


@pytest.mark.parametrize(("unlinked", "leads"), [(2, []), (9, []), (10, ["case"]), (40, ["case"])])
def test_more_than_a_twentieth_by_the_exact_bound_is_a_lead(unlinked: int, leads: list[str]) -> None:
    """The exact one-sided lower bound of 9 in 100 is 4.8 %, that of 10 in 100 is 5.5 %."""
    cases = [{"id": f"I{number}", "service": None if number < unlinked else "S1"} for number in range(100)]
    judged = judge("outcomes.service-link-rate", {"services": [{"id": "S1", "name": "Mail"}], "cases": cases})
    assert [lead.object.id for lead in judged.result.leads] == leads


def test_each_kind_of_record_is_judged_for_itself() -> None:
    given = {
        "services": [{"id": "S1", "name": "Mail"}],
        "cases": [{"id": f"I{number}", "service": "S1"} for number in range(200)],
        "configuration_items": [{"id": f"K{number}", "service": None} for number in range(30)],
    }
    (lead,) = judge("outcomes.service-link-rate", given).result.leads
    assert lead.object.id == "configuration item"
    assert lead.records == 30
