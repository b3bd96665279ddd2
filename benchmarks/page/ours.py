"""What Ringtrue took, step by step, size by size."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from record import Size

LEAST = 0.01
"""Seconds below which a part has no line of its own."""

STEPS = {
    "scan": "**bare scan** of the events: every value of `case_events.parquet` hashed",
    "import": "import from CSV: kept with its SHA-256, recognised, every value typed and checked, sorted, written as Parquet",
    "steps": "view `steps`: each event with the team, state and time before and after it, the one big sort",
    "handovers": "handovers between teams, from the tables: views `steps` and `hops`, counted by pair",
    "ping_pong": "ping-pong alone, from the tables: views, a verdict for every case, all pairs of teams compared",
    "rework": "activities that came again in a case, from the tables, counted",
    "run": "**all procedures**, from the tables: views, verdicts, leads, working papers",
    "report": "HTML report of that run",
}


@dataclass(frozen=True)
class Row:
    """One line of a table of steps."""

    words: str
    seconds: str
    spread: str
    processor: str
    peak: str
    scans: str


def rows(size: Size) -> Iterator[Row]:
    """Every step of Ringtrue."""
    scan = size.ours["scan"].seconds
    for step, words in STEPS.items():
        one = size.ours[step]
        spread = f"{short(min(one.all_seconds))} to {short(max(one.all_seconds))}"
        yield Row(
            words,
            short(one.seconds),
            spread if len(one.runs) > 1 else "once",
            short(one.processor_seconds),
            f"{one.peak_mb:,.0f}",
            f"{one.seconds / scan:,.1f}",
        )


def parts(size: Size) -> list[tuple[str, str, str, str]]:
    """Views, and what judged something, slowest first: name, seconds, how many scans that is, and how many rows were judged."""
    found, scan = size.ours["run"].found, size.ours["scan"].seconds
    told = found["procedures"]
    shown = {
        name: seconds for name, seconds in found["parts"].items() if seconds > LEAST and _is_work(name, told)
    }
    return [
        (name, short(seconds), f"{seconds / scan:,.1f}", f"{told[name][1]:,}" if name in told else "")
        for name, seconds in sorted(shown.items(), key=lambda one: -one[1])
    ]


def silent(size: Size) -> tuple[int, int]:
    """How many procedures have nothing to judge in this log, and how many there are."""
    told = size.ours["run"].found["procedures"].values()
    return sum(not _has_judged(one) for one in told), len(told)


def short(seconds: float) -> str:
    """Seconds to three figures or so."""
    if seconds >= 100:
        return f"{seconds:,.0f}"
    return f"{seconds:.1f}" if seconds >= 10 else f"{seconds:.2f}" if seconds >= 1 else f"{seconds:.3f}"


def _is_work(name: str, told: Mapping[str, list[object]]) -> bool:
    return name.startswith("view ") or _has_judged(told.get(name))


def _has_judged(told: list[object] | None) -> bool:
    return bool(told) and told[0] in ("lead", "no_lead")
