"""A log that no memory holds: imported and run with ``--memory 4GB``: ``python benchmarks/large.py --events 100000000``.

The same is done with a hundredth and a tenth of it, to show how the work grows. The figures are kept for the page of results. The largest
log needs 30 GB of disk, and half an hour of two processors.
"""

import argparse
import itertools
import json
import math
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from kept import keep
from measured import Once, run_once

HERE = Path(__file__).parent
MEMORY = "4GB"
SHARES = (100, 10, 1)
GIGABYTE = 10**9
LOOKS_A_SECOND = 1.0

Found = dict[str, Once]


def main() -> int:
    """Measure the sizes one after the other, and keep what was found."""
    chosen = _arguments()
    if chosen.step:
        print(json.dumps(_step(chosen.step, chosen.folder)))
        return 0
    sizes = [chosen.events // share for share in SHARES]
    found = {events: _measured(events, chosen.place) for events in sizes}
    print(keep("hundred_million", _told(found)))
    return 0


def _measured(events: int, place: Path | None) -> Found:
    with tempfile.TemporaryDirectory(prefix="ringtrue-large-", dir=place) as made:
        folder = Path(made)
        run_once([sys.executable, HERE / "make_log.py", folder / "log", "--events", str(events)])
        return {
            step: run_once([sys.executable, __file__, "--step", step, folder]) for step in ("import", "run")
        }


def _step(step: str, folder: Path) -> dict[str, float]:
    """Import, or run, within the memory allowed; seconds, and the most that was spilled and kept on disk, in GB."""
    from ringtrue import api
    from ringtrue.engine.audit.audit_folder import AuditFolder
    from ringtrue.model.errors import ProcedureFailed

    audit = folder / "audit"
    began = perf_counter()
    with _watched(audit) as most:
        if step == "import":
            imported = api.import_sources([folder / "log"], audit, memory=MEMORY)
            if imported.errors:
                sys.exit(f"The log was not read whole: {imported.errors}")
            failed = 0
        else:
            results, _ = api.run(AuditFolder(audit), memory=MEMORY)
            failed = sum(ProcedureFailed.MARK in one.why for one in results.procedures)
    seconds = perf_counter() - began
    if step == "import":
        shutil.rmtree(folder / "log")
    return {"seconds": seconds, "failed": failed, **most}


@contextmanager
def _watched(folder: Path) -> Iterator[dict[str, float]]:
    most = {"spilled_gb": 0.0, "disk_gb": 0.0}
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(LOOKS_A_SECOND):
            sizes = list(_sizes(folder))
            most["disk_gb"] = max(most["disk_gb"], sum(size for _, size in sizes) / GIGABYTE)
            spilled = sum(size for name, size in sizes if name.startswith("duckdb_temp"))
            most["spilled_gb"] = max(most["spilled_gb"], spilled / GIGABYTE)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    yield most
    ended.set()
    watcher.join()


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    for file in folder.rglob("*"):
        try:
            told = file.lstat()
        except FileNotFoundError:  # Gone while it was looked at.
            continue
        yield file.name, told.st_blocks * 512


def _told(found: dict[int, Found]) -> dict[str, object]:
    figures: dict[str, str] = {}
    for events, steps in found.items():
        for step, once in steps.items():
            figures[f"{step} of {events:,} events"] = (
                f"{once.processor_seconds:,.0f} processor s, {once.seconds:,.0f} s, {once.peak_mb:,.0f} MB, "
                f"{once.found['spilled_gb']:.1f} GB spilled"
            )
    for step in ("import", "run"):
        figures[f"growth of the {step}, as a share of n log n"] = ", ".join(_growth(found, step))
    figures["procedures that failed"] = str(sum(one["run"].found["failed"] for one in found.values()))
    figures["most disk, GB"] = (
        f"{max(one.found['disk_gb'] for steps in found.values() for one in steps.values()):.0f}"
    )
    return {
        "title": f"{max(found):,} events on this machine",
        "about": f"`python benchmarks/large.py` invents the log, imports and runs it with `--memory {MEMORY}`, each in a process of its own. "
        "A growth of 1.00 from one size to the next is n log n; below it is slower growth.",
        "figures": figures,
    }


def _growth(found: dict[int, Found], step: str) -> Iterator[str]:
    sizes = sorted(found)
    for less, more in itertools.pairwise(sizes):
        grown = found[more][step].processor_seconds / found[less][step].processor_seconds
        allowed = more * math.log(more) / (less * math.log(less))
        yield f"{grown / allowed:.2f} to {more:,}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--events", type=int, default=100_000_000, help="in the largest log (default: 100000000)"
    )
    parser.add_argument(
        "--place", type=Path, help="a folder with room for the logs (default: the system's temporary folder)"
    )
    parser.add_argument("--step", choices=("import", "run"), help=argparse.SUPPRESS)
    parser.add_argument("folder", nargs="?", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
