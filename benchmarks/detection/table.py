"""The table of the proof: by procedure and strength how often the fault was found, whether the right object was named, and false leads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from proof import Proof, Size, Trial

PROMISED_FROM = 0.5
LEAST_FOUND, LEAST_OBJECTS, LEAST_PRECISION = 0.95, 0.90, 0.90


def as_table(proofs: Sequence[Proof], size: Size, strengths: Sequence[float]) -> dict[str, Any]:
    """Counts only, so that every share can be made again from them."""
    trials = [trial for proof in proofs for trial in proof.trials]
    clean = Counter(name for proof in proofs for name, _ in proof.clean)
    alike = Counter(name for proof in proofs for name, _ in proof.lookalikes)
    names = sorted(
        {trial.procedure for trial in trials}
        | clean.keys()
        | alike.keys()
        | {n for p in proofs for n in p.silent}
    )
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
