"""A team that stops the clock with "waiting for user" and asks the user nothing."""

from dataclasses import replace

from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, changed, plain
from ringtrue.simulation.incident import Incident, Wait
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.services import TARGET_MINUTES


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a team. Some of what it resolves would be late, and is in time by a wait without message or reply."""
    open_to_it = [
        one for one in plain(organisation) if one.team == where and not one.waits and not one.problem
    ]
    chosen = dice.some(open_to_it, min(0.24 * strength, 1))
    return changed(organisation, "team", where, {one.id: _stopped(dice.of(one.id), one) for one in chosen})


def _stopped(dice: Dice, one: Incident) -> Incident:
    target = TARGET_MINUTES[one.priority]
    worked = dice.between(0.6, 0.92)
    longer = one.lasting(target * worked)
    wait = Wait("user", target * dice.between(1.08 - worked, 1.5 - worked), asked=False, answered=False)
    return replace(longer, phases=(*longer.phases[:-1], replace(longer.phases[-1], wait=wait)))


FAULT = Fault(
    "substance.clock-stop",
    "Incidents that would be late wait for the user, who is asked nothing and answers nothing, until the target is safe.",
    plant,
)
