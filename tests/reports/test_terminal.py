"""Results at a terminal."""

from io import StringIO
from pathlib import Path

from rich.console import Console

from ringtrue.model.result import Results
from ringtrue.reports.terminal import show
from tests.reports import invented

FILES = {"report": Path("audit/reports/report.html"), "results": Path("audit/runs/7f3a/results.json")}


def shown(run: Results, width: int = 80, terminal: bool = False) -> str:
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=terminal, color_system=None, highlight=False, markup=False
    )
    show(run, FILES, console)
    return out.getvalue().replace("\u00a0", " ")


def test_all_six_answers_are_shown() -> None:
    lines = shown(invented.results()).splitlines()
    answers = [line for line in lines if line.startswith(("  Contradicted", "  Supported", "  Not known"))]
    assert len(answers) == 6


def test_a_pipe_gets_whole_lines_without_colour() -> None:
    text = shown(invented.results(), width=40)
    assert "\x1b" not in text
    assert (
        "  Value      Payroll: 97.1 % of 412 cases were resolved in the agreed time, and 57.8 % of 64 customers"
        in text
    )


def test_a_narrow_terminal_gets_one_line_a_lead() -> None:
    text = shown(invented.results(), width=44, terminal=True)
    assert max(map(len, text.splitlines())) <= 44
    assert "  Value      Payroll: 97.1 % of 412 cases…" in text


def test_many_leads_are_counted_after_the_fifteenth() -> None:
    text = shown(invented.with_many_leads(300))
    assert "305 leads" in text
    assert text.count("\n  Flow ") == 10
    assert "and 290 more in the report" in text


def test_what_could_not_be_judged_is_said_with_what_to_ask_for() -> None:
    text = shown(invented.results())
    assert "6 claims of 17 could not be judged. Ask for" in text
    assert "2 claims  The list of measures with their readings since April." in text


def test_the_files_are_named() -> None:
    assert "  report   audit/reports/report.html" in shown(invented.results())


def test_no_hostile_text_steers_the_terminal() -> None:
    run = invented.results()
    hostile = "\x1b]0;owned\x07[red]x[/red] \u202e"
    changed = type(run)(**{**vars(run), "audit": type(run.audit)(**{**vars(run.audit), "title": hostile})})
    text = shown(changed, terminal=True)
    assert "\x1b" not in text
    assert "[red]x[/red]" in text
