"""Results at a terminal."""

import shlex
from dataclasses import replace
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


def test_a_narrow_terminal_gets_one_line_a_lead_and_its_id_whole_below() -> None:
    run = invented.results()
    lines = shown(run, width=44, terminal=True).splitlines()
    place = lines.index("  Value      Payroll: 97.1 % of 412 cases…")
    ids = {shlex.quote(lead.id) for one in run.procedures for lead in one.leads}
    assert lines[place + 1].strip() in ids
    assert all(len(line) <= 44 for line in lines if line.strip() not in ids)


def test_the_id_of_a_lead_is_one_word_for_the_shell_as_the_next_command_needs_it() -> None:
    run = invented.results()
    words = [shlex.split(line) for line in shown(run).splitlines() if "'" not in line or "/" in line]
    told = {line[0] for line in words if len(line) == 1}
    assert told >= {lead.id for one in run.procedures for lead in one.leads}


def test_many_leads_are_counted_after_the_fifteenth() -> None:
    text = shown(invented.with_many_leads(300))
    assert "305 leads" in text
    assert text.count("\n  Flow ") == 10
    assert "and 290 more in the report" in text


def test_how_many_claims_had_too_little_data_is_said_with_what_most_wait_for() -> None:
    text = shown(invented.results())
    assert "6 of 17 claims had too little data. Most wait for" in text
    assert "  2 claims  The list of measures with their readings since April." in text
    assert "1 claim " not in text.split("Most wait for")[1]
    assert "The report says of each claim what to ask for." in text


def waiting(*whys: str) -> Results:
    """A run whose claims wait for what these reasons say."""
    run = invented.results()
    silent = next(one for one in run.procedures if one.result == "insufficient_data")
    claims = tuple(replace(silent, id=f"{silent.id}-{n}", why=why) for n, why in enumerate(whys))
    return replace(run, procedures=claims)


def test_claims_that_wait_for_the_same_table_stand_in_one_line() -> None:
    text = shown(
        waiting(
            "targets were not given",
            "targets were not given; survey rounds were not given",
            "none of 3 items (team) could be judged",
        )
    )
    assert "3 of 3 claims had too little data" in text
    assert "  2 claims  Targets\n" in text
    assert "Survey rounds" not in text


def test_where_no_two_claims_wait_for_the_same_a_few_are_named() -> None:
    text = shown(
        waiting(*(f"{table} were not given" for table in ("targets", "changes", "needs", "outages")))
    )
    assert [line for line in text.splitlines() if line.startswith("  1 claim")] == [
        "  1 claim  Targets",
        "  1 claim  Changes",
        "  1 claim  Needs",
    ]


def test_where_every_claim_could_be_judged_nothing_is_asked_for() -> None:
    run = invented.results()
    judged = tuple(one for one in run.procedures if one.result != "insufficient_data")
    assert "too little data" not in shown(replace(run, procedures=judged))


def test_the_files_are_named() -> None:
    assert "  report   audit/reports/report.html" in shown(invented.results())


def test_no_hostile_text_steers_the_terminal() -> None:
    run = invented.results()
    hostile = "\x1b]0;owned\x07[red]x[/red] \u202e"
    changed = type(run)(**{**vars(run), "audit": type(run.audit)(**{**vars(run.audit), "title": hostile})})
    text = shown(changed, terminal=True)
    assert "\x1b" not in text
    assert "[red]x[/red]" in text
