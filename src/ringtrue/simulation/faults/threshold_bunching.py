"""A service whose resolution times pile up just below the target."""

from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, changed, plain
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.services import TARGET_MINUTES

FROM_SHARE = 0.34
"""Incidents that take at least this share of their target are drawn towards it."""


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a service. Most of its longer incidents are resolved in the last twentieth of their time."""
    chosen = [
        one
        for one in plain(organisation)
        if one.service == where
        and one.minutes > FROM_SHARE * TARGET_MINUTES[one.priority]
        and dice.of("chosen", one.id).chance(0.65 * strength)
    ]
    late = {one.id: one.lasting(TARGET_MINUTES[one.priority] * dice.of(one.id).between(0.945, 0.996)) for one in chosen}
    return changed(organisation, "service", where, late)


FAULT = Fault(
    "substance.threshold-bunching",
    "An eighth of all incidents is resolved in the last twentieth of the agreed time, and hardly any just after it.",
    plant,
)
