"""Measures time and memory, and writes ``benchmarks/RESULTS.md``: ``./do bench``, or ``python benchmarks/run.py --help``.

Exit code 1 where Ringtrue and the peer count differently: then no number here is worth anything.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from measured import Measured, Once, StepFailed, run_once
from peers import peer_python
from results_page import Bench, differences, page

HERE = Path(__file__).parent
OURS = ("import", "scan", "steps", "handovers", "ping_pong", "run", "report")
SIDES = ("ours", "theirs")
THEIRS = ("read", "handover", "ping_pong")

Step = tuple[str, str]
"""A side and the name of its step."""


def main() -> int:
    """Make the log, measure every step, write the page."""
    chosen = _arguments()
    with tempfile.TemporaryDirectory(prefix="ringtrue-bench-") as place:
        bench = _bench(Path(place), chosen.events, chosen.runs, chosen.peers)
    chosen.out.write_text(page(bench), "utf-8")
    print(chosen.out)
    for difference in differences(bench):
        print(difference, file=sys.stderr)
    return 1 if differences(bench) else 0


def _bench(folder: Path, events: int, runs: int, with_peers: bool) -> Bench:
    _say("making the log")
    made = run_once([sys.executable, HERE / "make_log.py", folder / "log", "--events", str(events)])
    commands: dict[Step, list[str | Path]] = {
        ("ours", name): [sys.executable, HERE / "steps.py", name, folder] for name in OURS
    }
    peer = peer_python() if with_peers else None
    if peer:
        commands |= {("theirs", name): [peer, HERE / "peer_pm4py.py", name, folder] for name in THEIRS}
    measured = _measured(commands, runs)
    sides = [{name: one for (side, name), one in measured.items() if side == wanted} for wanted in SIDES]
    return Bench(
        events=events, csv_bytes=made.found["bytes"], ours=sides[0], theirs=sides[1], asked=with_peers
    )


def _measured(commands: dict[Step, list[str | Path]], runs: int) -> dict[Step, Measured]:
    """All steps in turn, round after round: what else the machine is busy with then falls on all of them."""
    found: dict[Step, list[Once]] = {step: [] for step in commands}
    for number in range(runs):
        for step, command in commands.items():
            _say(f"round {number + 1} of {runs}: {' '.join(step)}")
            found[step].append(run_once(command))
    return {step: Measured(tuple(runs)) for step, runs in found.items()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000, help="events in the log (default: 1000000)")
    parser.add_argument(
        "--runs", type=int, default=3, help="runs of each step; the middle one counts (default: 3)"
    )
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="measure Ringtrue alone")
    parser.add_argument("--out", type=Path, default=HERE / "RESULTS.md", help="the page to write")
    return parser.parse_args()


def _say(what: str) -> None:
    print(f"{what} ...", file=sys.stderr)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StepFailed as failure:
        sys.exit(f"A step failed: {failure}")
