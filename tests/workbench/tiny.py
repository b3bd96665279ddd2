"""An organisation small enough to be imported and run in two seconds, with a lead; every text in it may hold whatever is asked for."""

import csv
import io
import shutil
import tempfile
from functools import cache
from pathlib import Path

from ringtrue.api import import_sources, run

SHARED = 12
"""Changes that one person asked for and approved."""


def files(mark: str = "") -> dict[str, str]:
    """Its exports by their names. ``mark`` stands in every id, name and word that is free text."""
    person, other, service = f"ana{mark}", f"bo{mark}", f"mail{mark}"
    changes = [
        [f"C{n}{mark}", service, f"normal{mark}", person, other, "2026-04-02T08:00Z", "2026-04-03T08:00Z"]
        for n in range(SHARED)
    ]
    approvals = [
        [f"A{n}{mark}", "change", f"C{n}{mark}", person, "approved", "2026-04-03T09:00Z"]
        for n in range(SHARED)
    ]
    cases = [
        [f"I{n}{mark}", "incident", f"Down{mark}", service, "closed", "2026-04-01T08:00Z", "2026-04-01T09:00Z", other]
        for n in range(20)
    ]  # fmt: skip
    return {
        "services.csv": _csv("id,name,owner", [[service, f"Mail{mark}", f"own{mark}"]]),
        "parties.csv": _csv("id,name,kind", [[person, f"Ana{mark}", "person"], [other, "Bo", "person"]]),
        "changes.csv": _csv("id,service,class,requester,implementer,created_at,started_at", changes),
        "approvals.csv": _csv("id,object_kind,object,approver,decision,decided_at", approvals),
        "cases.csv": _csv("id,kind,title,service,state,opened_at,resolved_at,assignee", cases),
    }


def write(folder: Path, mark: str = "") -> list[Path]:
    """Its exports as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files(mark).items():
        (folder / name).write_text(text, "utf-8")
    return sorted(folder.glob("*.csv"))


def _csv(head: str, rows: list[list[str]]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows([head.split(","), *rows])
    return made.getvalue()


@cache
def _made() -> Path:
    place = Path(tempfile.mkdtemp(prefix="ringtrue-tiny-"))
    write(place / "exports")
    run(import_sources([place / "exports"], place / "audit").folder)
    return place / "audit"


def run_it(folder: Path) -> None:
    """Put its import and its run into an audit folder; they are made once for all tests of a session."""
    for name in ("sources", "tables", "mappings", "runs"):
        if (_made() / name).exists():
            shutil.copytree(_made() / name, folder / name, dirs_exist_ok=True)
