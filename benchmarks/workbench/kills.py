"""Kills the workbench (server and worker) while files come in, sources are loaded and findings are saved; then looks whether anything was lost.

    python benchmarks/workbench/kills.py --rounds 30 [--postgresql]

What was acknowledged has to be there, whole; what was not may be there whole or not at all; every job ends, done or failed with its reason.
"""

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.workbench.audit_at import audit_at  # noqa: E402
from benchmarks.workbench.pages import keep_kills  # noqa: E402
from tests.workbench.postgresql import postgresql  # noqa: E402
from tests.workbench.served import Served, free_port  # noqa: E402

from ringtrue.api.remote import RemoteAudit  # noqa: E402
from ringtrue.model.errors import WrongUse  # noqa: E402

LONGEST_SECONDS, UPLOADS, SAVES = 6.0, 5, 40
"""How long a round lasts at most before the kill; the most uploads and saves that are begun in it."""

JOB_SECONDS = 300
LOOK = """
import hashlib, json
from ringtrue.api import read_chain, read_about
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.imports.sources import file_of, sources_of
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import AuditJournal
audit = Audit.objects.get(pk={audit!r})
wrong = [f"job {{one.pk}} is still {{one.state}}" for one in audit.jobs.filter(state__in=("waiting", "running"))]
bring_together(audit)
journal = AuditJournal(audit)
chain = read_chain(journal.lines())
if len(chain) != audit.entries or [one.seq for one in chain] != list(range(1, len(chain) + 1)):
    wrong.append(f"the chain has {{len(chain)}} entries, the audit counts {{audit.entries}}")
last = {{(one.kind, one.id): one for one in chain}}
records = {{(one.kind, one.record): one for one in audit.records.all()}}
if set(last) != set(records):
    wrong.append("records and trail name different things")
wrong += [f"{{key}} is not as its last entry says" for key, one in last.items() if key in records and dict(one.content) != records[key].content]
folder = (audit.folder.path / "records" / "journal.jsonl").read_text("utf-8").splitlines()
if folder != journal.lines():
    wrong.append("the folder's journal is not the trail")
for one in sources_of(audit):
    place = file_of(audit, one.sha256)
    place = place if place.exists() else audit.folder.sources / one.name
    if not place.exists() or hashlib.sha256(place.read_bytes()).hexdigest() != one.sha256:
        wrong.append(f"the content of {{one.name}} is not there whole")
if audit.folder.tables.exists():
    told = read_about(audit.folder.tables)["sources"]
    wrong += [f"{{one['file']}}: rows are lost" for one in told if one["rows"] != one["loaded"] + one["rejected"]]
wrong += [f"job {{one.pk}} failed without a reason" for one in audit.jobs.filter(state="failed", reason="")]
jobs = {{one.pk: [one.state, one.attempts, one.reason[:200]] for one in audit.jobs.all()}}
sources, findings = [one.sha256 for one in sources_of(audit)], [one.content["statement"] for one in audit.records.filter(kind="finding")]
print(json.dumps(dict(wrong=wrong, jobs=jobs, sources=sources, findings=findings)))
"""


@dataclass
class Told:
    """What was acknowledged, and what was found amiss."""

    rounds: int = 0
    files: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    jobs: list[int] = field(default_factory=list)
    unanswered: int = 0
    resumed: int = 0
    failed_with_reason: int = 0
    wrong: list[str] = field(default_factory=list)


class Round:
    """One round: three who work at once until the kill."""

    def __init__(self, audit: RemoteAudit, number: int, told: Told, place: Path) -> None:
        self.audit, self.number, self.told, self.place, self.over = (
            audit,
            number,
            told,
            place,
            threading.Event(),
        )

    def work(self, seconds: float, kill: Callable[[], None]) -> None:
        """Work, and be killed after so many seconds."""
        threads = [threading.Thread(target=one) for one in (self._upload, self._save, self._load)]
        for one in threads:
            one.start()
        time.sleep(seconds)
        kill()
        self.over.set()
        for one in threads:
            one.join()

    def _upload(self) -> None:
        for turn in range(UPLOADS):
            file = self.place / f"cases-{self.number}-{turn}.csv"
            rows = "".join(f"I{self.number}-{turn}-{n},incident,2026-04-01T08:00Z\n" for n in range(2000))
            file.write_text(f"id,kind,opened_at\n{rows}")
            self._try(lambda file=file: self.told.files.append(self.audit.hand_in(file)["sha256"]))  # type: ignore[misc]

    def _save(self) -> None:
        for turn in range(SAVES):
            text = f"Changes of round {self.number}, turn {turn}, are approved late."
            self._try(
                lambda text=text: self.told.findings.append(
                    self.audit.post("/findings", {"statement": text})["finding"]["statement"]
                )
            )  # type: ignore[misc]

    def _load(self) -> None:
        while not self.over.is_set():
            self._try(lambda: self.told.jobs.append(self.audit.post("/sources/load")["id"]), quiet=True)
            time.sleep(0.3)

    def _try(self, act: Callable[[], Any], quiet: bool = False) -> None:
        if self.over.is_set():
            return
        try:
            act()
        except WrongUse:
            self.told.unanswered += not quiet


def settled(site: Served, audit: str) -> dict[str, Any]:
    """What is there once every job came to its end: asked first, so that none writes while the rest is read."""
    until = time.monotonic() + JOB_SECONDS
    while True:
        seen: dict[str, Any] = json.loads(site.script(LOOK.format(audit=audit)).splitlines()[-1])
        if not any("is still" in one for one in seen["wrong"]) or time.monotonic() > until:
            return seen
        time.sleep(2)


def kill_and_look(
    site: Served, rounds: int, seed: int, say: Callable[[str], None] = lambda text: None
) -> Told:
    """So many rounds on a workbench that runs; it runs again afterwards."""
    chance, told = random.Random(seed), Told()
    audit, remote = audit_at(site)
    with tempfile.TemporaryDirectory(prefix="ringtrue-kills-") as place:
        for number in range(rounds):
            Round(remote, number, told, Path(place)).work(chance.uniform(0.2, LONGEST_SECONDS), site.kill)
            site.start()
            seen = settled(site, audit)
            told.rounds += 1
            told.wrong += [f"round {number}: {one}" for one in seen["wrong"]]
            told.wrong += [
                f"round {number}: an acknowledged file is lost"
                for one in told.files
                if one not in seen["sources"]
            ]
            told.wrong += [
                f"round {number}: lost: {one}" for one in told.findings if one not in seen["findings"]
            ]
            told.wrong += [
                f"round {number}: job {one} is lost" for one in told.jobs if str(one) not in seen["jobs"]
            ]
            told.resumed = sum(attempts > 1 for _state, attempts, _why in seen["jobs"].values())
            told.failed_with_reason = sum(
                state == "failed" for state, _attempts, _why in seen["jobs"].values()
            )
            say(
                f"round {number + 1}: {len(told.files)} files, {len(told.findings)} findings, {len(set(told.jobs))} jobs acknowledged; amiss: {len(told.wrong)}"
            )
    return told


def main() -> None:
    """Kill it as often as asked, and write what was found as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=20000)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--keep", action="store_true", help="keep the figures for the page of results")
    asked = parser.parse_args()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ringtrue-killed-")))
        address = stack.enter_context(postgresql()).database("kills") if asked.postgresql else ""
        site = Served(home, free_port(), address)
        site.start()
        stack.callback(site.stop)
        told = kill_and_look(site, asked.rounds, asked.seed, lambda text: print(text, file=sys.stderr))
    figures = {
        "database": "postgresql" if asked.postgresql else "sqlite",
        **asdict(told),
        "files": len(told.files),
        "findings": len(told.findings),
        "jobs": len(set(told.jobs)),
    }
    text = json.dumps(figures, indent=1)
    print(text)
    if asked.out:
        asked.out.write_text(text + "\n")
    if asked.keep:
        keep_kills(figures)
    sys.exit(bool(told.wrong))


if __name__ == "__main__":
    main()
