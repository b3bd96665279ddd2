"""A DuckDB of its own for every job: in memory, bounded, spilling to a folder that goes away with it."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ringtrue.model.errors import WrongUse

DEFAULT_MEMORY = "1GB"


def share_of(memory: str, share: float) -> str:
    """A part of so much memory: the rest is for what works beside the database. What is no number with a unit stays as it is."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*", memory)
    return f"{float(found[1]) * share:g}{found[2]}" if found else memory


@contextmanager
def connection(
    memory: str = DEFAULT_MEMORY, spill: Path | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh in-memory DuckDB in UTC that uses at most ``memory`` and spills the rest below ``spill``."""
    folder = Path(tempfile.mkdtemp(prefix="ringtrue-", dir=spill))
    try:
        database = duckdb.connect(config={"memory_limit": memory, "temp_directory": str(folder)})
    except duckdb.ParserException as error:
        folder.rmdir()
        raise WrongUse(
            f'--memory: "{memory}" is no amount of memory. Expected a number and its unit, such as 500MB or 4GB.'
        ) from error
    try:
        database.execute(
            "set TimeZone = 'UTC'; set preserve_insertion_order = true; set enable_progress_bar = false"
        )
        database.execute(f"set threads = {len(os.sched_getaffinity(0))}")
        database.execute("set autoinstall_known_extensions = false; set autoload_known_extensions = false")
        yield database
    finally:
        database.close()
        shutil.rmtree(folder, ignore_errors=True)
