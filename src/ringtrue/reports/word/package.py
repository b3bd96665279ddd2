"""A Word file as a package: checked before it is opened, written with the same bytes for the same content."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from ringtrue.model.errors import TemplateRefused

MOST_BYTES = 30_000_000
MOST_UNPACKED = 150_000_000
MOST_PARTS = 2_000
_EARLIEST = (1980, 1, 1, 0, 0, 0)

_MACRO = re.compile(rb"vbaProject|macroEnabled", re.IGNORECASE)
_EMBEDDED = re.compile(r"word/(?:embeddings|activeX)/|\.bin$", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_FIELD = re.compile(
    rb"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|EMBED)\s", re.IGNORECASE
)
_INSTRUCTION = re.compile(rb"<w:instrText[^>]*>(.*?)</w:instrText>|w:instr=\"([^\"]*)\"", re.DOTALL)

_AS_DOCX = "Open it in Word and save it as a Word document (.docx)."


def checked(file: Path) -> bytes:
    """A template's bytes; TemplateRefused where it holds what a document to be filled in does not need."""
    if file.stat().st_size > MOST_BYTES:
        raise TemplateRefused(
            file.name, "", f"it has more than {MOST_BYTES:,} bytes", "Make its pictures smaller."
        )
    content = file.read_bytes()
    try:
        with ZipFile(BytesIO(content)) as package:
            _check(file.name, package)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise TemplateRefused(file.name, "", f"it is no Word document ({error})", _AS_DOCX) from error
    return content


def _check(file: str, package: ZipFile) -> None:
    infos = package.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        found = f"it unpacks to more than {MOST_UNPACKED:,} bytes or {MOST_PARTS:,} parts"
        raise TemplateRefused(file, "", found, "Begin again from the template that is shipped.")
    names = {info.filename for info in infos}
    if not {"[Content_Types].xml", "word/document.xml"} <= names:
        raise TemplateRefused(file, "", "it has no text of a Word document", _AS_DOCX)
    if any("vbaproject" in name.lower() for name in names) or _MACRO.search(
        _read(package, "[Content_Types].xml")
    ):
        raise TemplateRefused(file, "", "it holds macros", f"Templates may not. {_AS_DOCX}")
    for name in sorted(names):
        if _EMBEDDED.search(name) and "printerSettings" not in name:
            raise TemplateRefused(file, name, "another file is embedded in it", "Delete the object in Word.")
        if name.endswith((".xml", ".rels")):
            _check_part(file, name, _read(package, name))


def _read(package: ZipFile, name: str) -> bytes:
    """A part; what it says of its own size is not believed."""
    with package.open(name) as part:
        content = part.read(MOST_UNPACKED + 1)
    if len(content) > MOST_UNPACKED:
        raise ValueError(f"{name} unpacks to more than {MOST_UNPACKED:,} bytes")
    return content


def _check_part(file: str, name: str, content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise TemplateRefused(file, name, "it declares entities of its own", _AS_DOCX)
    for target in _outside(content) if name.endswith(".rels") else ():
        remedy = "Put the picture, or the style template, into the document itself (File, Options, Add-ins, Templates; or Edit links to files)."
        raise TemplateRefused(file, name, f"it fetches {target} from outside", remedy)
    if b"<w:altChunk" in content:
        raise TemplateRefused(file, name, "another document is inserted in it", "Insert its text instead.")
    for found in _INSTRUCTION.finditer(content):
        if field := _FIELD.match((found[1] or found[2] or b"").lstrip() + b" "):
            told = field[1].decode().upper()
            raise TemplateRefused(file, name, f"its field {told} reads from outside", "Delete the field.")


def _outside(content: bytes) -> Iterator[str]:
    """Targets outside of the package that would be fetched; a link that somebody clicks is none."""
    for found in _RELATIONSHIP.finditer(content):
        text = found[0].decode("utf-8", "replace")
        if re.search(r"TargetMode\s*=\s*[\"']External", text, re.IGNORECASE) and "/hyperlink" not in text:
            target = re.search(r"Target\s*=\s*[\"']([^\"']*)", text)
            yield target[1][:120] if target else "something"


def same_bytes(content: bytes) -> bytes:
    """The package with the names in order and no dates."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = ZipInfo(name, _EARLIEST)
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            after.writestr(info, before.read(name))
    return made.getvalue()
