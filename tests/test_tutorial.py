"""The tutorial of a whole audit: every command of it runs, and every table of it is filled in, in its order."""

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ringtrue.cli.main import app
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from tests.papers.filled_books import complete

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tutorial" / "whole-audit.md"
PIECE = re.compile(
    r"^```sh\n(?P<commands>.*?)^```|^\*(?P<sheet>[\w ]+)\*(?P<every>, every row)?\n\n(?P<table>(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)

Rows = Sequence[Mapping[str, Any]]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """The folder in which the tutorial was done, and what each command printed."""
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "examples").symlink_to(ROOT / "examples")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        here.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        yield folder, _done(PAGE.read_text("utf-8"))


def test_every_command_ends_well(told: tuple[Path, dict[str, str]]) -> None:
    assert len(told[1]) == len(re.findall(r"^\.venv/bin/ringtrue ", PAGE.read_text("utf-8"), re.MULTILINE))


def test_what_was_filled_in_is_in_the_journal(told: tuple[Path, dict[str, str]]) -> None:
    journal = Journal(AuditFolder(told[0] / "northwind-audit"))
    (finding,) = journal.current("finding").values()
    assert (finding.content["grade"], finding.content["reviewed_by"]) == ("minor_nc", "Ben")
    assert {one.content["result"] for one in journal.current("sample_item").values()} == {"pass"}
    assert [one.content["step"] for one in journal.current("response").values()][-1] == "closed"
    assert journal.current("plan")["plan"].content["team"][1]["own_work"] == ["messaging"]


def test_the_sample_allows_its_conclusion(told: tuple[Path, dict[str, str]]) -> None:
    (evaluated,) = [printed for command, printed in told[1].items() if "--evaluate" in command]
    assert "22 judged, 0 deviate" in evaluated


def test_the_sealed_audit_holds(told: tuple[Path, dict[str, str]]) -> None:
    (verified,) = [printed for command, printed in told[1].items() if " verify " in command]
    assert ": whole." in verified


def test_every_format_was_written(told: tuple[Path, dict[str, str]]) -> None:
    written = {file.suffix for file in (told[0] / "northwind-audit" / "reports").iterdir() if file.is_file()}
    assert {".html", ".docx", ".xlsx", ".pdf", ".json"} <= written


def _done(page: str) -> dict[str, str]:
    printed: dict[str, str] = {}
    for piece in PIECE.finditer(page):
        if piece["commands"]:
            for command in piece["commands"].splitlines():
                printed[command] = _run(command)
        else:
            _fill(piece["sheet"], list(_rows(piece["table"])), bool(piece["every"]))
    return printed


def _run(command: str) -> str:
    words = shlex.split(command.removeprefix(".venv/bin/ringtrue "))
    ended = CliRunner().invoke(app, words)
    leads = words[0] in ("audit", "run")
    assert ended.exit_code == (1 if leads else 0), f"{command}: {ended.output}{ended.exception!r}"
    return ended.output


def _fill(sheet: str, rows: Rows, every: bool) -> None:
    """Fill in the paper that was written last."""
    papers = Path("northwind-audit/papers").glob("*.xlsx")
    complete(max(papers, key=lambda file: file.stat().st_mtime_ns), sheet, rows, every)


def _rows(table: str) -> Iterator[dict[str, str]]:
    titles, _, *rows = (
        [cell.strip() for cell in line.strip("|\n").split("|")] for line in table.splitlines()
    )
    for row in rows:
        yield {title: cell for title, cell in zip(titles, row, strict=True) if cell}
