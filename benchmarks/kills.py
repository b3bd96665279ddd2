"""Kills an audit at random moments, looks at what stands, and lets it go on: ``python benchmarks/kills.py --times 50``.

What stands after a kill must be, file by file, what an undisturbed audit writes, and the next one must end with the same bytes as the undisturbed
one. Exit code 1 where it is not so. ``--keep`` keeps the figures for the page of results.
"""

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from kept import keep

EXAMPLE = Path(__file__).parent.parent / "examples" / "northwind"
AUDIT = (Path(sys.executable).with_name("ringtrue"), "audit", EXAMPLE, "--out")
MOST_TOLD = 20
PASSED_OVER = (".work-", ".lock", "cache")
"""How names of files begin that are nobody's result: work that a kill left, the lock, what may be deleted at any time."""
HALF_MADE = ".new"
"""How the name of a folder ends that is being made: no reader takes it for a result, and the next run takes it away."""


def main() -> int:
    """Kill so often, and say what was found."""
    chosen = _arguments()
    dice = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory(prefix="ringtrue-kills-") as made:
        began = time.perf_counter()
        _audit(Path(made) / "undisturbed")
        lasts = time.perf_counter() - began
        wanted = _contents(Path(made) / "undisturbed")
        ends = [
            _one(Path(made) / f"killed-{number}", dice.uniform(0, lasts), wanted)
            for number in range(chosen.times)
        ]
    faults = [fault for _, found in ends for fault in found]
    for fault in faults[:MOST_TOLD]:
        print(fault, file=sys.stderr)
    told = _told(ends, faults)
    print(keep("kills", told) if chosen.keep else json.dumps(told["figures"], indent=2))
    return 1 if faults else 0


def _one(folder: Path, after: float, wanted: dict[str, str]) -> tuple[str, list[str]]:
    """How far it had come when it was killed, and every fault that was found then and after the next audit."""
    _kill(folder, after)
    stands = _contents(folder)
    faults = [
        f"after {after:.2f} s: {name} is not what it should be"
        for name, found in stands.items()
        if wanted.get(name) != found
    ]
    _audit(folder)
    again = _contents(folder)
    faults += [
        f"after {after:.2f} s and an audit: {name}"
        for name in wanted.keys() | again.keys()
        if wanted.get(name) != again.get(name)
    ]
    return _stage(stands), faults


def _kill(folder: Path, after: float) -> None:
    process = subprocess.Popen(
        [*AUDIT, folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _audit(folder: Path) -> None:
    ended = subprocess.run([*AUDIT, folder], capture_output=True, text=True, check=False)
    if ended.returncode > 1 or not (folder / "reports").exists():
        sys.exit(f"The audit ended with {ended.returncode}:\n{ended.stderr}")


def _contents(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file by its place in the folder."""
    files = [file for file in folder.rglob("*") if file.is_file()] if folder.exists() else []
    names = {str(file.relative_to(folder)): file for file in files}
    kept = {
        name: file
        for name, file in names.items()
        if not any(part.startswith(PASSED_OVER) or part.endswith(HALF_MADE) for part in Path(name).parts)
    }
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in kept.items()}


def _stage(stands: dict[str, str]) -> str:
    for place, words in (
        ("reports", "when all stood"),
        ("runs", "while drawing the report"),
        ("tables", "while running"),
    ):
        if any(name.startswith(f"{place}/") for name in stands):
            return words
    return "while reading the exports" if stands else "before anything was written"


def _told(ends: list[tuple[str, list[str]]], faults: list[str]) -> dict[str, object]:
    stages = Counter(stage for stage, _ in ends)
    return {
        "title": "Killed at random moments",
        "about": "`python benchmarks/kills.py` kills an audit of the example (SIGKILL), holds every file that stands against an undisturbed audit's, "
        "and lets the next audit end; its bytes are held against the undisturbed ones too.",
        "figures": {"killed": str(len(ends))}
        | {f"… {stage}": str(count) for stage, count in sorted(stages.items())}
        | {"faults": str(len(faults))},
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50, help="how often (default: 50)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (default: 1)")
    parser.add_argument("--keep", action="store_true", help="keep the figures for the page of results")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
