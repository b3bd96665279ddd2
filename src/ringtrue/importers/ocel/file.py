"""A whole log: written out as lists, its roles told, its raw tables and mapping made."""

from pathlib import Path

from ringtrue.importers.given import read_given_tables
from ringtrue.importers.ocel.csv_log import read_csv_log
from ringtrue.importers.ocel.json_log import read_json_log
from ringtrue.importers.ocel.log import Log, opened
from ringtrue.importers.ocel.meaning import Meaning, oddities
from ringtrue.importers.ocel.recognition import form_of
from ringtrue.importers.ocel.refusal import refused
from ringtrue.importers.ocel.roles import given_roles, proposed_roles
from ringtrue.importers.ocel.sqlite_log import read_sqlite_log
from ringtrue.importers.ocel.tables import Tables
from ringtrue.importers.ocel.writer import LogWriter
from ringtrue.importers.ocel.xml_log import read_xml_log
from ringtrue.importers.reading.place import place
from ringtrue.importers.reading.plain import plain_file
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, SourceFile

READERS = {"json": read_json_log, "xml": read_xml_log, "sqlite": read_sqlite_log}


def read_log(source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None) -> ReadResult:
    """The log through the mapping given or its own. A mapping with roles and no tables has its tables proposed anew."""
    with LogWriter(place(source, work) / "ocel") as written:
        notes = _write(source, work, settings, written)
    with opened(written, source.name) as log:
        return _result(log, source.name, settings, mapping, notes)


def _write(source: SourceFile, work: Path, settings: ReadSettings, written: LogWriter) -> list[str]:
    form, _ = form_of(source, work)
    if form == "csv":
        return read_csv_log(source, work, settings, written)
    if form is None:
        raise refused(source.name, "it is none", "Name another importer in the mapping file, or delete it.")
    plain = plain_file(source, work)
    READERS[form](plain.path, source.name, written, settings.told)
    return list(plain.assumptions)


def _result(
    log: Log, file: str, settings: ReadSettings, mapping: Mapping | None, notes: list[str]
) -> ReadResult:
    given = mapping.content if mapping else {}
    roles = given_roles(given["roles"], file) if "roles" in given else proposed_roles(log)
    tables = Tables(log, roles)
    raw = tables.all()
    zone = str(given.get("read", {}).get("zone") or settings.zone)
    told = [*notes, *roles.notes]
    if given.get("table") and mapping:
        told += oddities(log, roles, raw[0], zone)
        return read_given_tables("ocel", file, list(raw), mapping, told)
    meaning = Meaning(log, roles, tables, raw)
    content = {**meaning.content(), **({"read": given["read"]} if "read" in given else {})}
    told += [*meaning.notes, *oddities(log, roles, raw[0], zone)]
    return ReadResult(importer="ocel", tables=raw, mapping=Mapping(content=content), assumptions=tuple(told))
