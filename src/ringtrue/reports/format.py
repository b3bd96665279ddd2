"""A report format: one folder of ``reports`` that draws the outline of a run, found by the name ``REPORT`` in its ``report.py``.

A folder ``reports/<format>/report.py`` ends with

    REPORT = ReportFormat(id="word", title="A Word document that can be edited", suffix=".docx", render=render)

and no list needs an edit. A format of somebody else's is found by the entry point ``ringtrue.reports``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ringtrue.model.result import Results

if TYPE_CHECKING:
    from ringtrue.model.entry import Entry


@dataclass(frozen=True, kw_only=True)
class Job:
    """What a format is asked to draw.

    ``run`` is the folder ``runs/<id>``; ``out`` the file to write, files beside it begin with its name or stand in ``rows/``.
    ``entries`` are those of the audit's journal, the oldest first. ``template`` is the auditor's own, None for ours.
    """

    results: Results
    run: Path
    out: Path
    entries: "tuple[Entry, ...]" = ()
    language: str = "en"
    template: Path | None = None


@dataclass(frozen=True, kw_only=True)
class ReportFormat:
    """A format by its name on the command line. ``render`` writes the files whole or not at all and returns them, the main one first.

    ``templates``: the suffixes of templates that it takes, none if it takes no template; ``template`` gives the one that is shipped.
    """

    id: str
    title: str
    suffix: str
    render: Callable[[Job], tuple[Path, ...]]
    templates: tuple[str, ...] = ()
    template: Callable[[], bytes] | None = None
