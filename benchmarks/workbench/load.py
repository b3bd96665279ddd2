"""Fifty auditors at once: they read lists and records and write findings, evidence and answers, on PostgreSQL.

    python benchmarks/workbench/load.py --auditors 50 --seconds 300 [--sqlite]

Each waits a little between two pages, as a quick person does. At the end every acknowledged write has to stand in the trail, and of two who
changed the same finding from the same state the second has to have been told.
"""

import argparse
import http.client
import json
import os
import random
import re
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.workbench.pages import keep_load  # noqa: E402
from tests.workbench.postgresql import postgresql  # noqa: E402
from tests.workbench.served import Served, free_port  # noqa: E402

LISTS = (
    "leads",
    "findings",
    "evidence",
    "samples",
    "requests",
    "imports",
    "runs",
    "interviews",
    "follow-up",
    "reports",
    "team",
    "",
)
SHARED = 10
"""Findings that everybody edits."""

PAUSE_SECONDS = (0.5, 2.5)
MAKE = """
import json, secrets, shutil
from importlib import import_module
from pathlib import Path
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from ringtrue.api import audit as run_whole
from ringtrue.workbench.audits.models import Audit, Membership
from ringtrue.workbench.audits.states import move
from ringtrue.workbench.organisations.models import Organisation
from ringtrue.workbench.people.models import Person
from ringtrue.model.finding import Finding
from ringtrue.workbench.trail.desk import entry, write_new
audit = Audit.objects.create(organisation=Organisation.objects.first(), title="Northwind")
run_whole([Path({example!r})], audit.folder.path)
move(audit, "initiated", "organisation_administrator", "Ada", "begun")
Store, sessions = import_module(settings.SESSION_ENGINE).SessionStore, []
for number in range({auditors}):
    person = Person.objects.create_user(f"auditor{{number}}@example.org", None, f"Auditor {{number}}")
    Membership.objects.create(audit=audit, person=person, role="lead_auditor" if number == 0 else "auditor")
    store = Store()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(person.pk), settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.save()
    sessions.append(store.session_key)
for number in range({shared}):
    make = lambda id: entry("finding", id, Finding(id=id, statement=f"Statement {{number}} is generally so.", written_by="Ada"), "Ada", "written")
    write_new(audit, "finding", "F", make)
print(json.dumps([audit.pk, sessions]))
"""
LOOK = """
import json
from ringtrue.api import read_chain
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.journal import AuditJournal
journal = AuditJournal(Audit.objects.get(pk={audit!r}))
chain = read_chain(journal.lines())
texts = [str(one.content.get("statement") or one.content.get("shows") or one.content.get("note") or "") for one in chain]
wrong = [] if len(chain) == Audit.objects.get(pk={audit!r}).entries else ["the count of the trail is not that of its entries"]
print(json.dumps(dict(entries=len(chain), texts=texts, wrong=wrong)))
"""


@dataclass
class Seen:
    """What one auditor met."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    told: int = 0


class Auditor(threading.Thread):
    """One auditor with a browser's connection, at work until the end."""

    def __init__(self, number: int, port: int, audit: str, session: str, until: float) -> None:
        super().__init__()
        self.number, self.port, self.audit, self.until = number, port, audit, until
        self.chance, self.seen, self.csrf = random.Random(number), Seen(), "a" * 32
        self.cookies = f"ringtrue-session={session}; ringtrue-csrf={self.csrf}"
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def run(self) -> None:
        """Read, and now and then write."""
        time.sleep(self.chance.uniform(0, 2))
        while time.monotonic() < self.until:
            try:
                self._turn()
            except (OSError, http.client.HTTPException, AssertionError) as error:
                self.seen.errors.append(f"{type(error).__name__}: {error}")
                self.line.close()
            time.sleep(self.chance.uniform(*PAUSE_SECONDS))

    def _turn(self) -> None:
        what = self.chance.random()
        if what < 0.75:
            name = self.chance.choice(LISTS)
            self._ask(f"{name}/" if name else "", name or "overview")
        elif what < 0.85:
            self._edit()
        elif what < 0.95:
            self._note()
        else:
            self._find()

    def _find(self) -> None:
        text = f"Auditor {self.number} saw at {time.monotonic():.6f} that approvals are late."
        self._write("findings/new/", "new finding", text, version=0, statement=text)

    def _note(self) -> None:
        text = f"Auditor {self.number} was shown at {time.monotonic():.6f} that it is late."
        said = {
            "obtained": "examined",
            "place": "tool",
            "event_on": "2026-04-03",
            "captured_at": "2026-05-04",
        }
        self._write("evidence/new/", "new evidence", text, shows=text, **said)

    def _edit(self) -> None:
        id = f"F-{self.chance.randint(1, SHARED):03}"
        _status, page = self._ask(f"findings/{id}/edit/", "finding to edit")
        version = re.search(r'name="version" value="(\d+)"', page)
        assert version, "the form has no version"
        text = f"Auditor {self.number} changed it at {time.monotonic():.6f} to be so."
        self._write(f"findings/{id}/edit/", "edit", text, version=version.group(1), statement=text)

    def _write(self, path: str, name: str, text: str, **said: Any) -> None:
        status, page = self._ask(path, name, urlencode(said))
        if status == 302:
            self.seen.written.append(text)
        elif status == 409:
            assert text in page, "who is told that it was changed meanwhile does not see the own text"
            self.seen.told += 1
        else:
            self.seen.errors.append(f"{name}: {status}")

    def _ask(self, path: str, name: str, body: str | None = None) -> tuple[int, str]:
        headers = {"Cookie": self.cookies}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": self.csrf}
        begun = time.monotonic()
        self.line.request("GET" if body is None else "POST", f"/audits/{self.audit}/{path}", body, headers)
        answer = self.line.getresponse()
        page = answer.read().decode()
        self.seen.seconds[name].append(time.monotonic() - begun)
        if answer.status >= 500 or (body is None and answer.status != 200):
            self.seen.errors.append(f"{name}: {answer.status}")
        return answer.status, page


def processor_seconds(group: int) -> float:
    """Seconds of processor that the processes of a group took so far, by the kernel's count; those of the database are not among them."""
    ticks = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = place.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(told[2]) == group:
            ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def load(site: Served, auditors: int, seconds: float, example: Path) -> dict[str, Any]:
    """The figures of so many auditors in so many seconds."""

    audit, sessions = json.loads(
        site.script(MAKE.format(example=str(example), auditors=auditors, shared=SHARED)).splitlines()[-1]
    )
    assert site.process
    for warm in range(3):
        begun, until = processor_seconds(site.process.pid), time.monotonic() + (0 if warm < 2 else seconds)
        people = [Auditor(number, site.port, audit, one, until) for number, one in enumerate(sessions)]
        if warm < 2:
            for name in LISTS:
                people[0]._ask(f"{name}/" if name else "", name)
    for one in people:
        one.start()
    for one in people:
        one.join()
    took = processor_seconds(site.process.pid) - begun
    return figures(site, audit, [one.seen for one in people], seconds, took)


def figures(site: Served, audit: str, seen: list[Seen], seconds: float, took: float) -> dict[str, Any]:
    """What came of it: times by page, errors, and whether every acknowledged write is in the trail."""
    there = json.loads(site.script(LOOK.format(audit=audit)).splitlines()[-1])
    written = [text for one in seen for text in one.written]
    lost = sorted(set(written) - set(there["texts"]))
    times: dict[str, list[float]] = defaultdict(list)
    for one in seen:
        for name, all_ in one.seconds.items():
            times[name] += all_
    lists = sorted(
        second for name, all_ in times.items() if name in LISTS or name == "overview" for second in all_
    )
    count = sum(map(len, times.values()))
    return {
        "auditors": len(seen), "seconds": seconds, "requests": count, "per_second": round(count / seconds, 1),
        "errors": [error for one in seen for error in one.errors][:20], "error_count": sum(len(one.errors) for one in seen),
        "written": len(written), "lost": len(lost) + len(there["wrong"]), "told_changed_meanwhile": sum(one.told for one in seen),
        "list_pages_p50_ms": _ms(lists, 0.5), "list_pages_p95_ms": _ms(lists, 0.95), "list_pages_longest_ms": _ms(lists, 1),
        "server_processor_ms_per_request": round(1000 * took / max(count, 1), 1),
        "pages": {name: {"n": len(all_), "p50_ms": _ms(sorted(all_), 0.5), "p95_ms": _ms(sorted(all_), 0.95)} for name, all_ in sorted(times.items())},
    }  # fmt: skip


def _ms(ordered: list[float], share: float) -> float:
    return round(1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)], 1) if ordered else 0.0


def main() -> None:
    """Load it as asked, and write the figures as JSON. 1 where something failed, was lost, or took too long."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--auditors", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--example",
        type=Path,
        default=ROOT / "examples" / "northwind",
        help="the exports that are imported and run",
    )
    parser.add_argument("--sqlite", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--keep", action="store_true", help="keep the figures for the page of results")
    asked = parser.parse_args()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ringtrue-load-")))
        address = (
            "" if asked.sqlite else stack.enter_context(postgresql("-c max_connections=200")).database("load")
        )
        site = Served(home, free_port(), address, workers=asked.workers)
        site.start()
        stack.callback(site.stop)
        told = load(site, asked.auditors, asked.seconds, asked.example.resolve())
    database = "sqlite" if asked.sqlite else "postgresql"
    text = json.dumps({"database": database, "workers": asked.workers, **told}, indent=1)
    print(text)
    if asked.out:
        asked.out.write_text(text + "\n")
    if asked.keep:
        keep_load({"database": database, "workers": asked.workers, **told})
    sys.exit(bool(told["error_count"] or told["lost"] or told["list_pages_p95_ms"] > 500))


if __name__ == "__main__":
    main()
