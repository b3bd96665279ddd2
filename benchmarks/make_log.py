"""Writes an invented history of cases, and the targets they are held against, as CSV with the tables' own column names.

``python benchmarks/make_log.py --events 1000000 FOLDER`` writes ``case_events.csv`` and ``targets.csv``. The same number of events gives the
same bytes with the same numpy. Nothing in it is taken from a real organisation.
"""

import argparse
import csv
import json
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from histories import Histories, draw

if TYPE_CHECKING:
    from _csv import Writer

COLUMNS = ("case", "at", "sequence", "activity", "state", "actor", "team", "field", "old", "new")
TARGETS = (
    ("id", "metric", "priority", "operator", "value", "unit", "attainment_target", "pause_states"),
    ("T1", "resolution_minutes", "1 - Critical", "<=", 480, "minutes", 0.95, "waiting_user"),
    ("T2", "resolution_minutes", "2 - High", "<=", 1440, "minutes", 0.95, "waiting_user"),
    ("T3", "resolution_minutes", "3 - Moderate", "<=", 4320, "minutes", 0.90, "waiting_user"),
    ("T4", "resolution_minutes", "4 - Low", "<=", 10080, "minutes", 0.90, "waiting_user"),
)
CASES_AT_A_TIME = 20_000
SEED = 20_000


def make_log(folder: Path, events: int) -> None:
    """Write ``case_events.csv`` of exactly so many events, about eight a case, and ``targets.csv`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "case_events.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        _write_events(writer, events)
    with (folder / "targets.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(TARGETS)


def _write_events(writer: "Writer", events: int) -> None:
    """In blocks of cases, so that memory does not grow with the log; the last case is cut where the events end."""
    dice = np.random.default_rng(SEED)
    cases, written = 0, 0
    while written < events:
        block = draw(dice, cases, min(CASES_AT_A_TIME, events - written), span=max(1, events // 8))
        writer.writerows(_rows(block, events - written))
        written += len(block.case)
        cases += len(block.priority)


def _rows(block: Histories, most: int) -> "zip[tuple[object, ...]]":
    """The rows of a block as text, in the order of time, as an export lists them."""
    place = np.argsort(block.at[:most], kind="stable")
    at = np.datetime_as_string(block.at[place].astype("datetime64[s]"))
    case, sequence, *others = (column[place] for column in block.texts())
    return zip(
        case.tolist(),
        (f"{moment}Z" for moment in at),
        sequence.tolist(),
        *(c.tolist() for c in others),
        strict=True,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    chosen = parser.parse_args()
    began = perf_counter()
    make_log(chosen.folder, chosen.events)
    written = (chosen.folder / "case_events.csv").stat().st_size
    print(json.dumps({"seconds": perf_counter() - began, "bytes": written}))
