"""Measures the reports of a run with at least so many judged rows: seconds and memory of each format, each in a fresh process.

``python benchmarks/reports.py --rows 200000``; exit code 1 where a format takes more than 60 processor seconds or 1 GB.
``--audit`` measures an audit that is there already; ``--keep`` keeps the figures for the page of results. ``measure`` does the same for
other benchmarks. This process stays small: what it starts would else begin with its memory, and count it.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from kept import keep
from measured import Once, run_once

FORMATS = ("html", "word", "pdf", "excel", "oscal")
PLANTED = {"substance.self-approval": 0.6, "flow.ping-pong": 0.5, "value.watermelon-gap": 0.5, "substance.clock-stop": 0.5}  # fmt: skip
MOST_SECONDS, MOST_MEGABYTES = 60.0, 1000.0
_CASES_FOR_A_ROW = 1500 / 200_000
"""Cases a month, for each judged row of a year in 50 services; a little more than was needed when it was tried."""


def main() -> int:
    """Measure and print a table; 1 where a bound is passed."""
    chosen = _arguments()
    if chosen.render:
        print(json.dumps(_render(chosen.render, chosen.audit)))
        return 0
    if chosen.make:
        print(json.dumps(_make(chosen.make, chosen.rows)))
        return 0
    with tempfile.TemporaryDirectory(prefix="ringtrue-reports-") as made:
        found = measure(chosen.audit or organisation(Path(made), chosen.rows))
    for line in _table(found):
        print(line)
    if chosen.keep:
        print(keep("reports", _told(found)))
    return int(any(one.processor_seconds > MOST_SECONDS or one.peak_mb > MOST_MEGABYTES for one in found.values()))  # fmt: skip


def organisation(place: Path, rows: int) -> Path:
    """An audit of an invented organisation of 50 services with about so many judged rows, run once, in a process of its own."""
    run_once([sys.executable, __file__, "--make", place, "--rows", str(rows)])
    return place / "audit"


def _make(place: Path, rows: int) -> dict[str, float]:
    from ringtrue import api

    began = perf_counter()
    cases = round(rows * _CASES_FOR_A_ROW)
    api.simulate(place / "made", seed=11, services=50, months=12, cases_a_month=cases, plant=PLANTED)
    folder = api.import_sources([place / "made"], place / "audit").folder
    api.run(folder)
    return {"seconds": perf_counter() - began}


def measure(audit: Path) -> Mapping[str, Once]:
    """Each format of the last run of an audit, rendered alone in a process of its own."""
    return {
        name: run_once([sys.executable, __file__, "--render", name, "--audit", audit]) for name in FORMATS
    }


def _render(name: str, audit: Path) -> dict[str, float]:
    from ringtrue import api, plugins
    from ringtrue.engine.audit.audit_folder import AuditFolder
    from ringtrue.engine.records.journal import Journal
    from ringtrue.reports.format import Job

    folder = AuditFolder(audit)
    found = api.results_of(folder)
    if found is None:
        raise SystemExit(f"{audit}: nothing was run there yet.")
    results, run = found
    format = next(one for one in plugins.reports() if one.id == name)
    with tempfile.TemporaryDirectory(prefix="ringtrue-report-", dir=audit) as made:
        job = Job(results=results, run=run, out=Path(made) / f"report{format.suffix}")
        job = replace(job, entries=tuple(Journal(folder).entries()))
        began = perf_counter()
        files = format.render(job)
        seconds = perf_counter() - began
        size = sum(file.stat().st_size for file in files)
    judged = sum(one.population for one in results.procedures)
    return {"seconds": seconds, "bytes": size, "files": len(files), "judged": judged}


def _table(found: Mapping[str, Once]) -> list[str]:
    head = f"{next(iter(found.values())).found['judged']:,} judged rows"
    lines = [head, f"{'format':8}{'seconds':>10}{'processor':>11}{'peak MB':>10}{'file MB':>10}"]
    return lines + [
        f"{name:8}{one.seconds:10.1f}{one.processor_seconds:11.1f}{one.peak_mb:10.0f}{one.found['bytes'] / 1e6:10.1f}"
        for name, one in found.items()
    ]


def _told(found: Mapping[str, Once]) -> dict[str, object]:
    judged = next(iter(found.values())).found["judged"]
    return {
        "title": "Reports",
        "about": f"`python benchmarks/reports.py` renders each format of one run with {judged:,} judged rows alone in a fresh process.",
        "figures": {
            name: f"{one.seconds:.1f} s, {one.processor_seconds:.1f} processor s, {one.peak_mb:,.0f} MB, file {one.found['bytes'] / 1e6:.1f} MB"
            for name, one in found.items()
        },
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000, help="About how many judged rows.")
    parser.add_argument("--audit", type=Path, help="An audit folder that was run; it is only read.")
    parser.add_argument("--render", choices=FORMATS, help="Only this: render one format and print what it took.")  # fmt: skip
    parser.add_argument("--make", type=Path, help="Only this: make the audit to measure in a folder.")
    parser.add_argument("--keep", action="store_true", help="Keep the figures for the page of results.")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
