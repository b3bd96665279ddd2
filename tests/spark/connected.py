"""Two procedures of a folder on the Spark that ``SPARK_REMOTE`` names, held against DuckDB: ``python -m tests.spark.connected FOLDER``."""

import json
import sys
from pathlib import Path

from ringtrue import plugins
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.spark.session import session
from tests.spark.both import differences

PROCEDURES = ("flow.ping-pong", "substance.mass-closure")


def main(folder: Path) -> None:
    """Print what differs, and nothing else."""
    given = json.loads((folder / "given.json").read_text("utf-8"))
    procedures = [one for one in plugins.procedures() if one.declaration.id in PROCEDURES]
    with session() as spark:
        for found in differences(
            spark, folder / "tables", given, AuditFile(), procedures, folder / "work", facts=False
        ):
            print(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
