"""The table of the proof: by procedure and strength how often the fault was found, whether the right object was named, and false leads."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from proof import Proof, Size, Trial

PROMISED_FROM = 0.5
LEAST_FOUND, LEAST_OBJECTS, LEAST_PRECISION = 0.95, 0.90, 0.90


def as_table(proofs: Sequence[Proof], size: Size, strengths: Sequence[float]) -> dict[str, Any]:
    """Counts only, so that every share can be made again from them."""
    trials = [trial for proof in proofs for trial in proof.trials]
    clean = Counter(name for proof in proofs for name, _ in proof.clean)
    alike = Counter(name for proof in proofs for name, _ in proof.lookalikes)
    names = sorted({name for proof in proofs for name in proof.judged})
    return {
        "seeds": [proof.seed for proof in proofs],
        "services": size.services,
        "months": size.months,
        "procedures": {
            name: {
                "strengths": {
                    str(strength): _counted(
                        [one for one in trials if (one.procedure, one.strength) == (name, strength)]
                    )
                    for strength in strengths
                },
                "clean": clean[name],
                "lookalikes": alike[name],
                "example": _example([one for one in trials if one.procedure == name]),
                "silent": next((proof.silent[name] for proof in proofs if name in proof.silent), ""),
            }
            for name in names
        },
    }


def merged(table: dict[str, Any], file: Path) -> dict[str, Any]:
    """The table with what the file says of other procedures, where it was made from the same organisations; else the table alone."""
    kept: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    if any(kept.get(name) != table[name] for name in ("seeds", "services", "months")):
        return table
    return {**table, "procedures": {**kept["procedures"], **table["procedures"]}}


def _counted(trials: Sequence[Trial]) -> dict[str, int]:
    right = [set(one.planted) & set(one.named) for one in trials]
    return {
        "runs": len(trials),
        "found": sum(bool(one) for one in right),
        "planted": sum(len(one.planted) for one in trials),
        "planted_named": sum(map(len, right)),
        "named": sum(len(one.named) for one in trials),
    }


def _example(trials: Iterable[Trial]) -> str:
    told = sorted((one for one in trials if one.example), key=lambda one: (-one.strength, one.seed))
    return told[0].example if told else ""


def share(part: int, whole: int) -> float | None:
    """A share; None of nothing."""
    return part / whole if whole else None


def shortfalls(table: dict[str, Any]) -> list[str]:
    """What is promised and not reached, in words."""
    found = []
    for name, one in table["procedures"].items():
        for strength, counted in one["strengths"].items():
            if float(strength) >= PROMISED_FROM:
                found += [f"{name} at {strength}: {what}" for what in _short(counted)]
    runs = len(table["seeds"])
    if sum(one["clean"] for one in table["procedures"].values()) >= runs:
        found.append("a false lead or more per clean organisation")
    return found


def _short(counted: dict[str, int]) -> list[str]:
    held = {
        "found": (share(counted["found"], counted["runs"]), LEAST_FOUND),
        "objects": (share(counted["planted_named"], counted["planted"]), LEAST_OBJECTS),
        "precision": (share(counted["planted_named"], counted["named"]), LEAST_PRECISION),
    }
    return [
        f"{what} {value if value is None else round(value, 2)} < {least}"
        for what, (value, least) in held.items()
        if value is None or value < least
    ]


def as_text(table: dict[str, Any]) -> str:
    """The table for a terminal."""
    lines = []
    for name, one in table["procedures"].items():
        cells = [
            f"{strength}: {counted['found']}/{counted['runs']} obj {counted['planted_named']}/{counted['planted']} named {counted['named']}"
            for strength, counted in one["strengths"].items()
            if counted["runs"]
        ]
        lines.append(
            f"{name:34} clean {one['clean']} alike {one['lookalikes']} {one['silent'][:90]} | "
            + " | ".join(cells)
        )
    return "\n".join([*lines, "", "Not reached:", *shortfalls(table)])
