"""What is true of an invented organisation: what was planted, what only looks so, and what is wrong in the files."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ringtrue.simulation.export.dirt import DIRT
from ringtrue.simulation.faults import Planted, all_faults
from ringtrue.simulation.organisation import Organisation


@dataclass(frozen=True)
class LookAlike:
    """An honest pattern on an object that must not give a lead of these procedures."""

    procedures: tuple[str, ...]
    object_kind: str
    object: str
    what: str


@dataclass(frozen=True)
class Consequence:
    """A lead that follows from a planted fault, though it was not planted itself."""

    procedure: str
    object_kind: str
    object: str
    of: str
    why: str


def truth(
    organisation: Organisation,
    seed: int,
    planted: Mapping[str, Planted],
    consequences: Sequence[Consequence],
    look_alikes: Sequence[LookAlike],
) -> dict[str, Any]:
    """All that is known, ready for JSON. Records are ticket numbers, or ids of controls."""
    return {
        "schema": "ringtrue/truth/1",
        "seed": seed,
        "planted": [_planted(organisation, procedure, one) for procedure, one in planted.items()],
        "consequences": [
            {
                "procedure": one.procedure,
                "object": {"kind": one.object_kind, "id": one.object},
                "of": one.of,
                "why": one.why,
            }
            for one in consequences
        ],
        "look_alikes": [
            {
                "procedures": list(one.procedures),
                "object": {"kind": one.object_kind, "id": one.object},
                "what": one.what,
            }
            for one in look_alikes
        ],
        "dirt": {file: [words for words, _ in found] for file, found in DIRT.items()},
    }


def _planted(organisation: Organisation, procedure: str, planted: Planted) -> dict[str, Any]:
    return {
        "procedure": procedure,
        "object": {"kind": planted.object_kind, "id": planted.object},
        "services": list(planted.services),
        "what": all_faults()[procedure].what,
        "records": sorted(organisation.numbers.get(record, record) for record in planted.records),
    }


def as_text(content: Mapping[str, Any]) -> str:
    """The truth as indented JSON; lists of records on one line."""
    text = json.dumps({**content, "planted": []}, ensure_ascii=False, indent=2)
    faults = ",\n".join(f"    {json.dumps(one, ensure_ascii=False)}" for one in content["planted"])
    return text.replace('"planted": []', f'"planted": [\n{faults}\n  ]') + "\n"
