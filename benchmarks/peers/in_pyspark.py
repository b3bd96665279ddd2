"""What Spark does with the same CSV in one process of two threads, run by the Python of its own environment.

``python benchmarks/peers/in_pyspark.py STEP FOLDER``. The Java process beside Python is counted: its processor seconds and its most memory are in
what is found.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import pyspark
from pyspark.sql import DataFrame, SparkSession, Window, WindowSpec
from pyspark.sql import functions as f

Found = dict[str, Any]
THREADS = os.cpu_count() or 1
COLUMNS = "case string, at timestamp, sequence long, activity string, state string, actor string, team string, field string, old string, new string"


def read(session: SparkSession, folder: Path) -> Found:
    """Read the CSV and sort it by case and time; every row is made, none is kept."""
    began = perf_counter()
    ordered = _log(session, folder).sort("case", "at", "sequence")
    ordered.write.format("noop").mode("overwrite").save()
    seconds = perf_counter() - began
    return {
        "seconds": seconds,
        "events": _log(session, folder).count(),
        "versions": {"Spark": pyspark.__version__},
    }


def handover(session: SparkSession, folder: Path) -> Found:
    """How often each team passed work to each other team."""
    began = perf_counter()
    hops = _hops(_log(session, folder)).where("before is not null")
    pairs = hops.groupBy("before", "team").count().collect()
    return {"seconds": perf_counter() - began, "pairs": len(pairs)}


def ping_pong(session: SparkSession, folder: Path) -> Found:
    """Cases in which work went from one team to another and straight back."""
    began = perf_counter()
    hops = _hops(_log(session, folder)).withColumn("earlier", f.lag("team", 2).over(_each_case()))
    cases = hops.where("earlier = team").select("case").distinct().count()
    return {"seconds": perf_counter() - began, "cases": cases}


def rework(session: SparkSession, folder: Path) -> Found:
    """For each activity, the cases in which it happened more than once."""
    began = perf_counter()
    again = _log(session, folder).groupBy("activity", "case").count().where("count > 1")
    return {"seconds": perf_counter() - began, "cases": again.count()}


def _hops(log: DataFrame) -> DataFrame:
    before = log.withColumn("before", f.lag("team").over(_each_case()))
    return before.where("before is null or before <> team")


def _each_case() -> WindowSpec:
    return Window.partitionBy("case").orderBy("at", "sequence")


def _log(session: SparkSession, folder: Path) -> DataFrame:
    return session.read.csv(str(folder / "log" / "case_events.csv"), schema=COLUMNS, header=True)


def _session() -> SparkSession:
    builder = SparkSession.builder.master(f"local[{THREADS}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", THREADS).config(
        "spark.sql.session.timeZone", "UTC"
    )
    return builder.config("spark.driver.memory", "4g").getOrCreate()


def _of_java(session: SparkSession) -> Found:
    """Processor seconds and most memory, in MB, of the Java process."""
    process = Path("/proc") / str(session._jvm.java.lang.ProcessHandle.current().pid())  # type: ignore[union-attr]
    status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    times = (process / "stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(times[11]) + int(times[12])
    return {
        "other_peak_mb": int(status["VmHWM"].split()[0]) * 1024 / 1e6,
        "other_processor_seconds": ticks / os.sysconf("SC_CLK_TCK"),
    }


STEPS: dict[str, Callable[[SparkSession, Path], Found]] = {
    "read": read,
    "handover": handover,
    "ping_pong": ping_pong,
    "rework": rework,
}

if __name__ == "__main__":
    session = _session()
    session.sparkContext.setLogLevel("ERROR")
    found = STEPS[sys.argv[1]](session, Path(sys.argv[2]))
    print(json.dumps(found | _of_java(session)))
