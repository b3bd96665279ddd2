"""The one writer of workbooks: sheets are streamed, text never becomes a formula, the same content gives the same bytes.

    with Book(path) as book:
        book.about(kind="sample", audit="Northwind", run="r-1", language="en")
        book.sheet("Sample", columns=[SheetColumn(title="Record"), SheetColumn(title="Seen", choices=("yes", "no"))], rows=rows)

The file appears at its place when it is whole; after an error nothing is left of it.
"""

import shutil
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ringtrue.reports.excel import about
from ringtrue.reports.excel.column import Link, SheetColumn, Value, Written
from ringtrue.reports.excel.lists import SHEET as LISTS
from ringtrue.reports.excel.lists import Lists
from ringtrue.reports.excel.look import Look
from ringtrue.reports.excel.sheet_names import SheetNames
from ringtrue.reports.excel.table import write_table

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

__all__ = ["MOST_ROWS", "Book", "Link", "SheetColumn", "Value", "Written"]

MOST_ROWS = 1_048_576
"""The rows of a sheet, headings and notes among them."""

_CREATED = datetime(2000, 1, 1)


class Book:
    """A workbook being written, sheet after sheet. ``words`` turns the writer's own few words into another language."""

    def __init__(self, path: Path, words: Callable[[str], str] = str) -> None:
        self.path, self.words = path, words
        self._names = SheetNames(taken=(LISTS, about.SHEET))
        self._lists = Lists()
        self._about: dict[str, str] = {}
        self._written: list[Written] = []

    def __enter__(self) -> Self:
        self._folder = TemporaryDirectory(prefix="ringtrue-")
        self._workbook = self._opened(Path(self._folder.name) / "book.xlsx")
        self._look = Look(self._workbook)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._folder:
            if kind is None:
                self._finish()
            else:
                self._workbook.fileclosed = True

    def about(self, *, kind: str, audit: str, run: str = "", language: str = "en", **further: str) -> None:
        """What this paper is: written on the sheet ``About``, at the end of the book, where it is recognised by."""
        self._about = {"paper": kind, "audit": audit, "run": run, "language": language, **further}

    def name(self, wish: str) -> str:
        """The name in the file of the sheet that was, or will be, written under this wished name."""
        return self._names.name(wish)

    def sheet(
        self,
        name: str,
        *,
        columns: Sequence[SheetColumn],
        rows: Iterable[Sequence[Value]] = (),
        note: str | Sequence[str | Link] = (),
        title: str | None = None,
        freeze: bool = True,
        freeze_columns: int = 0,
        filter: bool = True,
        help_line: bool = False,
        blank: int = 0,
        tab: str | None = None,
    ) -> Written:
        """Write a sheet with one table; the rows are taken one by one and not kept.

        ``title`` and the lines of ``note`` stand above the headings; ``help_line`` shows each column's help there as
        well, else it is the headings' comment. ``blank`` rows below the last one get the drop-down lists and formats
        too. ``tab`` is the colour of the sheet's tab. A second sheet of the same name gets a number. WrongUse when there are more rows than a sheet holds.
        """
        written = write_table(
            self._workbook.add_worksheet(self._free(name)),
            look=self._look,
            lists=self._lists,
            name=self.name,
            columns=tuple(columns),
            rows=rows,
            above=(title, (note,) if isinstance(note, str) else tuple(note)),
            help_line=help_line,
            blank=blank,
            freeze=(freeze, freeze_columns),
            filtered=filter,
            tab=tab,
        )
        self._written.append(written)
        return written

    def _free(self, wish: str) -> str:
        """The name for a sheet: that of the wish, or, where it is written already, another."""
        name = self.name(wish)
        return self._names.another(wish) if any(one.name == name for one in self._written) else name

    def _opened(self, path: Path) -> "Workbook":
        from xlsxwriter import Workbook

        options = {
            "constant_memory": True,
            "tmpdir": str(path.parent),
            "strings_to_urls": False,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "use_zip64": True,
        }
        workbook = Workbook(str(path), options)
        workbook.set_properties({"created": _CREATED, "author": "Ringtrue", "title": ""})
        return workbook

    def _finish(self) -> None:
        if self._about:
            about.write(self._workbook, self._look, self._about, self._written, self.words)
        self._lists.write(self._workbook)
        self._workbook.close()
        made = Path(self._workbook.filename)
        _fix(made)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f".{self.path.name}.part")
        shutil.copyfile(made, part)
        part.replace(self.path)


def _fix(path: Path) -> None:
    """Makes the archive's directory say nothing of this machine: no permissions, no operating system."""
    with zipfile.ZipFile(path, "a") as archive:
        for entry in archive.infolist():
            entry.external_attr, entry.create_system = 0, 0
        archive.comment = b""
