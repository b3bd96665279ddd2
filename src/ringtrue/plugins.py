"""Finds procedures, importers and report formats: ours by folder, others' by entry point."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from inspect import cleandoc
from pathlib import Path
from pkgutil import iter_modules, walk_packages
from types import ModuleType
from typing import Protocol

from ringtrue.engine.database.dialect import check
from ringtrue.model import Catalogued
from ringtrue.model.errors import WrongUse
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile
from ringtrue.reports.format import ReportFormat


class Importer(Protocol):
    """What an importer offers: it recognises its own exports and reads them as raw tables with a mapping."""

    name: str
    title: str

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """How sure it is that the file is its own."""
        ...

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """The file as raw tables, with the mapping given or its own; UnreadableInput if it cannot be read."""
        ...


@cache
def procedures() -> tuple[Catalogued, ...]:
    """The whole catalogue, in the order of its ids; OutsideDialect for SQL that DuckDB and Spark do not both carry out alike."""
    found = [_catalogued(module) for module in _modules("ringtrue.procedures", "ringtrue.procedures")]
    known = [one for one in found if one is not None]
    return tuple(sorted(known, key=lambda one: one.declaration.id))


@cache
def importers() -> tuple[Importer, ...]:
    """Every importer, in the order of their names."""
    package = import_module("ringtrue.importers")
    ours = [
        import_module(f"ringtrue.importers.{found.name}.importer").IMPORTER
        for found in iter_modules(package.__path__)
        if files(package).joinpath(found.name, "importer.py").is_file()
    ]
    others = [point.load() for point in entry_points(group="ringtrue.importers")]
    return tuple(sorted((*ours, *others), key=lambda importer: importer.name))


@cache
def reports() -> tuple[ReportFormat, ...]:
    """Every report format, in the order of their ids."""
    package = import_module("ringtrue.reports")
    ours = [
        import_module(f"ringtrue.reports.{found.name}.report").REPORT
        for found in iter_modules(package.__path__)
        if files(package).joinpath(found.name, "report.py").is_file()
    ]
    others = [point.load() for point in entry_points(group="ringtrue.reports")]
    return tuple(sorted((*ours, *others), key=lambda format: format.id))


def report_named(id: str) -> ReportFormat:
    """The report format of this id; WrongUse names those that there are."""
    known = {format.id: format for format in reports()}
    if id not in known:
        raise WrongUse(f'report format "{id}" is not known. Known: {", ".join(known)}.')
    return known[id]


def _modules(package: str, group: str) -> Iterator[ModuleType]:
    found = import_module(package)
    for inside in walk_packages(found.__path__, package + "."):
        if not inside.ispkg:
            yield import_module(inside.name)
    for point in entry_points(group=group):
        yield point.load()


def _catalogued(module: ModuleType) -> Catalogued | None:
    declaration = getattr(module, "PROCEDURE", None)
    if declaration is None:
        return None
    docstring = cleandoc(module.__doc__ or "")
    package, _, name = module.__name__.rpartition(".")
    texts = {kind: _sql(package, f"{name}{kind}.sql") for kind in ("", ".groups", ".records", ".chart")}
    return Catalogued(
        declaration=declaration,
        title=docstring.split("\n\n")[0].replace("\n", " ").rstrip("."),
        docstring=docstring,
        sql=texts[""] or "",
        groups_sql=texts[".groups"],
        records_sql=texts[".records"],
        chart_sql=texts[".chart"],
    )


def _sql(package: str, file: str) -> str | None:
    """The text of a procedure's SQL file, where there is one; OutsideDialect names the file, what it uses, and the line."""
    place = files(package).joinpath(file)
    if not place.is_file():
        return None
    text = place.read_text("utf-8")
    check(text, str(place), thorough=not package.startswith("ringtrue."))
    return text
