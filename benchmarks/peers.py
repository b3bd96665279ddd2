"""The environment of the peer, apart from ours: made once in ``benchmarks/.peers``, used again while it works."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PLACE = HERE / ".peers" / "pm4py"
VERSIONS = "import json, pm4py, pandas; print(json.dumps({'pm4py': pm4py.__version__, 'pandas': pandas.__version__}))"


def peer_python() -> Path | None:
    """The Python that has pm4py; None, with the reason on the standard error, where it cannot be installed."""
    python = PLACE / "bin" / "python"
    if peer_versions(python):
        return python
    print("Setting up pm4py beside Ringtrue ...", file=sys.stderr)
    return python if _install(python) and peer_versions(python) else None


def peer_versions(python: Path) -> dict[str, str]:
    """The versions that were asked for, as they are there; empty where one is absent or another one."""
    if not python.exists():
        return {}
    asked = subprocess.run([python, "-I", "-c", VERSIONS], capture_output=True, text=True, check=False)
    if asked.returncode:
        return {}
    there: dict[str, str] = json.loads(asked.stdout.splitlines()[-1])
    wanted = dict(
        line.split("==") for line in (HERE / "peers.txt").read_text("utf-8").split() if "==" in line
    )
    return there if there == wanted else {}


def _install(python: Path) -> bool:
    # Without pip of its own, as some systems ship no ensurepip: the pip of our environment installs into it.
    commands: list[list[str | Path]] = [
        [sys.executable, "-m", "venv", "--clear", "--without-pip", PLACE],
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            python,
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ],
    ]
    commands[1] += ["-r", HERE / "peers.txt"]
    return all(not subprocess.run(command, check=False, stdout=sys.stderr).returncode for command in commands)
