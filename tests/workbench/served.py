"""A workbench as somebody starts it: ``ringtrue serve`` as a process of its own, with its worker, on a home and a database."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIRST = "correct horse battery"
"""The password of the first person, Ada."""

COMMAND = "from ringtrue.cli.main import main; main()"
START_SECONDS = 180


@dataclass
class Served:
    """A workbench that runs. ``stop`` and ``kill`` end it; ``start`` starts it again on what it left."""

    home: Path
    port: int
    database: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    workers: int = 1
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}{self.settings.get('RINGTRUE_PREFIX', '')}"

    @property
    def environment(self) -> dict[str, str]:
        """What a process beside it needs to see the same workbench."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("RINGTRUE_", "DJANGO_", "DATABASE_", "PYTEST_"))}  # fmt: skip
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        own = {"PYTHONPATH": path, "RINGTRUE_HOME": str(self.home), "RINGTRUE_FIRST_PASSWORD": FIRST}
        own |= {
            "XDG_CONFIG_HOME": str(self.home / "keys"),
            "DJANGO_SETTINGS_MODULE": "ringtrue.workbench.settings",
        }
        return kept | own | self.settings | ({"DATABASE_URL": self.database} if self.database else {})

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.home.mkdir(parents=True, exist_ok=True)
        first = ("--email", "ada@example.org", "--name", "Ada", "--organisation", "Northwind")
        told = ("serve", "--home", self.home, "--port", self.port, "--workers", self.workers, *first)
        with (self.home / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", COMMAND, *map(str, told)],
                env=self.environment,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
            )
        until = time.monotonic() + START_SECONDS
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < until, self.log()
            time.sleep(0.2)

    def answers(self) -> bool:
        """Whether the login page comes."""
        try:
            with urllib.request.urlopen(f"{self.url}/account/login/", timeout=10) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def script(self, text: str) -> str:
        """What a program prints that sees the same database and home, beside the server."""
        program = f"import django; django.setup()\n{text}"
        done = subprocess.run(
            [sys.executable, "-c", program], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def stop(self) -> None:
        """Let it finish what it is at."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Kill the server and its worker at this moment."""
        self._end(signal.SIGKILL)

    def log(self) -> str:
        """What it wrote, the end of it."""
        return (self.home / "serve.log").read_text("utf-8", "replace")[-5000:]

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        if how == signal.SIGKILL:
            os.killpg(self.process.pid, signal.SIGKILL)
        else:
            self.process.send_signal(how)
        try:
            self.process.wait(timeout=60)
        finally:
            if how != signal.SIGKILL and self.process.poll() is None:
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process = None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def served(home: Path, database: str = "", workers: int = 1, **settings: str) -> Iterator[Served]:
    """A workbench, while the block lasts; Ada administrates Northwind."""
    one = Served(home, free_port(), database, settings, workers)
    one.start()
    try:
        yield one
    finally:
        one.stop()
