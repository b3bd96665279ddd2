"""No name of a table, column, fixed word or metric stands in a text that a client reads, in any format."""

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from ringtrue.model.result import Results
from ringtrue.reports.format import Job
from ringtrue.reports.language import languages
from ringtrue.reports.terminal import show
from ringtrue.reports.translated import outlined
from ringtrue.tables.wording import in_words
from tests.reports import invented

INTERNAL = (
    "changes were given without major, achieved_outcome",
    "service_dependencies were not given",
    "none of 3 items could be judged for want of case_events.state",
)


def with_internal_words() -> Results:
    run = invented.results()
    silent = [one for one in run.procedures if one.result == "insufficient_data"]
    reasons = dict(zip((one.id for one in silent), INTERNAL, strict=False))
    return replace(
        run, procedures=tuple(replace(one, why=reasons.get(one.id, one.why)) for one in run.procedures)
    )


def texts(given: Any, kept: frozenset[str]) -> list[str]:
    if isinstance(given, str):
        return [given]
    if isinstance(given, tuple):
        return [text for one in given for text in texts(one, kept)]
    if not is_dataclass(given):
        return []
    if getattr(given, "code", False):
        return []
    return [
        text
        for one in fields(given)
        if one.name not in kept
        for text in texts(getattr(given, one.name), kept)
    ]


@pytest.mark.parametrize("language", languages())
def test_the_outline_from_which_every_format_is_drawn_holds_none(tmp_path: Path, language: str) -> None:
    from ringtrue.reports.translated import KEPT

    run = with_internal_words()
    place = tmp_path / "run"
    invented.write_run(place)
    drawn = outlined(Job(results=run, run=place, out=tmp_path / "x", language=language))
    told = texts(replace(drawn, sources=replace(drawn.sources, assumptions=())), KEPT)
    assert [text for text in told if in_words(text) != text and re.search(r"[a-z]_[a-z]", text)] == []


def test_the_terminal_holds_none(capsys: pytest.CaptureFixture[str]) -> None:
    show(with_internal_words(), {})
    assert not re.search(r"achieved_outcome|service_dependencies|case_events", capsys.readouterr().out)
