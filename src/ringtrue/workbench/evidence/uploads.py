"""Files that people give as evidence: of a kind that is known, not too large, hashed while they are kept; never shown in the page."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ringtrue.api import keep_evidence
from ringtrue.workbench.audits.models import Audit

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0"
BEGINS: dict[str, tuple[bytes, ...]] = {
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "zip"), (ZIP,)),
    **dict.fromkeys(("doc", "xls", "ppt", "msg"), (OLE,)),
    **dict.fromkeys(("jpg", "jpeg"), (b"\xff\xd8\xff",)),
    **dict.fromkeys(("txt", "csv", "tsv", "json", "xml", "log", "md", "eml"), ()),
    "pdf": (b"%PDF",),
    "png": (b"\x89PNG",),
    "gif": (b"GIF8",),
    "gz": (b"\x1f\x8b",),
}
"""The endings that are taken, and how such a file begins, where it always begins so."""


@dataclass(frozen=True)
class Kept:
    """A file that was kept: what it was called, its hash, its bytes."""

    file: str
    sha256: str
    size: int


def check_upload(given: Any) -> Any:
    """The file, if its ending is known, it begins as such a file does, and it is not too large."""
    ending = Path(given.name).suffix.lower().lstrip(".")
    if ending not in BEGINS:
        known = ", ".join(sorted(BEGINS))
        raise ValidationError(_("A file of this kind is not taken. Give one of: %s.") % known)
    if given.size > settings.MOST_UPLOAD_BYTES:
        most = settings.MOST_UPLOAD_BYTES // 1_000_000
        raise ValidationError(
            _("The file is larger than %s MB. Keep an extract, and say where the whole is.") % most
        )
    beginning = given.read(8)
    given.seek(0)
    if BEGINS[ending] and not beginning.startswith(BEGINS[ending]):
        raise ValidationError(
            _("The file is called .%s, but it is none. Give it the name of what it is.") % ending
        )
    return given


def keep(audit: Audit, given: Any) -> Kept:
    """Keep the content of an upload by its hash. EvidenceRefused if it cannot be."""
    place = Path(settings.HOME.uploads)
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place, prefix="evidence-", delete=True) as written:
        for block in given.chunks():
            written.write(block)
        written.flush()
        stored = keep_evidence(audit.folder, Path(written.name))
    return Kept(told_name(given.name), stored.sha256, stored.size)


def told_name(name: str) -> str:
    """What a file is called in the record: the last part of its name, without what does not print."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(one for one in last if one.isprintable())[-200:] or "file"
