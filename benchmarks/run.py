"""Measures time and memory, and writes ``benchmarks/RESULTS.md``: ``./do bench``, or ``python benchmarks/run.py --help``.

Exit code 1 where Ringtrue and the peer count differently: then no number here is worth anything.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from measured import Measured, StepFailed, measure
from peers import peer_python
from results_page import Bench, differences, page

HERE = Path(__file__).parent
OURS = ("import", "scan", "steps", "handovers", "ping_pong", "run", "report")
THEIRS = ("read", "handover", "ping_pong")


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
    made = measure([sys.executable, HERE / "make_log.py", folder / "log", "--events", str(events)], 1)
    ours = _measured(Path(sys.executable), "steps.py", OURS, folder, runs)
    peer = peer_python() if with_peers else None
    theirs = _measured(peer, "peer_pm4py.py", THEIRS, folder, runs) if peer else {}
    return Bench(
        events=events, csv_bytes=made.found["bytes"], runs=runs, ours=ours, theirs=theirs, asked=with_peers
    )


def _measured(
    python: Path, script: str, names: tuple[str, ...], folder: Path, runs: int
) -> dict[str, Measured]:
    found = {}
    for name in names:
        _say(f"{script.removesuffix('.py')}: {name}")
        found[name] = measure([python, HERE / script, name, folder], runs)
    return found


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
