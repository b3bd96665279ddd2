"""A control that stands in the rules and is no longer carried out."""

from dataclasses import replace
from datetime import date

from ringtrue.simulation.calendar import moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted
from ringtrue.simulation.organisation import Organisation

SINCE = date(2026, 2, 20)


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is a control. It has no record after February 2026 (whatever the strength, if it is above 0)."""
    lapses = {**organisation.lapses, where: moment(SINCE)} if strength > 0 else organisation.lapses
    return Planted(
        organisation=replace(organisation, lapses=lapses),
        object_kind="control",
        object=where,
        services=(),
        records=(where,),
    )


FAULT = Fault(
    "substance.paper-control", "A mandatory monthly control has no record since February 2026.", plant
)
