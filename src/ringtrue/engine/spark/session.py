"""The Spark session of a run: its master and all else come from Spark's own configuration."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ringtrue.engine.spark.lost import first_line, is_of_spark, lost, what_is_lost
from ringtrue.engine.spark.reach import begun, check_installed

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
_TALKATIVE = ("SQLQueryContextLogger", "DataFrameQueryContextLogger")
"""Loggers of pyspark that print each error whole, beside raising it."""


@contextmanager
def session() -> Iterator["SparkSession"]:
    """A session, from ``SPARK_REMOTE`` (Spark Connect), ``spark.master`` of Spark's configuration, else all cores of this machine.

    WrongUse where pyspark or Java is not installed, SparkLost where the cluster does not answer or goes away.
    """
    check_installed()
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    spark = _begun()
    try:
        yield spark
    finally:
        with suppress(Exception):  # of a Spark that is lost nothing can be stopped any more
            spark.stop()


def _begun() -> "SparkSession":
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("ringtrue")
    if not os.environ.get("SPARK_REMOTE"):  # a server was set up by who started it
        for name, value in {**USUAL, **NEEDED}.items():
            builder = builder.config(name, value)
    try:
        spark = begun(builder.getOrCreate)
        for name, value in NEEDED.items():
            spark.conf.set(name, value)
        if _is_local(spark) and spark.conf.get("spark.sql.shuffle.partitions") == _DEFAULT_PARTS:
            spark.conf.set("spark.sql.shuffle.partitions", "4")
    except Exception as error:
        if not is_of_spark(error):
            raise
        raise lost(what_is_lost(error) or first_line(error)) from error
    return spark


def _is_local(spark: "SparkSession") -> bool:
    """Whether all of it runs in one process: a few parts are enough then."""
    return str(spark.conf.get("spark.master", "")).startswith("local")
