"""The one door: from a file as received to its raw tables, read once and kept in the work folder."""

import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from ringtrue.importers.reading.delimited.table import layout_of, read_delimited
from ringtrue.importers.reading.kind import HEAD, kind_of
from ringtrue.importers.reading.place import place
from ringtrue.importers.reading.plain import plain_file
from ringtrue.importers.reading.spreadsheet.tables import read_workbook
from ringtrue.importers.reading.structured.parquet import read_parquet
from ringtrue.importers.reading.structured.records import read_json
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import LoadIssue, RawTable, ReadSettings, SourceFile

PACKINGS = (".gz", ".zip")

EXPECTED = "a table as CSV, xlsx, xls, ods, JSON, JSON lines or Parquet"

WHAT_IT_IS = {
    "html": (
        "it is a web page, perhaps the page on which to log in",
        "Log in, export the table again, and save it as CSV.",
    ),
    "xml": ("it is XML", "Export it as CSV or xlsx. An old Excel file in XML can be saved as xlsx."),
    "sqlite": (
        "it is a SQLite database",
        "Import it with the importer for its source, or export the table as CSV.",
    ),
    "xlsb": ("it is a binary Excel workbook (xlsb)", "Open it in Excel and save it as xlsx."),
    "document": ("it is a document or a presentation", "Save its table as CSV or xlsx."),
    "pdf": ("it is a PDF", "Ask for the table that it was printed from."),
    "picture": ("it is a picture", "Ask for the table itself."),
    "archive": ("it is an archive of a kind that is not read here", "Unpack it, and give the file inside."),
    "binary": ("its bytes are no text", "Export it as CSV, and check that the file is whole."),
}


def read_tables(source: SourceFile, work: Path, settings: ReadSettings) -> tuple[list[RawTable], list[str]]:
    """Every table in the file, and what was assumed in reading it.

    The tables are kept below ``work`` and must be used while that folder exists; a second call finds them
    there. Raises
    ``UnreadableInput`` for everything that is no table, is damaged, or is larger than is sensible.
    """
    kept = place(source, work) / f"tables-{_mark(source, settings)}.json"
    if kept.exists():
        return _kept(kept)
    plain = plain_file(source, work)
    folder = kept.with_suffix("")
    folder.mkdir(exist_ok=True)
    tables, notes = _read(plain.path, source.name, folder, settings)
    part = kept.with_suffix(".part")
    part.write_text(json.dumps({"tables": [asdict(table) for table in tables], "notes": notes}), "utf-8")
    part.replace(kept)
    return tables, notes


def layout(source: SourceFile, work: Path, settings: ReadSettings) -> dict[str, object]:
    """How a text is laid out, for the ``[read]`` part of a mapping; nothing for other kinds of file."""
    plain = plain_file(source, work)
    with plain.path.open("rb") as file:
        kind = kind_of(file.read(HEAD), plain.path)
    return layout_of(plain.path, source.name, settings) if kind == "text" else {}


def table_name(name: str) -> str:
    """The file's name without its folder, its packing and its ending."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    for packing in PACKINGS:
        stem = stem[: -len(packing)] if stem.lower().endswith(packing) else stem
    return stem.rpartition(".")[0] or stem


def _read(path: Path, name: str, folder: Path, settings: ReadSettings) -> tuple[list[RawTable], list[str]]:
    with path.open("rb") as file:
        kind = kind_of(file.read(HEAD), path)
    table = table_name(name)
    if kind in ("xlsx", "xls", "ods"):
        return read_workbook(path, name, kind, folder, settings)
    if kind == "parquet":
        return read_parquet(path, name, table, folder)
    if kind == "json":
        return read_json(path, name, table, folder, settings)
    if kind == "text":
        raw, notes = read_delimited(path, name, table, folder, settings)
        return [raw], notes
    found, remedy = WHAT_IT_IS[kind]
    raise UnreadableInput(name, found, EXPECTED, remedy)


def _mark(source: SourceFile, settings: ReadSettings) -> str:
    """Names may be read under several settings, and the same file under several names."""
    decided = {**asdict(settings), "told": None}
    return sha256(json.dumps([source.name, decided]).encode()).hexdigest()[:12]


def _kept(path: Path) -> tuple[list[RawTable], list[str]]:
    content = json.loads(path.read_text("utf-8"))
    tables = [
        RawTable(
            **{
                **table,
                "columns": tuple(table["columns"]),
                "issues": tuple(LoadIssue(**issue) for issue in table["issues"]),
            }
        )
        for table in content["tables"]
    ]
    return tables, content["notes"]
