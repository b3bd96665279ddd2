"""Reads the scenario bank."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.method.banks.told import Told, ToldList, lists

CONCEPTS = ("service", "customer outcome", "own contribution", "consequence")
"""What somebody has to have understood of the own work, in this order."""
LEVELS = (0, 1, 2, 3, 4)
"""From no understanding to full; each scenario says what an answer of each level sounds like."""


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """An everyday situation, a question about it, and what an answer of each level sounds like."""

    id: str
    concept: str
    lesson: str
    roles: tuple[str, ...]
    situation: Told
    question: Told
    anchors: ToldList


@cache
def all_scenarios() -> tuple[Scenario, ...]:
    """Every scenario, concept by concept."""
    place = files("ringtrue.method.banks.scenarios")
    return tuple(
        scenario
        for concept in CONCEPTS
        for scenario in _read(
            tomllib.loads(place.joinpath(f"{concept.replace(' ', '_')}.toml").read_text("utf-8"))
        )
    )


def scenarios_for(role: str, a_concept: int = 2) -> tuple[Scenario, ...]:
    """The first so many scenarios of each concept that a role can be asked."""
    able = [one for one in all_scenarios() if role in one.roles]
    return tuple(
        one for concept in CONCEPTS for one in [two for two in able if two.concept == concept][:a_concept]
    )


def _read(content: Mapping[str, Any]) -> tuple[Scenario, ...]:
    return tuple(
        Scenario(
            id=one["id"],
            concept=content["concept"],
            lesson=one["lesson"],
            roles=tuple(one["roles"]),
            situation=one["situation"],
            question=one["question"],
            anchors=lists(one["anchors"]),
        )
        for one in content["scenario"]
    )


@cache
def general_anchors(concept: str) -> ToldList:
    """What an answer of each level sounds like where a question about a concept has no anchors of its own."""
    place = files("ringtrue.method.banks.scenarios").joinpath("levels.toml")
    return lists(tomllib.loads(place.read_text("utf-8"))[concept])


def anchors_of(question: str, concept: str) -> ToldList:
    """The anchors of a scenario of that id; of the concept in general where it is none."""
    return next((one.anchors for one in all_scenarios() if one.id == question), general_anchors(concept))
