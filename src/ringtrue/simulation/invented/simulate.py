"""A whole invented organisation in a folder: small ones at once and with faults, large ones part by part."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.model.errors import WrongUse
from ringtrue.simulation.invented.organisation import Size, all_faults_named, build
from ringtrue.simulation.invented.streaming import in_parts, stream
from ringtrue.simulation.invented.writing import write_about, write_tables

Progress = Callable[[str, int, int], None]


def simulate(
    database: DuckDBPyConnection,
    folder: Path,
    seed: int,
    size: Size,
    faults: Mapping[str, float],
    lookalikes: Sequence[str] | bool,
    progress: Progress = lambda what, done, total: None,
) -> dict[str, list[str]]:
    """Write the tables, ``audit.toml`` and ``truth.json``; what was planted, as objects by procedure."""
    _check(faults)
    _empty(folder)
    divided = in_parts(size)
    if divided.parts > 1:
        _refuse(faults, lookalikes)
        stream(database, folder, seed, divided, progress)
        planted: dict[str, list[str]] = {}
    else:
        progress("inventing the organisation", 0, 1)
        planted = build(
            database,
            seed,
            services=size.services,
            months=size.months,
            cases_a_month=size.cases_a_month,
            faults=faults,
            lookalikes=lookalikes,
        )
        write_tables(database, folder)
    write_about(folder, size, seed, planted, faults, lookalikes)
    return planted


def _check(faults: Mapping[str, float]) -> None:
    for name, strength in faults.items():
        all_faults_named(name)
        if not 0 < strength <= 1:
            raise WrongUse(f"--plant {name}={strength:g}: a strength lies above 0 and at most at 1.")


def _refuse(faults: Mapping[str, float], lookalikes: Sequence[str] | bool) -> None:
    if faults or lookalikes:
        raise WrongUse(
            "Faults and look-alikes are planted in organisations of up to a million events. Ask for fewer."
        )


def _empty(folder: Path) -> None:
    """Make the folder ready; one that holds anything but an invented organisation is left alone."""
    if folder.exists():
        if any(folder.iterdir()) and not (folder / "truth.json").exists():
            raise WrongUse(f"{folder}: it is not empty. Name a folder that is not there yet.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
