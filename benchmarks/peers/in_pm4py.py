"""What pm4py does with the same CSV, run by the Python of its own environment: ``python benchmarks/peers/in_pm4py.py STEP FOLDER``.

Ringtrue neither imports nor ships pm4py; here it is only run beside it.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import pandas as pd
import pm4py

Found = dict[str, Any]
VERSIONS = {"pm4py": pm4py.__version__, "pandas": pd.__version__}


def read(folder: Path) -> Found:
    """Read the CSV and bring it into pm4py's form, as its own documentation shows it."""
    began = perf_counter()
    log = _log(folder)
    seconds = perf_counter() - began
    return {"seconds": seconds, "events": len(log), "versions": VERSIONS}


def handover(folder: Path) -> Found:
    """The handover-of-work matrix by team; pairs of a team with itself are not counted."""
    log = _log(folder)
    began = perf_counter()
    network = pm4py.discover_handover_of_work_network(log, resource_key="team")
    seconds = perf_counter() - began
    return {"seconds": seconds, "pairs": sum(one != other for one, other in network.connections)}


def ping_pong(folder: Path) -> Found:
    """Cases in which work went from one team to another and straight back, counted with pandas: pm4py has no such count."""
    log = _log(folder)
    began = perf_counter()
    cases = log["case:concept:name"]
    log = log[(log["team"] != log["team"].shift()) | (cases != cases.shift())]
    stays = log.groupby("case:concept:name", sort=False)["team"]
    came_back = log["team"] == stays.shift(2)
    count = log.loc[came_back, "case:concept:name"].nunique()
    return {"seconds": perf_counter() - began, "cases": int(count)}


def rework(folder: Path) -> Found:
    """For each activity, the cases in which it happened more than once, as pm4py counts them."""
    log = _log(folder)
    began = perf_counter()
    again = pm4py.get_rework_cases_per_activity(log)
    return {"seconds": perf_counter() - began, "cases": sum(again.values())}


def _log(folder: Path) -> pd.DataFrame:
    log = pd.read_csv(folder / "log" / "case_events.csv")
    log["at"] = pd.to_datetime(log["at"], utc=True)
    return pm4py.format_dataframe(log, case_id="case", activity_key="activity", timestamp_key="at")


STEPS: dict[str, Callable[[Path], Found]] = {
    "read": read,
    "handover": handover,
    "ping_pong": ping_pong,
    "rework": rework,
}

if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[1]](Path(sys.argv[2]))))
