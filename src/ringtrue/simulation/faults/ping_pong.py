"""Two teams that send the same incidents back and forth."""

from collections.abc import Iterable
from dataclasses import replace

from ringtrue.simulation.dice import Dice
from ringtrue.simulation.faults.fault import Fault, Planted, changed, plain
from ringtrue.simulation.incident import Incident, Phase
from ringtrue.simulation.organisation import Organisation


def plant(organisation: Organisation, dice: Dice, where: str, strength: float) -> Planted:
    """``where`` is the pair ``A|B``. Half of what both touch, and some that only one had, goes from one to the other and back."""
    pair = tuple(where.split("|"))
    both = [one for one in plain(organisation) if set(pair) <= _teams(one)]
    services = {one.service for one in both if one.service == _most_frequent(both)}
    alone = [one for one in plain(organisation) if one.service in services and _teams(one) < set(pair)]
    chosen = [*dice.some(both, min(0.5 * strength, 1)), *dice.some(alone, min(0.14 * strength, 1))]
    return changed(
        organisation,
        "team_pair",
        "|".join(sorted(pair)),
        {one.id: _bounced(dice.of(one.id), one, pair) for one in chosen},
    )


def _teams(one: Incident) -> set[str]:
    return {phase.team for phase in one.phases}


def _most_frequent(incidents: Iterable[Incident]) -> str:
    services = [one.service for one in incidents]
    return max(sorted(set(services)), key=services.count)


def _bounced(dice: Dice, one: Incident, pair: tuple[str, ...]) -> Incident:
    first = next(phase.team for phase in one.phases if phase.team in pair)
    second = pair[1 - pair.index(first)]
    times = 4 if dice.chance(0.12) else 3
    wait = next((phase.wait for phase in one.phases if phase.wait), None)
    parts = [dice.between(0.5, 1) for _ in range(times)]
    return replace(
        one,
        phases=tuple(
            Phase(
                second if place % 2 else first,
                one.minutes * part / sum(parts),
                dice.between(0.3, 0.6),
                wait if place == 0 else None,
            )
            for place, part in enumerate(parts)
        ),
    )


FAULT = Fault(
    "flow.ping-pong",
    "About half of the incidents that both teams touch go from one to the other and back again.",
    plant,
)
