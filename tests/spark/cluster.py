"""A standalone Spark cluster on this machine: a master and two workers, started and stopped by a test."""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.spark.sessions import FEW_ROWS

SECONDS_TO_START = 120
_MASTER = "org.apache.spark.deploy.master.Master"
_SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"
_WORKER = "org.apache.spark.deploy.worker.Worker"


@dataclass(frozen=True)
class Cluster:
    """Its address, as ``spark.master`` takes it, and its processes."""

    address: str
    master: "subprocess.Popen[bytes]"
    workers: "tuple[subprocess.Popen[bytes], ...]"


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A master and workers of one core each, on loopback, on ports that are free."""
    with ExitStack() as stack:
        master = stack.enter_context(_started(folder / "master", _MASTER, "--port", "0"))
        address = _said(folder / "master" / "log", r"Starting Spark master at (spark://\S+)")
        started = []
        for number in range(workers):
            place = folder / f"worker-{number}"
            arguments = ("--cores", "1", "--memory", "1g", "--work-dir", str(place / "work"), address)
            started.append(stack.enter_context(_started(place, _WORKER, *arguments)))
        for number in range(workers):
            _said(folder / f"worker-{number}" / "log", "(Successfully registered) with master")
        yield Cluster(address, master, tuple(started))


@contextmanager
def connect_server(folder: Path) -> Iterator[str]:
    """A Spark Connect server on this machine; its address, as ``SPARK_REMOTE`` takes it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        **FEW_ROWS,
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": str(port),
    }
    arguments = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    command = [str(_home() / "bin" / "spark-submit"), *arguments, "--class", _SERVER, "spark-internal"]
    with _process(folder, command, memory="1g"):
        _said(folder / "log", "(Spark Connect server started)")
        yield f"sc://127.0.0.1:{port}"


@contextmanager
def _started(folder: Path, what: str, *arguments: str) -> "Iterator[subprocess.Popen[bytes]]":
    words = ("--host", "127.0.0.1", "--webui-port", "0", *arguments)
    with _process(folder, [str(_home() / "bin" / "spark-class"), what, *words]) as process:
        yield process


@contextmanager
def _process(folder: Path, command: list[str], memory: str = "256m") -> "Iterator[subprocess.Popen[bytes]]":
    """A process of Spark's with settings and a log of its own; what it starts ends with it."""
    folder.mkdir(parents=True)
    (folder / "log4j2.properties").write_text(_LOG, "utf-8")
    environment = {
        **os.environ,
        "SPARK_HOME": str(_home()),
        "SPARK_CONF_DIR": str(folder),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": memory,
    }
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _home() -> Path:
    spec = find_spec("pyspark")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent


def _said(log: Path, words: str) -> str:
    """What a process says on its log once it is ready."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        if found := re.search(words, log.read_text("utf-8", "replace")):
            return found[1]
        time.sleep(0.2)
    raise TimeoutError(
        f"{log}: nothing like {words} within {SECONDS_TO_START} seconds\n{log.read_text('utf-8', 'replace')}"
    )


_LOG = """rootLogger.level = info
rootLogger.appenderRef.stderr.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %c{1}: %m%n
"""
