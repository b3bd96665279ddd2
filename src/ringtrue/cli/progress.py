"""Progress on the error stream, while something works: what is done, how much of it, how fast, and the time that is left."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A function that shows what is being done and how far it is; silent where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description:28.28}"),
        BarColumn(bar_width=6),
        TextColumn("{task.fields[counted]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None, counted="")
        last = ""

        def show(what: str, done: int, total: int) -> None:
            nonlocal last
            if what != last:
                shown.reset(task, description=what)
                last = what
            shown.update(task, completed=done, total=total or None)
            shown.update(task, counted=counted(done, total, shown.tasks[0].speed))

        yield show


def counted(done: int, total: int, per_second: float | None) -> str:
    """How much is done of how much, and how fast: with millions of rows, too, it fits into a line of 80 letters."""
    if not total:
        return f"{done:,}" if done else ""
    speed = f", {per_second:,.0f}/s" if per_second and per_second >= 1 else ""
    return f"{done:,} of {total:,}{speed}"
