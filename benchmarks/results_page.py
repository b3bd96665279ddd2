"""The page of results: what was measured, on what, and what it does not say."""

import os
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version

from measured import Measured

GIGABYTE = 10**9
MEASURABLE_SECONDS = 0.5
BUSY_FROM = 1.5


@dataclass(frozen=True, kw_only=True)
class Bench:
    """One run of the benchmark: the size of the log, and the steps of both sides by name; no steps of theirs if there is no peer."""

    events: int
    csv_bytes: int
    ours: Mapping[str, Measured]
    theirs: Mapping[str, Measured]
    asked: bool


STEPS = {
    "scan": "**bare scan** of the events: every value of `case_events.parquet` hashed",
    "import": "import from CSV: kept with its SHA-256, recognised, every value typed and checked, sorted, written as Parquet",
    "steps": "view `steps`: each event with the team, state and time before and after it, the one big sort",
    "handovers": "handovers between teams, from the tables: views `steps` and `hops`, counted by pair",
    "ping_pong": "ping-pong alone, from the tables: views, a verdict for every case, all pairs of teams compared",
    "run": "**all procedures**, from the tables: views, verdicts, leads, working papers",
    "report": "HTML report of that run",
}

PEER_STEPS = {
    "read": "read the CSV with pandas, bring it into pm4py's form, sort it",
    "handover": "handover-of-work matrix by team, from the log in memory",
    "ping_pong": "ping-pong cases counted with pandas, from the log in memory",
}

NOTES = """
- **From the CSV to the report: {whole:.0f} seconds** (import, all procedures, report).
- Invented data: {events:,} events of {cases:,} cases, {csv:.0f} MB of CSV, about eight events a case, 40 teams of which a few have most of the work.
  It holds events and four targets and nothing else, so {silent} of {all} procedures have nothing to judge and say so at once; the other {judged} judged it.
- Each step is a process of its own. All steps were run in turn, {rounds}; the middle time counts. Seconds begin after the imports of the
  program; processor seconds (all cores together) and memory (the most held) are of the whole process. The files were in the system's cache.
{busy}- Memory is bounded by a setting, {memory} for the database here; larger work spills to disk.
- The bare scan says what reading the events costs on this machine, whatever is done with them. It reads compressed columns with {threads}
  threads, and is the yardstick for the other rows.
"""

AGAINST = """
Not the same work, so read the rows with care:

| | Ringtrue | pm4py |
| --- | --- | --- |
| checks each value, and writes down what is wrong in which row | yes | no: pandas guesses a type for each column, and stops at a time that it cannot read |
| keeps the source with its hash, and the file and row of each event | yes | not by itself |
| keeps what it read, so that the next question need not read the CSV again | yes, as Parquet | not by itself: the log lives in memory |
| bounds its memory, and works on disk beyond | yes | no: the log and its copies must fit |
| answers a quick question in memory, once the log is there | no: each command reads the tables | yes, in a fraction of a second |
| says for each case whether it went back, and compares pairs of teams with bounds | yes | no: a count, written here with pandas |
| discovers process models, checks conformance, draws, simulates | no | yes: its own field, not measured here |

pm4py's times of the second and third row begin when the log is in memory; Ringtrue's rows "from the tables" read Parquet first. The
peak memory of all pm4py's rows includes the log. pandas reads CSV faster with further packages, which pm4py does not ask for.
"""


def page(bench: Bench) -> str:
    """The whole page as Markdown."""
    title = "# Time and memory\n\nWritten by `./do bench`; [how to read and repeat it](../docs/how-to/measure-speed.md)."
    parts = [
        title,
        _machine(),
        "## Ringtrue\n\n" + _table(bench, bench.ours, STEPS),
        _notes(bench),
        "## Beside pm4py",
        _beside(bench),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def differences(bench: Bench) -> list[str]:
    """What both sides counted, and not alike."""
    return [
        f"DIFFERENT: {what}: Ringtrue {ours:,}, pm4py and pandas {theirs:,}"
        for what, ours, theirs in _compared(bench)
        if ours != theirs
    ]


def _compared(bench: Bench) -> Iterator[tuple[str, int, int]]:
    if bench.theirs:
        ours, theirs = bench.ours, bench.theirs
        yield "events", ours["scan"].found["events"], theirs["read"].found["events"]
        yield (
            "pairs of teams with handovers",
            ours["handovers"].found["pairs"],
            theirs["handover"].found["pairs"],
        )
        yield (
            "cases that went from a team to another and straight back",
            ours["ping_pong"].found["cases"],
            theirs["ping_pong"].found["cases"],
        )


def _table(bench: Bench, steps: Mapping[str, Measured], names: Mapping[str, str]) -> str:
    scan = bench.ours["scan"].seconds
    lines = [
        "| step | seconds | lowest to highest | processor seconds | peak memory, MB | times the scan |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, words in names.items():
        one = steps[name]
        spread = f"{_short(min(one.all_seconds))} to {_short(max(one.all_seconds))}"
        numbers = f"{_short(one.processor_seconds)} | {one.peak_mb:,.0f} | {one.seconds / scan:,.1f}"
        lines.append(f"| {words} | {_short(one.seconds)} | {spread} | {numbers} |")
    return "\n".join(lines)


def _short(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds >= 1 else f"{seconds:.3f}"


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE
    ours = ", ".join(f"{name} {version(name)}" for name in ("ringtrue", "duckdb", "numpy"))
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()} on {platform.machine()}; "
        f"Python {platform.python_version()}, {ours}."
    )


def _notes(bench: Bench) -> str:
    results = [kind for kind, _, _ in bench.ours["run"].found["procedures"].values()]
    judged = sum(kind in ("lead", "no_lead") for kind in results)
    rounds = len(bench.ours["scan"].runs)
    return NOTES.format(
        whole=sum(bench.ours[name].seconds for name in ("import", "run", "report")),
        events=bench.events,
        cases=bench.ours["ping_pong"].found["judged"],
        csv=bench.csv_bytes / 10**6,
        silent=len(results) - judged,
        all=len(results),
        judged=judged,
        rounds="once" if rounds == 1 else f"{rounds} rounds",
        busy=_busy(bench),
        memory=bench.ours["scan"].found["memory"],
        threads=bench.ours["scan"].found["threads"],
    )


def _busy(bench: Bench) -> str:
    """A warning where runs of one step differ more than the step itself can explain."""
    steps = [
        one for one in (*bench.ours.values(), *bench.theirs.values()) if one.seconds >= MEASURABLE_SECONDS
    ]
    widest = max((max(one.all_seconds) / min(one.all_seconds) for one in steps), default=1.0)
    if widest < BUSY_FROM:
        return ""
    return (
        f"- **The machine was busy with other things**: some step took {widest:.1f} times as long in one round as in another. "
        "The processor seconds say more than the seconds then.\n"
    )


def _beside(bench: Bench) -> str:
    if not bench.asked:
        return "Not measured in this run (`--no-peers`)."
    if not bench.theirs:
        return "pm4py could not be installed where this was run, so nothing is compared."
    found = bench.theirs["read"].found
    versions = f"pm4py {found['pm4py']} with pandas {found['pandas']}, on the same CSV, in an environment of its own."
    return "\n\n".join(
        [
            versions,
            _table(bench, bench.theirs, PEER_STEPS),
            _whole_way(bench),
            _agreement(bench),
            AGAINST.strip(),
        ]
    )


def _whole_way(bench: Bench) -> str:
    ours = bench.ours["import"].seconds + bench.ours["ping_pong"].seconds
    theirs = bench.theirs["read"].seconds + bench.theirs["ping_pong"].seconds
    return (
        f"From the CSV to the number of ping-pong cases: {ours:.1f} s with Ringtrue, {theirs:.1f} s with pandas and pm4py; "
        f"a second question of the same kind: {bench.ours['ping_pong'].seconds:.1f} s, and {theirs:.1f} s in a new process."
    )


def _agreement(bench: Bench) -> str:
    lines = ["| what both counted | Ringtrue | pm4py and pandas | |", "| --- | ---: | ---: | --- |"]
    for what, ours, theirs in _compared(bench):
        lines.append(f"| {what} | {ours:,} | {theirs:,} | {'equal' if ours == theirs else '**different**'} |")
    return "\n".join(lines)
