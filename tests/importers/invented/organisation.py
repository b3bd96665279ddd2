"""An invented organisation of some 2,000 tickets, read row by row; what tickets do not tell is kept beside the export."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ringtrue.api.running import audit, simulate
from ringtrue.engine.database.connect import connection
from ringtrue.model.result import Results

Row = dict[str, Any]
FAULTS = ("flow.ping-pong", "substance.hidden-reopen")
TOLD_BY_TOOLS = (
    "cases", "case_events", "case_links", "target_runs", "survey_invites", "survey_responses", "changes", "approvals",
)  # fmt: skip


@dataclass(frozen=True)
class Organisation:
    """The folder in which it was invented; the team, if any, that stops the clock without a word to the user."""

    folder: Path
    silent: str | None = None

    def rows(self, table: str, order: str, where: str = "true") -> Iterator[Row]:
        """Rows of a canonical table without what is unknown; times in milliseconds since 1970."""
        relation = f"read_parquet('{self.folder / table}.parquet')"
        with connection() as database:
            given = database.execute(f"describe select * from {relation}").fetchall()
            cells = ", ".join(
                f'epoch_ms("{name}") as "{name}"' if "TIMESTAMP" in kind else f'"{name}"'
                for name, kind, *_ in given
            )
            found = database.execute(
                f"select {cells} from {relation} where {where} order by {order}"
            ).fetchall()
        names = [name for name, *_ in given]
        for row in found:
            yield {name: value for name, value in zip(names, row, strict=True) if value is not None}

    def grouped(self, table: str, by: str, order: str) -> dict[str, list[Row]]:
        """Rows of a table by the value of a column."""
        found: dict[str, list[Row]] = {}
        for row in self.rows(table, order):
            found.setdefault(row.get(by, ""), []).append(row)
        return found

    def histories(self) -> dict[str, list[Row]]:
        """What happened to each ticket. The silent team's tickets hold no message and no reply."""
        held = {case["id"] for case in self.rows("cases", "id") if case.get("team") == self.silent}
        found = self.grouped("case_events", "case", '"case", "at", sequence')
        said = ("message_to_user", "reply_from_user")
        return {
            case: [one for one in events if case not in held or one.get("activity") not in said]
            for case, events in found.items()
        }

    def keep_beside(self, out: Path) -> None:
        """Put what no tool for tickets tells (services, targets, people, papers) beside the export."""
        out.mkdir(parents=True, exist_ok=True)
        for path in sorted(self.folder.iterdir()):
            if path.stem not in TOLD_BY_TOOLS and path.suffix in (".parquet", ".toml"):
                shutil.copy(path, out / path.name)


def invented(folder: Path, faulty: bool = False) -> Organisation:
    """An organisation of six services and a year: clean, or with work sent back, troubles opened anew and stopped clocks."""
    plant = dict.fromkeys(FAULTS, 1.0) if faulty else {}
    simulate(folder, seed=1, services=6, months=12, cases_a_month=170, plant=plant)
    return Organisation(folder, "team-desk-berlin" if faulty else None)


def run_catalogue(export: Path, work: Path) -> Results:
    """Every procedure over the export, read as an auditor would read it."""
    found = audit([export], work)
    assert not found.errors
    return found.results


def leads(results: Results) -> set[tuple[str, str]]:
    """Procedure and object of every lead."""
    return {(one.id, lead.object.id) for one in results.procedures for lead in one.leads}


def moment(milliseconds: int) -> str:
    """``2026-07-31T12:05:09Z``."""
    return f"{datetime.fromtimestamp(milliseconds / 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"
