"""Measures time and memory, and writes ``benchmarks/RESULTS.md``: ``./do bench``, or ``python benchmarks/run.py --help``.

Exit code 1 where Ringtrue and a peer count differently: then no number here is worth anything.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from environments import PEERS, peer_python, script_of
from kept import kept_results
from measured import Measured, Once, StepFailed, run_once
from page import page
from record import Bench, Size, differences

HERE = Path(__file__).parent
OURS = ("import", "scan", "steps", "handovers", "ping_pong", "rework", "run", "report")
THEIRS = ("read", "handover", "ping_pong", "rework")
REPEATED_UP_TO = 2_000_000

Step = tuple[str, str]
"""Who does it, "" for Ringtrue, and the name of the step."""

Commands = dict[Step, list[str | Path]]


def main() -> int:
    """Make the logs, measure every step, write the page."""
    chosen = _arguments()
    peers = {name: python for name in PEERS if chosen.peers and (python := peer_python(name))}
    sizes = tuple(_size(events, chosen.runs, peers, chosen.place) for events in sorted(chosen.events))
    bench = Bench(sizes=sizes, asked=chosen.peers, others=kept_results())
    chosen.out.write_text(page(bench), "utf-8")
    print(chosen.out)
    for difference in differences(bench):
        print(difference, file=sys.stderr)
    return 1 if differences(bench) else 0


def _size(events: int, runs: int, peers: dict[str, Path], place: Path | None) -> Size:
    with tempfile.TemporaryDirectory(prefix="ringtrue-bench-", dir=place) as made:
        folder = Path(made)
        _say(f"making a log of {events:,} events")
        log = run_once([sys.executable, HERE / "make_log.py", folder / "log", "--events", str(events)])
        rounds = runs if events <= REPEATED_UP_TO else 1
        measured = _measured(_commands(folder, peers), rounds)
    sides = {
        who: {step: one for (side, step), one in measured.items() if side == who} for who in ("", *peers)
    }
    return Size(events=events, csv_bytes=log.found["bytes"], ours=sides.pop(""), peers=sides)


def _commands(folder: Path, peers: dict[str, Path]) -> Commands:
    ours: Commands = {("", step): [sys.executable, HERE / "steps.py", step, folder] for step in OURS}
    return ours | {
        (peer, step): [python, script_of(peer), step, folder]
        for peer, python in peers.items()
        for step in THEIRS
    }


def _measured(commands: Commands, rounds: int) -> dict[Step, Measured]:
    """All steps in turn, round after round: what else the machine is busy with then falls on all of them."""
    found: dict[Step, list[Once]] = {step: [] for step in commands}
    for number in range(rounds):
        for (who, step), command in commands.items():
            _say(f"round {number + 1} of {rounds}: {who or 'ringtrue'} {step}")
            found[who, step].append(run_once(command))
    return {step: Measured(tuple(runs)) for step, runs in found.items()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add(
        "--events",
        type=int,
        nargs="+",
        default=[1_000_000, 10_000_000],
        help="events in each log (default: 1000000 10000000; 100000000 needs an hour and 60 GB of disk)",
    )
    add(
        "--runs",
        type=int,
        default=3,
        help="runs of each step; the middle one counts (default: 3; of logs above 2 million events: 1)",
    )
    add("--no-peers", dest="peers", action="store_false", help="measure Ringtrue alone")
    add("--out", type=Path, default=HERE / "RESULTS.md", help="the page to write")
    add("--place", type=Path, help="a folder with room for the logs (default: the system's temporary folder)")
    return parser.parse_args()


def _say(what: str) -> None:
    print(f"{what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StepFailed as failure:
        sys.exit(f"A step failed: {failure}")
