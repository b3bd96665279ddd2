"""The same rows over Spark Connect: a server of its own on this machine, and nothing but a connection here."""

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from ringtrue.engine.audit.audit_file import AuditFile
from tests.spark.cases import side_by_side, write
from tests.spark.cluster import connect_server
from tests.spark.sessions import NEEDS_SPARK, NEEDS_TIME

pytestmark = [
    *NEEDS_SPARK,
    NEEDS_TIME,
    pytest.mark.skipif(
        find_spec("grpc") is None,
        reason="needs what Spark Connect is spoken with: pip install 'pyspark[connect]'",
    ),
]


def test_two_procedures_say_the_same_over_a_connection(tmp_path: Path) -> None:
    _, given = write(side_by_side(), AuditFile(), tmp_path)
    (tmp_path / "given.json").write_text(json.dumps(given), "utf-8")
    with connect_server(tmp_path / "server") as address:
        done = subprocess.run(
            [sys.executable, "-m", "tests.spark.connected", str(tmp_path)],
            capture_output=True, text=True, env={**os.environ, "SPARK_REMOTE": address, "JAVA_HOME": str(tmp_path)}, check=False,
        )  # fmt: skip
    assert done.returncode == 0, re.sub(r"(?m)^\{.*$", "", done.stderr)[-3000:]
    assert done.stdout == ""
