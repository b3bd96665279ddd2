"""The schema of results.json, and the way back from it."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from pydantic import ValidationError

from ringtrue.reports.schema import SCHEMA_FILE, read_results, schema
from tests.reports import invented


def test_the_shipped_schema_is_that_of_the_dataclasses() -> None:
    assert SCHEMA_FILE.read_text("utf-8") == schema(), "run: python -m ringtrue.reports.schema"


def test_results_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    file.write_text(json.dumps(asdict(invented.results())), "utf-8")
    assert read_results(file) == invented.results()


def test_results_without_an_answer_are_refused(tmp_path: Path) -> None:
    content = asdict(invented.results())
    del content["questions"]
    file = tmp_path / "results.json"
    file.write_text(json.dumps(content), "utf-8")
    with pytest.raises(ValidationError, match="questions"):
        read_results(file)
