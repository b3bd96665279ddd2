"""The two files of a job, drawn."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ringtrue.model.entry import Entry
from ringtrue.model.result import Results
from ringtrue.reports.format import Job
from ringtrue.reports.oscal.report import REPORT

Piece = dict[str, Any]


def draw(folder: Path, results: Results, entries: tuple[Entry, ...] = ()) -> tuple[Piece, Piece]:
    """The assessment results and the assessment plan, as JSON."""
    out = folder / "reports" / f"report{REPORT.suffix}"
    job = Job(results=results, run=folder / "runs" / results.run, out=out, entries=entries)
    main, plan = (json.loads(path.read_text("utf-8")) for path in REPORT.render(job))
    return main["assessment-results"], plan["assessment-plan"]


def observations(results: Piece, kind: str) -> list[Piece]:
    """The observations of a type."""
    return [one for one in results["results"][0]["observations"] if one["types"] == [kind]]


def values(piece: Piece) -> dict[str, str]:
    """The properties of a piece, by name."""
    return {one["name"]: one["value"] for one in piece.get("props", ())}


def every(piece: Any, name: str) -> Iterator[Any]:
    """Each value under that name, however deep."""
    if isinstance(piece, dict):
        for key, value in piece.items():
            if key == name:
                yield value
            yield from every(value, name)
    elif isinstance(piece, list):
        for one in piece:
            yield from every(one, name)
