"""Whether there is a Spark to be had, before anything is asked of it: Spark itself waits long, and says little."""

import os
import re
import shutil
import socket
import threading
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ringtrue.model.errors import SparkLost, WrongUse

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SECONDS_TO_ANSWER = 5.0
SECONDS_TO_BEGIN = 300.0
"""How long a cluster may take until it has a worker free: YARN and Kubernetes start some first."""
SECONDS_BETWEEN_LOOKS = 5.0
_HOW_TO = "docs/how-to/run-on-a-cluster.md tells how Spark is set up."


def check_installed() -> None:
    """WrongUse where pyspark is not installed, or where Spark is to run here, or to be driven from here, without Java."""
    if find_spec("pyspark") is None:
        raise WrongUse("--engine spark needs pyspark 4. Install it: pip install 'ringtrue[spark]'.")
    remote = os.environ.get("SPARK_REMOTE", "")
    if remote:
        if missing := [name for name in ("grpc", "pandas", "pyarrow") if find_spec(name) is None]:
            raise WrongUse(
                f"SPARK_REMOTE={remote} needs what Spark Connect is spoken with, and {', '.join(missing)} is missing. "
                "Install it: pip install 'pyspark[connect]'."
            )
        check_answers(remote)
    elif java() is None:
        raise WrongUse(
            "--engine spark needs Java 17 or newer on this machine, and there is none: neither JAVA_HOME nor the path leads to one. "
            "Install it (Debian, Ubuntu: apt install openjdk-17-jre-headless), or set SPARK_REMOTE to a Spark Connect server."
        )
    else:
        check_answers(master())


def java() -> Path | None:
    """The Java that Spark will take."""
    home = os.environ.get("JAVA_HOME", "")
    found = shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
    return Path(found) if found else None


def check_answers(address: str) -> None:
    """SparkLost where nothing listens at the address of a master (``spark://host:port``) or a Connect server (``sc://host:port``)."""
    scheme, _, hosts = address.partition("://")
    if scheme not in ("spark", "sc"):
        return
    places = [urlsplit(f"{scheme}://{host}") for host in hosts.split(",")]
    if any(
        _listens(place.hostname or "", place.port or (7077 if scheme == "spark" else 15002))
        for place in places
    ):
        return
    what = "Spark master" if scheme == "spark" else "Spark Connect server"
    name = "spark.master in spark-defaults.conf" if scheme == "spark" else "SPARK_REMOTE"
    raise SparkLost(
        f"no {what} answers at {address}",
        f"Start it, or put its right address into {name}. {_HOW_TO}",
    )


def master() -> str:
    """The master that Spark will take from its own configuration; empty for none, which is this machine."""
    told = re.search(r"--master[ =](\S+)", os.environ.get("PYSPARK_SUBMIT_ARGS", ""))
    if told:
        return told[1]
    home = os.environ.get("SPARK_HOME", "")
    folder = os.environ.get("SPARK_CONF_DIR") or (f"{home}/conf" if home else "")
    file = Path(folder) / "spark-defaults.conf"
    if not folder or not file.is_file():
        return ""
    found = re.findall(r"^\s*spark\.master[\s=:]+(\S+)", file.read_text("utf-8", "replace"), re.MULTILINE)
    return str(found[-1]) if found else ""


def begun(begin: Callable[[], "SparkSession"], seconds: float = SECONDS_TO_BEGIN) -> "SparkSession":
    """A session that has done a first small piece of work. SparkLost where that takes too long: a master, but no worker with room."""
    found: list[SparkSession] = []

    def work() -> None:
        found.append(begin())
        found[0].range(1).count()

    if not _done_within(work, seconds):
        raise SparkLost(
            f"Spark at {os.environ.get('SPARK_REMOTE') or master() or 'this machine'} did no work within {seconds:.0f} seconds",
            "Look at the master's page whether it has workers with free cores and memory, and whether they can reach this machine "
            f"(spark.driver.host). {_HOW_TO}",
        )
    return found[0]


def _listens(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), SECONDS_TO_ANSWER):
            return True
    except OSError:
        return False


def _done_within(work: Callable[[], object], seconds: float) -> bool:
    """Whether it is done in time; what it raises is raised here."""
    return _Work(work).join(seconds)


def patiently(spark: "SparkSession", work: Callable[[], object]) -> None:
    """Carry work out on Spark. SparkLost where for long no worker takes any of it up: Spark itself would wait for ever."""
    if os.environ.get("SPARK_REMOTE") or str(spark.conf.get("spark.master", "")).startswith("local"):
        work()
        return
    tracker, idle, under_way = spark.sparkContext.statusTracker(), 0.0, _Work(work)
    while not under_way.join(SECONDS_BETWEEN_LOOKS):
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        waits = bool(stages) and not any(stage and stage.numActiveTasks for stage in stages)
        idle = idle + SECONDS_BETWEEN_LOOKS if waits else 0.0
        if idle >= SECONDS_TO_BEGIN:
            spark.sparkContext.cancelAllJobs()
            raise SparkLost(
                f"for {idle:.0f} seconds no worker of Spark took up any work",
                "Look at the master's page whether workers are alive and have room; then run again: the tables stand as they were.",
            )


class _Work:
    """Something carried out beside: what it raises is raised where it is waited for."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._failed: list[Exception] = []
        self._thread = threading.Thread(target=self._carry_out, args=(work,), daemon=True)
        self._thread.start()

    def join(self, seconds: float) -> bool:
        """Wait so long at most; whether it is done."""
        self._thread.join(seconds)
        if self._failed:
            raise self._failed[0]
        return not self._thread.is_alive()

    def _carry_out(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Exception as error:  # raised again where it is waited for
            self._failed.append(error)
