"""``ringtrue`` as a user meets it: a process with arguments, output, an exit code.

Each is forked off a server that has imported what commands need, which takes longer than most commands.
"""

import os
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path
from subprocess import CompletedProcess


def ringtrue(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> CompletedProcess[str]:
    """Run the command to its end, in this folder and environment unless told otherwise."""
    with tempfile.TemporaryDirectory() as place:
        told = [Path(place, "stdout"), Path(place, "stderr")]
        asked = (
            tuple(map(str, arguments)),
            cwd or Path.cwd(),
            dict(os.environ if env is None else env),
            told,
        )
        process = _server().Process(target=_command, args=asked)
        process.start()
        process.join()
        assert process.exitcode is not None
        return CompletedProcess(asked[0], process.exitcode, *(one.read_text("utf-8") for one in told))


@cache
def _server() -> ForkServerContext:
    server = get_context("forkserver")
    server.set_forkserver_preload(["tests.cli.imported"])
    return server


def _command(arguments: tuple[str, ...], cwd: Path, env: dict[str, str], told: list[Path]) -> None:
    for number, path in enumerate(told, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["ringtrue", *arguments]
    from ringtrue.cli.main import main

    main()
