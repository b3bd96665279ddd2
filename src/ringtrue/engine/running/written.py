"""The files of a run: its results, charts, statements and records, and the manifest that holds the hash of each."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_folder import sha256
from ringtrue.engine.running.assess import Assessed
from ringtrue.engine.running.identity import code_digest
from ringtrue.model.result import Results
from ringtrue.model.sql import literal


def write_records(database: DuckDBPyConnection, fresh: Path) -> None:
    """The records behind the leads, and who stands for whom."""
    database.execute(
        "copy (select * from lead_records order by lead, item, source_file, source_row) "
        f"to {literal(str(fresh / 'leads.parquet'))} (format parquet, compression zstd)"
    )
    database.execute(
        f"copy pseudonyms to {literal(str(fresh / 'pseudonyms.parquet'))} (format parquet, compression zstd)"
    )


def write_run(fresh: Path, results: Results, assessed: Sequence[Assessed]) -> None:
    """Everything else, and last the manifest."""
    _json(fresh / "results.json", asdict(results))
    _json(fresh / "charts.json", [asdict(chart) for one in assessed for chart in one.charts])
    for one in assessed:
        if one.sql:
            (fresh / "sql" / f"{one.result.id}.sql").write_text(one.sql + "\n", "utf-8")
    inside = sorted(path for path in fresh.rglob("*") if path.is_file())
    manifest = {path.relative_to(fresh).as_posix(): sha256(path) for path in inside}
    _json(
        fresh / "manifest.json",
        {"schema": "ringtrue/manifest/1", "run": results.run, "code": code_digest(), "files": manifest},
    )


def _json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False, default=str) + "\n", "utf-8")
