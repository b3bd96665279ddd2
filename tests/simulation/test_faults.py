"""Each fault changes what it says, where it says, and nothing else."""

from datetime import date

import pytest

from ringtrue.simulation.faults import all_faults
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.northwind import FAULTS
from ringtrue.simulation.organisation import Organisation, clean
from ringtrue.simulation.services import TARGET_MINUTES


@pytest.fixture(scope="module")
def spring() -> Organisation:
    return clean(5, date(2026, 4, 1), date(2026, 7, 20))


@pytest.fixture(scope="module")
def lives(spring: Organisation) -> dict[str, Incident]:
    return {one.id: one for one in spring.incidents}


@pytest.mark.parametrize(("procedure", "where"), FAULTS)
def test_without_strength_nothing_is_planted(spring: Organisation, procedure: str, where: str) -> None:
    planted = all_faults()[procedure].plant(spring, spring.dice.of("t"), where, 0.0).organisation
    assert planted.incidents == spring.incidents
    assert (planted.lapses, planted.without_outcome) == (spring.lapses, spring.without_outcome)
    assert all(planted.satisfied(name, spring.export) == 0.87 for name in planted.moods)


@pytest.mark.parametrize(("procedure", "where"), FAULTS)
def test_the_truth_names_services_and_records_that_are_lived_otherwise(
    spring: Organisation, lives: dict[str, Incident], procedure: str, where: str
) -> None:
    planted = all_faults()[procedure].plant(spring, spring.dice.of("t"), where, 1.0)
    touched = [one for one in planted.organisation.incidents if lives.get(one.id) != one]
    assert set(planted.records) - {where} <= {one.id for one in touched}
    assert {one.service for one in touched} <= set(planted.services)


def test_more_strength_plants_more(spring: Organisation) -> None:
    fault = all_faults()["flow.ping-pong"]
    weak, strong = (
        fault.plant(spring, spring.dice.of("t"), "network|till-support", strength) for strength in (0.5, 1.5)
    )
    assert 0 < len(weak.records) < len(strong.records)


def test_bunched_incidents_end_just_below_their_targets(spring: Organisation) -> None:
    planted = all_faults()["substance.threshold-bunching"].plant(
        spring, spring.dice.of("t"), "warehouse", 1.0
    )
    found = [one for one in planted.organisation.incidents if one.id in set(planted.records)]
    assert all(0.94 < one.minutes / TARGET_MINUTES[one.priority] < 1 for one in found)


def test_every_fault_of_the_example_is_known() -> None:
    assert {procedure for procedure, _ in FAULTS} <= set(all_faults())
