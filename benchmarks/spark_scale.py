"""What a run on Spark costs as the log grows: processor seconds of the workers, bytes moved between them, bytes written.

``python benchmarks/spark_scale.py --events 1000000 4000000`` prints one row for each size and keeps it for the page, measured on ``local[2]`` of this machine from
Spark's own log of events; needs pyspark and Java. docs/how-to/run-on-a-cluster.md builds its estimate on it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from kept import keep

HERE = Path(__file__).parent
SETTINGS = """spark.master local[2]
spark.driver.memory {memory}
spark.sql.shuffle.partitions {parts}
spark.eventLog.enabled true
spark.eventLog.compress false
spark.eventLog.dir file://{log}
"""
RUN = "from ringtrue.cli.main import main; main()"
COLUMNS = (
    "events",
    "seconds",
    "workers' processor seconds",
    "shuffled MB",
    "read MB",
    "written MB",
    "spilled MB",
    "jobs",
)


def main() -> None:
    """Measure each size and print its row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=[1_000_000, 4_000_000])
    parser.add_argument("--memory", default="4g")
    chosen = parser.parse_args()
    print(f"| {' | '.join(COLUMNS)} |\n| {' | '.join('---' for _ in COLUMNS)} |", flush=True)
    rows = []
    for events in chosen.events:
        with tempfile.TemporaryDirectory(prefix="ringtrue-spark-") as made:
            rows.append(_row(Path(made), events, chosen.memory))
            print(f"| {' | '.join(f'{value:,}' for value in rows[-1])} |", flush=True)
    keep("spark_scale", _told(rows))


def _told(rows: list[list[int]]) -> dict[str, object]:
    """The rows as the page of results shows them."""
    return {
        "title": "A whole run on Spark as the log grows",
        "about": "`ringtrue run --engine spark` on `local[2]`, all procedures; processor seconds are those of Spark's tasks, from Spark's own log of events.",
        "figures": {
            f"{row[0]:,} events: {what}": f"{value:,}"
            for row in rows
            for what, value in zip(COLUMNS[1:], row[1:], strict=True)
        },
    }


def _row(folder: Path, events: int, memory: str) -> list[int]:
    subprocess.run(
        [sys.executable, HERE / "make_log.py", folder / "log", "--events", str(events)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    _ringtrue(folder, "import", folder / "log", "--out", folder / "audit")
    (folder / "conf").mkdir()
    (folder / "spark").mkdir()
    parts = max(2, events // 500_000)
    (folder / "conf" / "spark-defaults.conf").write_text(
        SETTINGS.format(memory=memory, parts=parts, log=folder / "spark")
    )
    began = perf_counter()
    _ringtrue(folder, "run", folder / "audit", "--engine", "spark")
    seconds = round(perf_counter() - began)
    found = Counter[str]()
    for name, value in _measured(folder / "spark"):
        found[name] += value
    mega = [found[name] // 1_000_000 for name in ("shuffled", "read", "written", "spilled")]
    return [events, seconds, round(found["processor"] / 1e9), *mega, found["jobs"]]


def _ringtrue(folder: Path, *words: str | Path) -> None:
    environment = {**os.environ, "SPARK_CONF_DIR": str(folder / "conf"), "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run(
        [sys.executable, "-c", RUN, *words],
        env=environment,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _measured(log: Path) -> Iterator[tuple[str, int]]:
    """What each task of the run took, from Spark's log of events."""
    for file in log.rglob("*"):
        if not file.is_file():
            continue
        with file.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if '"SparkListenerJobStart"' in line:
                    yield "jobs", 1
                elif '"SparkListenerTaskEnd"' in line and (task := json.loads(line).get("Task Metrics")):
                    yield "processor", task["Executor CPU Time"]
                    yield "shuffled", task["Shuffle Write Metrics"]["Shuffle Bytes Written"]
                    yield "read", task["Input Metrics"]["Bytes Read"]
                    yield "written", task["Output Metrics"]["Bytes Written"]
                    yield "spilled", task["Disk Bytes Spilled"]


if __name__ == "__main__":
    main()
