"""What the other benchmarks found when they were last run: one JSON file each in ``benchmarks/results``."""

import json
from pathlib import Path
from typing import Any

PLACE = Path(__file__).parent / "results"


def kept_results() -> dict[str, Any]:
    """By the name of the benchmark; empty while none was run."""
    return {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(PLACE.glob("*.json"))}


def keep(name: str, found: Any) -> Path:
    """Keep what a benchmark found for the page, its figures in their order; the last run counts."""
    PLACE.mkdir(exist_ok=True)
    file = PLACE / f"{name}.json"
    file.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return file
