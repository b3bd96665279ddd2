"""Files as people hand them in."""

import gzip
import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.imports.sources import Source, sources_of
from tests.workbench.cast import Cast

CASES = (
    "id,kind,service,state,opened_at,resolved_at,closed_at\n"
    "C1,incident,mail,closed,2026-04-01T08:00Z,2026-04-01T09:00Z,2026-04-01T10:00Z\n"
    "C2,incident,mail,closed,2026-04-31T08:00Z,2026-04-02T09:00Z,2026-04-02T10:00Z\n"
    "C3,incident,mail,closed,2026-04-03T08:00Z,2026-04-03T09:00Z,2026-04-03T10:00Z\n"
    "C3,incident,mail,closed,2026-04-04T08:00Z,2026-04-04T09:00Z,2026-04-04T10:00Z\n"
)
UNCLEAR = "Nr,Wann,Stand\nA1,2026-04-01 08:00,zu\nA2,2026-04-02 08:00,zu\n"


def csv(name: str = "cases.csv", text: str = CASES) -> SimpleUploadedFile:
    """A file of comma-separated values."""
    return SimpleUploadedFile(name, text.encode(), content_type="text/csv")


def zip_bomb() -> SimpleUploadedFile:
    """300 MB of one letter, packed into some 300 kB."""
    held = BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("cases.csv", "w") as member,
    ):
        for _ in range(300):
            member.write(b"a" * 1_000_000)
    return SimpleUploadedFile("cases.zip", held.getvalue())


def packed(text: str = CASES) -> SimpleUploadedFile:
    """The file, gzipped."""
    return SimpleUploadedFile("cases.csv.gz", gzip.compress(text.encode()))


def hand_in(cast: Cast, file: SimpleUploadedFile, person: str = "ada", **dates: str) -> str:
    """Hand a file in; the page that comes then."""
    url = f"/audits/{cast.audit.pk}/imports/new/"
    return cast.client(person).post(url, {"file": file, **dates}, follow=True).content.decode()


def load(cast: Cast, person: str = "ada") -> str:
    """Load all that was handed in; the page that comes then."""
    url = f"/audits/{cast.audit.pk}/imports/load/"
    return cast.client(person).post(url, follow=True).content.decode()


def only_source(audit: Audit) -> Source:
    """The one source that there is."""
    (one,) = sources_of(audit)
    return one
