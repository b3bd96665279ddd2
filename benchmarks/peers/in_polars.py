"""What Polars does with the same CSV, run by the Python of its own environment: ``python benchmarks/peers/in_polars.py STEP FOLDER``."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import polars as pl

Found = dict[str, Any]
ORDER = ("case", "at", "sequence")


def read(folder: Path) -> Found:
    """Read the CSV, take its times for times, sort it by case and time."""
    began = perf_counter()
    log = _log(folder)
    return {"seconds": perf_counter() - began, "events": log.height, "versions": {"Polars": pl.__version__}}


def handover(folder: Path) -> Found:
    """How often each team passed work to each other team."""
    log = _log(folder)
    began = perf_counter()
    passed = log.select("case", "team", before=pl.col("team").shift().over("case"))
    pairs = passed.filter(pl.col("before") != pl.col("team")).group_by("before", "team").len()
    return {"seconds": perf_counter() - began, "pairs": pairs.height}


def ping_pong(folder: Path) -> Found:
    """Cases in which work went from one team to another and straight back."""
    log = _log(folder)
    began = perf_counter()
    before = pl.col("team").shift().over("case")
    hops = log.filter(before.is_null() | (before != pl.col("team")))
    came_back = hops.filter(pl.col("team") == pl.col("team").shift(2).over("case"))
    return {"seconds": perf_counter() - began, "cases": came_back["case"].n_unique()}


def rework(folder: Path) -> Found:
    """For each activity, the cases in which it happened more than once."""
    log = _log(folder)
    began = perf_counter()
    again = log.group_by("activity", "case").len().filter(pl.col("len") > 1).group_by("activity").len()
    return {"seconds": perf_counter() - began, "cases": int(again["len"].sum())}


def _log(folder: Path) -> pl.DataFrame:
    lazy = pl.scan_csv(folder / "log" / "case_events.csv", schema_overrides={"sequence": pl.Int64})
    times = pl.col("at").str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_zone="UTC")
    return lazy.with_columns(times).sort(*ORDER).collect()


STEPS: dict[str, Callable[[Path], Found]] = {
    "read": read,
    "handover": handover,
    "ping_pong": ping_pong,
    "rework": rework,
}

if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[1]](Path(sys.argv[2]))))
