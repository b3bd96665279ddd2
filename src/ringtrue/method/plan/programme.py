"""What a programme may not be, and what its readers have to know of it."""

import re
from collections.abc import Iterable, Iterator

from ringtrue.method.plan.check import HEAVY, Remark
from ringtrue.model.plan import ServiceInPlan
from ringtrue.model.programme import PlannedAudit, Programme

QUARTER = re.compile(r"(\d{4})-Q[1-4]")


def check_programme(programme: Programme, services: Iterable[ServiceInPlan] = ()) -> tuple[Remark, ...]:
    """Everything that speaks against a programme, what is refused first. ``services`` are those of the catalogue, weighed."""
    found = [*_whole(programme), *_audits(programme), *_left_out(programme, services)]
    return tuple(sorted(found, key=lambda one: not one.refused))


def _whole(programme: Programme) -> Iterator[Remark]:
    if not programme.objectives:
        yield Remark("objectives", "A programme needs at least one objective.", True)
    if not programme.owner:
        yield Remark("owner", "Nobody is named who manages the programme.", True)
    if not programme.audits:
        yield Remark("audits", "A programme without an audit is none.", True)


def _audits(programme: Programme) -> Iterator[Remark]:
    ids = [one.id for one in programme.audits]
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        yield Remark(id, f"The audit {id} stands in the programme more than once.", True)
    for one in programme.audits:
        yield from _audit(one, programme.years)


def _audit(one: PlannedAudit, years: tuple[int, ...]) -> Iterator[Remark]:
    found = QUARTER.fullmatch(one.quarter)
    if not found:
        yield Remark(one.id, f'"{one.quarter}" is no quarter. Expected one such as 2027-Q2.', True)
    elif years and int(found[1]) not in years:
        yield Remark(one.id, f"{one.quarter} is outside the years of the programme.", True)
    if not one.services:
        yield Remark(one.id, f"The audit {one.id} names no service.", False)


def _left_out(programme: Programme, services: Iterable[ServiceInPlan]) -> Iterator[Remark]:
    planned = {service for one in programme.audits for service in one.services}
    for one in services:
        if one.weight >= HEAVY and one.service not in planned:
            told = f"{one.name or one.service} weighs {one.weight} and is in no audit of the programme."
            yield Remark(one.service, told, False)
