"""What one run of the benchmark found: by size of the log, by who did it, by step."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from measured import Measured

OURS = "Ringtrue"
NAMES = {"pm4py": "pm4py and pandas", "polars": "Polars", "pyspark": "Spark, local"}
"""The peers as the page calls them."""

WHOLE = ("import", "run", "report")
"""The steps from the CSV to the report."""

COUNTED = {
    "events": ("scan", "read", "events"),
    "pairs of teams with handovers": ("handovers", "handover", "pairs"),
    "cases that went from a team to another and straight back": ("ping_pong", "ping_pong", "cases"),
    "cases in which an activity came again, summed over the activities": ("rework", "rework", "cases"),
}
"""What both sides count: the words, our step, the step of a peer, and the number in what each found."""

Steps = Mapping[str, Measured]


@dataclass(frozen=True, kw_only=True)
class Size:
    """One log and what was measured on it; ``peers`` lacks those that could not be installed."""

    events: int
    csv_bytes: int
    ours: Steps
    peers: Mapping[str, Steps]

    @property
    def whole_seconds(self) -> float:
        """From the CSV to the report."""
        return sum(self.ours[step].seconds for step in WHOLE)

    @property
    def whole_peak_mb(self) -> float:
        """The most that any step from the CSV to the report held."""
        return max(self.ours[step].peak_mb for step in WHOLE)

    def counts(self) -> Iterator[tuple[str, dict[str, int]]]:
        """What was counted, by who counted it."""
        for what, (ours, theirs, number) in COUNTED.items():
            found = {OURS: self.ours[ours].found[number]}
            found |= {NAMES[peer]: steps[theirs].found[number] for peer, steps in self.peers.items()}
            yield what, found


@dataclass(frozen=True, kw_only=True)
class Bench:
    """One run: the sizes in rising order, whether peers were asked for, and what other benchmarks found by name."""

    sizes: tuple[Size, ...]
    asked: bool
    others: Mapping[str, Any]


def differences(bench: Bench) -> list[str]:
    """What the sides counted, and not alike."""
    return [
        f"DIFFERENT: {what}, of {size.events:,} events: "
        + ", ".join(f"{who} {count:,}" for who, count in found.items())
        for size in bench.sizes
        for what, found in size.counts()
        if len(set(found.values())) > 1
    ]
