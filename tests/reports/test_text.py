"""Text from outside, in reports."""

from ringtrue.reports.names import safe_name
from ringtrue.reports.text import day, period, plain


def test_hidden_characters_become_visible() -> None:
    assert plain("invoice\u202etxt.exe\x1b[31m\x00") == "invoice\ufffdtxt.exe\ufffd[31m\ufffd"


def test_a_long_text_is_its_beginning_and_its_length() -> None:
    assert plain("x" * 12345, 10) == "xxxxxxxxxx … (the text has 12,345 characters)"


def test_letters_of_any_script_stay() -> None:
    assert plain("Überprüfung, проверка, 確認, می‌خواهم") == "Überprüfung, проверка, 確認, می‌خواهم"


def test_a_period_names_its_year_once() -> None:
    assert period(("2026-04-01", "2026-09-30")) == "1 April to 30 September 2026"
    assert period(("2025-10-01", "2026-03-31")) == "1 October 2025 to 31 March 2026"
    assert period(None) == "not given"


def test_what_is_no_day_stays_as_it_is() -> None:
    assert day("last spring") == "last spring"


def test_names_of_files_are_safe_and_never_alike() -> None:
    names = [
        safe_name(id)
        for id in ("flow.x/../../etc/passwd", "flow.x/..-..-etc/passwd", "FLOW.x", "flow.x", "a" * 300, "..")
    ]
    assert len(set(names)) == len(names)
    assert all("/" not in name and not name.startswith(".") and len(name) < 90 for name in names)
    assert safe_name("flow.x") == "flow.x"
