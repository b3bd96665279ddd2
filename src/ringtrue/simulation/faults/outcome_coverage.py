"""A service for which nobody agreed on the result that the customer is to get."""

from dataclasses import replace

from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted
from ringtrue.simulation.organisation import Organisation


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a service. Its outcome, the requirement for it and the measure of it are missing (if strength is above 0)."""
    missing = organisation.without_outcome | ({where} if strength > 0 else set())
    return Planted(
        organisation=replace(organisation, without_outcome=missing),
        object_kind="service",
        object=where,
        services=(where,),
        records=(),
    )


FAULT = Fault(
    "outcomes.outcome-coverage",
    "The service has technical measures only: no intended outcome, no utility requirement, no outcome measure.",
    plant,
)
