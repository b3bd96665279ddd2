"""Which two runs are meant, and what they say."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ringtrue.model.errors import UnreadableInput, WrongUse
from ringtrue.model.result import Results


@dataclass(frozen=True)
class FoundRun:
    """A run: its folder, its results, and the SHA-256 of the code that made it where that is known."""

    place: Path
    results: Results
    code: str | None


def two_runs(named: Sequence[str]) -> tuple[FoundRun, FoundRun]:
    """The two runs that are meant by one audit folder (its last two), by a folder and two run ids, or by two folders.

    A folder is an audit folder, of which the last run counts, or a run's own. WrongUse where that names no two runs.
    """
    if len(named) == 1:
        runs = _runs(Path(named[0]))
        if len(runs) < 2:
            raise WrongUse(
                f"{named[0]}: it has {len(runs)} run; to compare, two are needed. Name a second audit folder, or run again after a change."
            )
        first, second = runs[-2:]
    elif len(named) == 2:
        first, second = (_last(Path(one)) for one in named)
    elif len(named) == 3:
        first, second = (_run_named(Path(named[0]), one) for one in named[1:])
    else:
        raise WrongUse("Name one audit folder, an audit folder and two of its runs, or two folders.")
    return _read(first), _read(second)


def _runs(folder: Path) -> list[Path]:
    """The runs of an audit folder, the one that was written last at the end."""
    if not folder.is_dir():
        raise WrongUse(f"{folder}: there is no such folder. Name an audit folder.")
    found = [path.parent for path in (folder / "runs").glob("*/results.json") if path.parent.suffix == ""]
    return sorted(found, key=lambda run: ((run / "results.json").stat().st_mtime_ns, run.name))


def _last(folder: Path) -> Path:
    if (folder / "results.json").is_file():
        return folder
    runs = _runs(folder)
    if not runs:
        raise WrongUse(f"{folder}: there is no run here. `ringtrue run` makes one.")
    return runs[-1]


def _run_named(folder: Path, id: str) -> Path:
    """The run of that id, or of the only id that begins so."""
    known = {run.name: run for run in _runs(folder)}
    begins = [name for name in known if name.startswith(id)]
    if id in known or len(begins) == 1:
        return known[id if id in known else begins[0]]
    near = get_close_matches(id, known, 1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    raise WrongUse(f'{folder}: there is no run "{id}".{hint} Its runs: {", ".join(known) or "none"}.')


def _read(run: Path) -> FoundRun:
    from pydantic import ValidationError

    from ringtrue.reports.schema import read_results

    file = run / "results.json"
    try:
        results = read_results(file)
    except (ValidationError, OSError) as error:
        raise UnreadableInput(
            str(file), "it cannot be read as results", "the results of a run", "Run the audit again."
        ) from error
    return FoundRun(run, results, _code(run))


def _code(run: Path) -> str | None:
    try:
        code = json.loads((run / "manifest.json").read_text("utf-8"))["code"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(code)
