"""A service whose incidents get a lower priority when their time is nearly up."""

from dataclasses import replace

from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, changed, plain
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.services import TARGET_MINUTES


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a service. Long incidents of priority 2 and 3 fall by one priority in the last quarter of their time."""
    chosen = [
        one
        for one in plain(organisation)
        if one.service == where and one.priority in (2, 3) and not one.waits and not one.problem
        and one.minutes > 0.14 * TARGET_MINUTES[one.priority] and dice.of("chosen", one.id).chance(0.34 * strength)
    ]  # fmt: skip
    return changed(organisation, "service", where, {one.id: _lowered(dice.of(one.id), one) for one in chosen})


def _lowered(dice: Dice, one: Incident) -> Incident:
    target = TARGET_MINUTES[one.priority]
    return replace(
        one.lasting(target * dice.between(1.05, 1.7)),
        downgrade=(target * dice.between(0.76, 0.97), one.priority + 1),
    )


FAULT = Fault(
    "substance.late-downgrade",
    "Incidents get the next lower priority when three quarters or more of their time is gone, and so come in time.",
    plant,
)
