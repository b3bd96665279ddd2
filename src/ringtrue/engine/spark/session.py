"""The Spark session of a run: its master and all else come from Spark's own configuration."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ringtrue.model.errors import WrongUse

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

NEEDED = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.parquet.inferTimestampNTZ.enabled": "false",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    "spark.sql.legacy.sizeOfNull": "false",
}
"""What our SQL relies on, whatever the cluster's defaults are."""

USUAL = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}

_DEFAULT_PARTS = "200"
"""Into how many parts Spark cuts its work unless told otherwise: for a cluster."""


@contextmanager
def session() -> Iterator["SparkSession"]:
    """A session, from ``SPARK_REMOTE`` (Spark Connect), ``spark.master`` of Spark's configuration, else all cores of this machine.

    WrongUse where pyspark is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise WrongUse(
            "--engine spark needs pyspark 4. Install it: pip install 'ringtrue[spark]'."
        ) from error
    builder = SparkSession.builder.appName("ringtrue")
    for name, value in {**USUAL, **NEEDED}.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    for name, value in NEEDED.items():
        spark.conf.set(name, value)
    if _is_local(spark) and spark.conf.get("spark.sql.shuffle.partitions") == _DEFAULT_PARTS:
        spark.conf.set("spark.sql.shuffle.partitions", "4")
    try:
        yield spark
    finally:
        spark.stop()


def _is_local(spark: "SparkSession") -> bool:
    """Whether all of it runs in one process: a few parts are enough then."""
    return str(spark.conf.get("spark.master", "")).startswith("local")
