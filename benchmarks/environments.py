"""The environments of the peers, apart from ours: made once in ``benchmarks/.peers``, used again while they work."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PEERS = ("pm4py", "polars", "pyspark")
VERSIONS = "import json, sys; from importlib.metadata import version; print(json.dumps({n: version(n) for n in sys.argv[1:]}))"


def peer_python(peer: str) -> Path | None:
    """The Python that has the peer; None, with the reason on the standard error, where it cannot be installed."""
    python = HERE / ".peers" / peer / "bin" / "python"
    if _is_there(python, peer):
        return python
    print(f"Setting up {peer} beside Ringtrue ...", file=sys.stderr)
    return python if _install(python, peer) and _is_there(python, peer) else None


def script_of(peer: str) -> Path:
    """What the peer runs."""
    return HERE / "peers" / f"in_{peer}.py"


def _is_there(python: Path, peer: str) -> bool:
    """Whether all that was asked for is there, in the versions that were asked for."""
    if not python.exists():
        return False
    lines = _requirements(peer).read_text("utf-8").split()
    wanted = dict(line.split("==") for line in lines if "==" in line)
    command = [python, "-I", "-c", VERSIONS, *wanted]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.returncode == 0 and json.loads(asked.stdout.splitlines()[-1]) == wanted


def _install(python: Path, peer: str) -> bool:
    # Without pip of its own, as some systems ship no ensurepip: the pip of our environment installs into it.
    make = [sys.executable, "-m", "venv", "--clear", "--without-pip", python.parent.parent]
    pip = [sys.executable, "-m", "pip", "--python", python, "--quiet", "--disable-pip-version-check"]
    commands: list[list[str | Path]] = [make, [*pip, "install", "-r", _requirements(peer)]]
    return all(not subprocess.run(command, check=False, stdout=sys.stderr).returncode for command in commands)


def _requirements(peer: str) -> Path:
    return HERE / "peers" / f"{peer}.txt"
