"""The page of the commands, from the command line's own declarations."""

from collections.abc import Iterator
from typing import Any

import markdown
from typer.main import get_command

from ringtrue.cli.main import app

INTRODUCTION = """\
After the first `./do` the command is `.venv/bin/ringtrue`. What people read goes to the terminal, what
machines read comes with `--json`, progress goes to the error stream.

| exit code | meaning |
| --- | --- |
| 0 | it ran, and there is no lead |
| 1 | it ran, and there are leads |
| 2 | wrong use, or a file that cannot be read |
| 3 | a procedure could not run: a fault of ours |"""


def page() -> str:
    """Every command with its promise, its usage and its options."""
    return markdown.page(
        "Commands", INTRODUCTION, *(_section(path, command) for path, command in all_commands())
    )


def all_commands() -> Iterator[tuple[str, Any]]:
    """The commands that can be run, each with the words by which it is called."""
    return _leaves("ringtrue", get_command(app))


def _leaves(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name, child in inner.items():
        yield from _leaves(f"{path} {name}", child)


def _section(path: str, command: Any) -> str:
    context = command.make_context(path, [], resilient_parsing=True, terminal_width=100)
    usage = command.get_usage(context).removeprefix("Usage: ")
    records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    rows = [(markdown.code(name), help) for name, help in filter(None, records) if name != "--help"]
    options = markdown.table(["argument or option", "meaning"], rows) if rows else ""
    return "\n\n".join(filter(None, [f"## {path}", command.help or "", f"```\n{usage}\n```", options]))
