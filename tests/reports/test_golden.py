"""The words of the invented report, whole. Set UPDATE_GOLDEN=1 to write them anew."""

import os
from pathlib import Path

import pytest

from tests.reports.page import page_of

GOLDEN = Path(__file__).parent.parent / "golden" / "html" / "report.txt"


@pytest.mark.slow
def test_the_report_says_word_for_word_what_it_said(tmp_path: Path) -> None:
    text = page_of(tmp_path).text
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")
