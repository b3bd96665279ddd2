"""Whether an error is Spark's own, of a cluster that fails, or that of one statement."""

import re

from ringtrue.model.errors import SparkLost

_SIGNS = {
    r"ExecutorLostFailure|executor lost|Remote RPC client disassociated|FetchFailed": "workers died, more often than Spark takes up again",
    r"OutOfMemoryError|exceeds.*maxResultSize|Container killed": "a worker or the driver had too little memory",
    r"No space left on device": "a disk is full on a worker, or where the audit lies",
    r"SparkContext was shut down|stopped SparkContext|Cannot call methods on a stopped|All masters are unresponsive|Master removed our application": "the master or the driver went away",
    r"JAVA_GATEWAY_EXITED|UnsupportedClassVersion": "Java could not start Spark (it needs Java 17 or newer)",
    r"Connection refused|Connection reset|ConnectionError|Py4JNetworkError|UNAVAILABLE|failed to connect|INVALID_HANDLE": "the connection to Spark broke",
    r"FileNotFoundException|PATH_NOT_FOUND|does not exist.*parquet|Unable to clear output directory|Mkdirs failed|FAILED_READ_FILE": "a worker does not see the audit folder under the same path, or may not write there",
}


def is_of_spark(error: BaseException) -> bool:
    """Whether it comes from Spark, or from the way to it."""
    return type(error).__module__.split(".")[0] in ("pyspark", "py4j", "grpc") or isinstance(error, OSError)


def first_line(error: BaseException) -> str:
    """What an error says first: the rest is the path through Spark's own code."""
    return next((line.strip() for line in str(error).split("\n") if line.strip()), type(error).__name__)


def what_is_lost(error: BaseException) -> str:
    """What broke, if it is the cluster; else nothing: the statement is at fault."""
    told = f"{type(error).__name__}: {error}"
    return next((what for sign, what in _SIGNS.items() if re.search(sign, told)), "")


def lost(what: str) -> SparkLost:
    """The error that ends a run."""
    return SparkLost(
        f"Spark could not go on: {what}",
        "Spark's own log, and the master's page, say more. Run again when it is mended: the tables stand as they were. "
        "docs/how-to/run-on-a-cluster.md tells how Spark is set up.",
    )
