"""A Spark for the tests: set up as any Spark is, by its own files of settings, and quick on tables of a few rows."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import pytest

IS_THERE = find_spec("pyspark") is not None and shutil.which("java") is not None
NEEDS_SPARK = [
    pytest.mark.spark,
    pytest.mark.skipif(not IS_THERE, reason="needs Java, and pyspark: pip install 'ringtrue[spark]'"),
]
EVERYTHING = os.environ.get("RINGTRUE_SPARK", "") == "all"
"""Whether what takes half an hour on two cores is done as well."""
NEEDS_TIME = pytest.mark.skipif(not EVERYTHING, reason="takes long: RINGTRUE_SPARK=all does it too")
FEW_ROWS = {
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.memory": "2g",
    "spark.driver.extraJavaOptions": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss16m",
    "spark.executor.extraJavaOptions": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss16m",
}

TWO_PARTS = {
    **FEW_ROWS,
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.host": "127.0.0.1",
    "spark.executor.memory": "1g",
}
"""The same for a cluster of two workers, each of which gets something to do."""


@contextmanager
def configured(folder: Path, settings: dict[str, str]) -> Iterator[None]:
    """Spark's own folder of settings, for as long as this lasts; it logs errors only."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} {value}" for name, value in settings.items()]
    (folder / "spark-defaults.conf").write_text("\n".join(lines) + "\n", "utf-8")
    with patch.dict(os.environ, {"SPARK_CONF_DIR": str(folder), "SPARK_LOCAL_IP": "127.0.0.1"}):
        yield
