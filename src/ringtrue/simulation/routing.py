"""The way of an incident through the teams, and the handing over between two sites at the end of the day."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from ringtrue.simulation.calendar import MINUTE, Calendar
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.hours import CALENDARS
from ringtrue.simulation.incident import Phase
from ringtrue.simulation.services import Service

DESK = "desk"
"""Whichever service desk is at work."""

HANDOVERS = {0: 0.56, 1: 0.29, 2: 0.105, 3: 0.035, 4: 0.01}
"""How often an incident changes the team."""

RETURN = 0.22
"""How often a second handover or a later one goes back to the team before."""

HANDOVER_MINUTES = 16
"""A desk passes its work on at most so long before it closes."""

FINISHED = 0.8
"""How often the second desk finishes what it was handed on the same day."""

ROSTERS = {"desk-hamburg": "office-hamburg", "desk-montreal": "office-montreal"}
"""The desks that hand over to each other, and their hours."""


def teams(dice: Dice, service: Service) -> list[str]:
    """The teams through which an incident of the service goes, in order."""
    way = [dice.weighted({DESK: service.desk_first, **service.first_teams})]
    for _ in range(dice.weighted(HANDOVERS)):
        following = _next(dice, service, way)
        if following is None:
            break
        way.append(following)
    return way


def _next(dice: Dice, service: Service, way: list[str]) -> str | None:
    if len(way) > 1 and dice.chance(RETURN):
        return way[-2]
    left = [team for team in service.teams if team not in way]
    return dice.pick(left) if left else None


def place_desks(
    dice: Dice, service: Service, phases: tuple[Phase, ...], opened: int, priority: int
) -> tuple[Phase, ...]:
    """The phases with named desks. Where two sites share the day, one desk hands over to the other when it closes."""
    calendar = CALENDARS[service.calendar(priority)]
    placed: list[Phase] = []
    done = 0.0
    for phase in phases:
        begins = calendar.after(opened, done) if done else calendar.after(opened, 1)
        if phase.team != DESK:
            placed.append(phase)
        elif service.hours != "two-sites":
            placed.append(replace(phase, team="desk-hamburg"))
        else:
            placed.extend(_around_the_clock(dice, service, phase, begins, priority))
        done += phase.minutes + (phase.wait.minutes if phase.wait else 0)
    return tuple(placed)


def _around_the_clock(
    dice: Dice, service: Service, phase: Phase, begins: int, priority: int
) -> Iterator[Phase]:
    """One phase of a desk, split wherever its desk goes home before it is done. Waits stay with the first part."""
    calendar = CALENDARS[service.calendar(priority)]
    left, at, wait = phase.minutes, begins, phase.wait
    while left > 0:
        desk = _at_work(at)
        until = _until_closing(dice, desk, calendar, at)
        if at != begins and until > 20 and dice.chance(FINISHED):
            left = min(left, until * dice.between(0.3, 0.9))
        part = until if wait is None and until > 5 and left - until > 10 else left
        yield Phase(desk, part, phase.queue if at == begins else 0.1, wait)
        left, at, wait = left - part, calendar.after(at, part + HANDOVER_MINUTES), None


def _until_closing(dice: Dice, desk: str, calendar: Calendar, at: int) -> float:
    """Minutes of the target's calendar until the desk hands over; endless for a team that never closes."""
    if desk not in ROSTERS:
        return inf
    ends = CALENDARS[ROSTERS[desk]].closing(at) - dice.whole(0, HANDOVER_MINUTES - 1) * MINUTE
    return calendar.seconds(at, ends) / MINUTE


def _at_work(at: int) -> str:
    for desk in ("desk-hamburg", "desk-montreal"):
        if CALENDARS[ROSTERS[desk]].is_open(at):
            return desk
    return "operations"
