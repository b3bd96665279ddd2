"""A team that closes without having done anything."""

from dataclasses import replace

from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, changed, plain
from ringtrue.simulation.organisation import Organisation


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a team. A third of what it resolves ends as "no response", "duplicate" or with nothing said at all."""
    resolved = [one for one in plain(organisation) if one.team == where]
    emptied = {
        one.id: replace(
            one, close_code=code, close_note="" if code != "Duplicate" else "Siehe anderes Ticket."
        )
        for one in dice.some(resolved, min(0.33 * strength, 1))
        for code in (dice.of(one.id).weighted({"No response": 6, "Duplicate": 2, "": 2}),)
    }
    return changed(organisation, "team", where, emptied)


FAULT = Fault(
    "substance.empty-close",
    'A third of what the team closes ends as "no response", as "duplicate" or blank.',
    plant,
)
