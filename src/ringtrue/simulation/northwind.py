"""Northwind Services, the shipped example: a clean organisation, eleven faults, and six things that only look like faults."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ringtrue.simulation.export.files import files
from ringtrue.simulation.faults import Planted, all_faults
from ringtrue.simulation.lookalikes import freeze, major_incident
from ringtrue.simulation.organisation import Organisation, clean
from ringtrue.simulation.truth import Consequence, LookAlike, as_text, truth

SEED = 2026
BEGINS, ENDS = date(2025, 10, 1), date(2026, 9, 30)

FAULTS: tuple[tuple[str, str], ...] = (
    ("substance.threshold-bunching", "warehouse"),
    ("flow.ping-pong", "network|till-support"),
    ("substance.clock-stop", "messaging"),
    ("substance.late-downgrade", "web-shop"),
    ("substance.hidden-reopen", "sign-in"),
    ("substance.empty-close", "field-service"),
    ("value.watermelon-gap", "payroll"),
    ("substance.dark-backlog", "workplace"),
    ("substance.mass-closure", "desk-hamburg"),
    ("outcomes.outcome-coverage", "sign-in"),
    ("substance.paper-control", "C-02"),
)
"""What is planted where, in this order."""

CONSEQUENCES = (
    Consequence(
        "outcomes.kpi-outcome-share",
        "service",
        "sign-in",
        "outcomes.outcome-coverage",
        "Without an agreed outcome no measure shows one.",
    ),
)

LOOK_ALIKES = (
    LookAlike(("substance.mass-closure", "flow.demand-window"), "service", "till-network", "A major incident on 17 June 2026 and its 25 children are closed together."),
    LookAlike(("flow.ping-pong", "flow.hop-count"), "team_pair", "desk-hamburg|desk-montreal", "The desks hand over to each other when one of them closes."),
    LookAlike(("substance.clock-stop",), "team", "workplace", "Hardware repairs wait long for the supplier, with an order number each."),
    LookAlike(("substance.clock-stop",), "team", "payroll-apps", "Many waits for users, each with a message and a reply."),
    LookAlike(("substance.period-end",), "service", "workplace", "More is resolved on the last days before a quarter's closing, under an announced freeze."),
    LookAlike(("value.watermelon-gap",), "service", "reporting", "A small service with too few answers to say anything."),
)  # fmt: skip

AUDIT = """# The audit, in the auditor's hand.
[audit]
title = "Northwind Services, April to September 2026"
organisation = "Northwind Services"
timezone = "Europe/Berlin"        # for times that name no zone
criteria = ["iso20000-1:2018+amd1:2024"]

[audit.period]                    # both days included
from = 2026-04-01
to = 2026-09-30
"""


@dataclass(frozen=True)
class Example:
    """The organisation with everything in it, and what was planted by procedure."""

    organisation: Organisation
    planted: dict[str, Planted]


def northwind(seed: int = SEED) -> Example:
    """Northwind Services as it was lived."""
    organisation = clean(seed, BEGINS, ENDS)
    for look_alike in (major_incident, freeze):
        organisation = look_alike.add(
            organisation, organisation.dice.of(look_alike.__name__.rsplit(".", 1)[-1])
        )
    planted: dict[str, Planted] = {}
    for procedure, where in FAULTS:
        found = all_faults()[procedure].plant(
            organisation, organisation.dice.of("fault", procedure), where, 1.0
        )
        planted[procedure], organisation = found, found.organisation
    return Example(organisation, planted)


def write(folder: Path, seed: int = SEED) -> None:
    """Write the files into the folder, and the truth beside it as ``<folder>.truth.json``."""
    example = northwind(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audit.toml").write_text(AUDIT, "utf-8", newline="\n")
    for name, content in files(example.organisation):
        (folder / name).write_bytes(content)
    known = truth(example.organisation, seed, example.planted, CONSEQUENCES, LOOK_ALIKES)
    folder.with_name(f"{folder.name}.truth.json").write_text(as_text(known), "utf-8", newline="\n")
