"""``ringtrue request`` as a user meets it."""

from pathlib import Path

from tests.cli.process import ringtrue


def test_it_writes_the_workbook_and_says_what_it_asks_for(tmp_path: Path) -> None:
    done = ringtrue(
        "request", "--out", tmp_path / "ask.xlsx", "--tables", "services,cases", "--language", "de"
    )
    assert done.returncode == 0, done.stderr
    assert "asks for 2 kinds of records:" in done.stdout
    assert done.stdout.splitlines()[1:] == [
        "  Services   9 columns, 2 required",
        "  Tickets   35 columns, 1 required",
    ]
    assert (tmp_path / "ask.xlsx").stat().st_size > 5_000


def test_a_table_that_there_is_not_ends_with_2_and_names_those_that_there_are(tmp_path: Path) -> None:
    done = ringtrue("request", "--out", tmp_path / "ask.xlsx", "--tables", "tickets")
    assert done.returncode == 2
    assert 'no table "tickets"' in done.stderr
    assert "services" in done.stderr
    assert not (tmp_path / "ask.xlsx").exists()


def test_a_blank_request_sent_back_is_no_audit_but_a_clear_message(tmp_path: Path) -> None:
    assert ringtrue("request", "--out", tmp_path / "ask.xlsx").returncode == 0
    done = ringtrue("import", tmp_path / "ask.xlsx", "--out", tmp_path / "audit")
    assert "no sheet is filled in" in done.stdout + done.stderr
