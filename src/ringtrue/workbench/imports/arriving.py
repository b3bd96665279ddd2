"""Uploads on their way in: written to disk and hashed as they come, under a name of ours, never under the sender's."""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

INCOMING = "incoming"


@dataclass
class Arrived:
    """A file that came whole: what it was called, where it stands, its hash, its bytes."""

    name: str
    path: Path
    sha256: str
    size: int


class ArrivedFile(UploadedFile):
    """The arrived file as forms see it."""

    def __init__(self, arrived: Arrived) -> None:
        super().__init__(file=None, name=arrived.name, size=arrived.size)
        self.arrived = arrived


class HashedUploadHandler(FileUploadHandler):
    """Writes what comes to disk and hashes it; stops where it is larger than the site takes."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        place = settings.HOME.uploads / INCOMING
        place.mkdir(parents=True, exist_ok=True)
        self.path = place / secrets.token_hex(16)
        self.digest, self.size = hashlib.sha256(), 0
        self.written = self.path.open("xb")
        self.path.chmod(0o600)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write and hash a part."""
        self.size += len(raw_data)
        if self.size > settings.MOST_UPLOAD_BYTES:
            self._drop()
            self.request.too_large = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        self.digest.update(raw_data)
        self.written.write(raw_data)

    def file_complete(self, file_size: int) -> ArrivedFile:
        """The file came whole, and is on the disk."""
        self.written.flush()
        os.fsync(self.written.fileno())
        self.written.close()
        arrived = Arrived(self.file_name or "", self.path, self.digest.hexdigest(), self.size)
        return ArrivedFile(arrived)

    def upload_interrupted(self) -> None:
        """The sender went away."""
        self._drop()

    def _drop(self) -> None:
        if hasattr(self, "written"):
            self.written.close()
            self.path.unlink(missing_ok=True)
