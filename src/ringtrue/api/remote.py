"""An audit in a workbench, worked on from the command line through the workbench's interface for programs."""

import http.client
import json
import mimetypes
import os
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, quote, urlencode, urlsplit

from ringtrue.api.places import Progress
from ringtrue.model.errors import WrongUse

TOKEN = "RINGTRUE_TOKEN"
"""The variable of the environment that holds the token, so that it stands in no list of commands."""

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
ALOUD = {
    401: "The token is not known, ran out, was revoked, or its member left the audit. Make another in the audit, under Interface.",
    404: "Take the address as the audit shows it under Interface; a token serves for one audit only.",
}
PATIENCE_SECONDS = 120
LOOK_SECONDS = 1.0
BLOCK = 2**20


def is_address(given: str | Path | None) -> bool:
    """Whether an audit is named by its address in a workbench, and not by a folder."""
    return str(given or "").startswith(("http:/", "https:/"))


@dataclass(frozen=True)
class RemoteAudit:
    """One audit, reached by its address with a token. Every refusal of the workbench is a WrongUse in the workbench's words."""

    at: SplitResult
    token: str

    @classmethod
    def named(cls, address: str) -> "RemoteAudit":
        """The audit of that address; the token comes from the environment."""
        at, token = urlsplit(address.rstrip("/")), os.environ.get(TOKEN, "").strip()
        if "/api/v1/audits/" not in at.path or at.query or at.fragment:
            raise WrongUse(
                f'"{address}" is no address of an audit: expected https://…/api/v1/audits/…, as the audit shows it under Interface'
            )
        if at.scheme != "https" and at.hostname not in HERE:
            raise WrongUse(f"{address}: a token is sent by https only, so that nobody on the way reads it")
        if not token:
            raise WrongUse(f"no token is set: make one in the audit, under Interface, and give it as {TOKEN}")
        return cls(at, token)

    def get(self, path: str = "", **asked: Any) -> Any:
        """What the interface tells there."""
        return self._ask("GET", f"{path}?{urlencode(asked)}" if asked else path)

    def post(self, path: str, said: Mapping[str, Any] | None = None) -> Any:
        """What the interface answers to what is said."""
        body = json.dumps(said).encode() if said is not None else b""
        kind = {"Content-Type": "application/json"} if said is not None else {}
        return self._ask("POST", path, [body], {**kind, "Content-Length": str(len(body))})

    def hand_in(self, file: Path) -> Any:
        """Hand one file in; it is read in parts, so that its size is no matter of memory."""
        edge = secrets.token_hex(16)
        name = quote(file.name, safe=" ()-_.!~*'")
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        head = (
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{file.name.translate(_PLAIN)}"; '
            f"filename*=UTF-8''{name}\r\nContent-Type: {kind}\r\n\r\n"
        ).encode()
        tail = f"\r\n--{edge}--\r\n".encode()
        size = len(head) + file.stat().st_size + len(tail)
        told = {"Content-Type": f"multipart/form-data; boundary={edge}", "Content-Length": str(size)}
        return self._ask("POST", "/sources", _parts(head, file, tail), told)

    def done(self, job: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """The job once it is over. WrongUse with the reason where it failed."""
        while job["state"] in ("waiting", "running"):
            progress(job["what"] or job["state"], job["done"], job["total"])
            time.sleep(LOOK_SECONDS)
            job = self.get(f"/jobs/{job['id']}")
        if job["state"] == "failed":
            raise WrongUse(f"the {job['kind']} failed: {job['reason']}")
        return job

    def pages(self, path: str, **asked: Any) -> Iterator[Any]:
        """Every item of a list, page after page."""
        number, seen = 1, 0
        while True:
            told = self.get(path, page=number, size=200, **asked)
            yield from told["items"]
            seen, number = seen + len(told["items"]), number + 1
            if not told["items"] or seen >= told["total"]:
                return

    def _ask(
        self,
        method: str,
        path: str,
        body: "Sequence[bytes] | Iterator[bytes] | None" = None,
        told: Mapping[str, str] | None = None,
    ) -> Any:
        kind = http.client.HTTPSConnection if self.at.scheme == "https" else http.client.HTTPConnection
        line = kind(self.at.hostname or "", self.at.port, timeout=PATIENCE_SECONDS)
        headers = {"Authorization": f"Bearer {self.token}", **(told or {})}
        try:
            line.request(method, f"{self.at.path}{path}", body=body, headers=headers)
            answer = line.getresponse()
            return self._read(answer.status, answer.read())
        except (OSError, http.client.HTTPException) as error:
            raise WrongUse(
                f"{self.at.geturl()} does not answer ({error}). Is the workbench running?"
            ) from error
        finally:
            line.close()

    def _read(self, status: int, content: bytes) -> Any:
        try:
            told = json.loads(content)
        except ValueError as error:
            raise WrongUse(f"{self.at.geturl()} answers {status}, and not as a workbench does") from error
        if 200 <= status < 300:
            return told
        fields = "; ".join(
            f"{name}: {' '.join(why)}" if name != "file" else " ".join(why)
            for name, why in told.get("fields", {}).items()
        )
        said = fields or told.get("error", "")
        raise WrongUse(f"the workbench refuses it ({status}): {said} {ALOUD.get(status, '')}".rstrip())


_PLAIN = dict.fromkeys([*range(32), 34, 92, *range(127, 256)], "_")


def _parts(head: bytes, file: Path, tail: bytes) -> Iterator[bytes]:
    yield head
    with file.open("rb") as opened:
        while block := opened.read(BLOCK):
            yield block
    yield tail
