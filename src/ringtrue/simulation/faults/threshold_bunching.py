"""A service whose resolution times pile up just below the target."""

from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, changed, plain
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.services import TARGET_MINUTES

LONGEST = 0.2
"""This share of the incidents, the longest measured by their targets, may be drawn to them."""


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a service. Most of its longest incidents are resolved in the last twentieth of their time."""
    ours = sorted(
        (one for one in plain(organisation) if one.service == where), key=lambda one: (_share(one), one.id)
    )
    longest = ours[round((1 - LONGEST) * len(ours)) :]
    chosen = [one for one in longest if dice.of("chosen", one.id).chance(0.75 * strength)]
    late = {
        one.id: one.lasting(TARGET_MINUTES[one.priority] * dice.of(one.id).between(0.945, 0.996))
        for one in chosen
    }
    return changed(organisation, "service", where, late)


def _share(one: Incident) -> float:
    return one.minutes / TARGET_MINUTES[one.priority]


FAULT = Fault(
    "substance.threshold-bunching",
    "About one incident in seven is resolved in the last twentieth of the agreed time, and hardly any just after it.",
    plant,
)
