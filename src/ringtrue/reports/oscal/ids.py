"""Ids that are the same for the same thing: UUIDs of version 5, made of what the thing is, never of chance or time."""

import hashlib
import json
from dataclasses import asdict
from uuid import NAMESPACE_URL, uuid5

from ringtrue.reports.format import Job
from ringtrue.reports.oscal.pieces import NAMESPACE

_OURS = uuid5(NAMESPACE_URL, NAMESPACE)


class Ids:
    """The ids of an audit. A service, party, finding or evidence keeps its id from run to run; what a run says has the run's own."""

    def __init__(self, job: Job) -> None:
        audit = job.results.audit
        self._audit = f"{audit.organisation or ''}\x1f{audit.title}"
        self._run = f"{self._audit}\x1f{job.results.run}"
        told = [asdict(entry) for entry in job.entries[-1:]]
        self._state = hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()

    def thing(self, kind: str, id: str) -> str:
        """The id of something that outlives a run."""
        return str(uuid5(_OURS, f"{self._audit}\x1f{kind}\x1f{id}".encode("utf-8", "replace").decode()))

    def said(self, kind: str, id: str) -> str:
        """The id of something that this run says."""
        return str(uuid5(_OURS, f"{self._run}\x1f{kind}\x1f{id}".encode("utf-8", "replace").decode()))

    def document(self, kind: str) -> str:
        """The id of a file: another one as soon as the run or the journal is another."""
        return self.said(kind, self._state)
