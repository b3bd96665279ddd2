"""How far a long work is, told to whoever watches: a few times a second, and never from another thread."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is done, and how much there is: rows, or whatever the work counts. 0: not known."""

Told = Callable[[int, int], None]
"""The same of one thing that is being done."""

SECONDS = 0.25
"""The time between two tellings."""


def silent(done: int, total: int) -> None:
    """Nobody watches."""


class Pace:
    """Tells how many rows of a file are read, and how many it has, as far as the bytes read so far let it be estimated."""

    def __init__(self, told: Told, size: int) -> None:
        self._told, self._size = told, size
        self._last = time.monotonic()

    def at(self, rows: int, read: int) -> None:
        """So many rows, for which so many bytes were read."""
        now = time.monotonic()
        if now - self._last >= SECONDS:
            self._last = now
            self._told(rows, max(rows, rows * self._size // max(1, read)))


def watched(database: Any, statement: str, told: Told, rows: int) -> None:
    """Carry out a statement in a DuckDB over so many rows. What ``told`` raises ends the statement and is raised here."""
    if told is silent:
        database.execute(statement)
        return
    database.execute("set enable_progress_bar = true; set enable_progress_bar_print = false")
    with ThreadPoolExecutor(1) as beside:
        work = beside.submit(database.execute, statement)
        try:
            while wait([work], SECONDS).not_done:
                told(int(rows * max(0.0, database.query_progress()) / 100), rows)
        except BaseException:
            database.interrupt()
            raise
        work.result()
