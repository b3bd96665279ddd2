"""The table of the proof: by procedure and strength how often the fault was found, whether the right object was named, and false leads."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from proof import Proof, Size, Trial

PROMISED_FROM = 0.5
LEAST_FOUND, LEAST_OBJECTS, LEAST_PRECISION = 0.95, 0.90, 0.90


def as_table(proofs: Sequence[Proof], size: Size, strengths: Sequence[float]) -> dict[str, Any]:
    """Counts only, so that every share can be made again from them."""
    names = sorted({name for proof in proofs for name in proof.judged})
    return {
        "seeds": [proof.seed for proof in proofs],
        "services": size.services,
        "months": size.months,
        "procedures": {name: _of_procedure(name, proofs, strengths) for name in names},
    }


def _of_procedure(name: str, proofs: Sequence[Proof], strengths: Sequence[float]) -> dict[str, Any]:
    trials = [trial for proof in proofs for trial in proof.trials if trial.procedure == name]
    counted = {str(one): _counted([trial for trial in trials if trial.strength == one]) for one in strengths}
    return {
        "strengths": counted,
        "short": _short(counted),
        "clean": sum(one == name for proof in proofs for one, _ in proof.clean),
        "lookalikes": sum(one == name for proof in proofs for one, _ in proof.lookalikes),
        "example": _example(trials),
        "silent": next((proof.silent[name] for proof in proofs if name in proof.silent), ""),
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


def _short(strengths: dict[str, dict[str, int]]) -> list[str]:
    """What is promised of a procedure and not reached, in words."""
    lines = []
    for strength, counted in strengths.items():
        right = counted["planted_named"]
        asked = (
            ("found", counted["found"], counted["runs"], LEAST_FOUND),
            ("of the objects named", right, counted["planted"], LEAST_OBJECTS),
            ("of those named right", right, counted["named"], LEAST_PRECISION),
        )
        if float(strength) >= PROMISED_FROM:
            lines += [
                f"at {strength} {_percent(part, whole)} {what}"
                for what, part, whole, least in asked
                if whole == 0 or part / whole < least
            ]
    return lines


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"


def shortfalls(table: dict[str, Any]) -> list[str]:
    """What is promised and not reached, of every procedure and of the whole catalogue."""
    found = [f"{name} {line}" for name, one in table["procedures"].items() for line in one["short"]]
    if sum(one["clean"] for one in table["procedures"].values()) >= len(table["seeds"]):
        found.append("a false lead or more per clean organisation")
    return found


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
