"""``ringtrue report`` as a user meets it."""

from pathlib import Path

import pytest

from tests.cli.process import ringtrue
from tests.engine.test_run import export


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    done = ringtrue("audit", export(folder / "in"), "--out", folder / "audit")
    assert done.returncode in (0, 1), done.stderr
    return folder / "audit"


def test_several_formats_are_written_and_named(audit: Path) -> None:
    done = ringtrue("report", audit, "--format", "word", "--format", "pdf", "--language", "de")
    assert done.returncode == 0, done.stderr
    assert [Path(line).name for line in done.stdout.split()] == ["report.de.docx", "report.de.pdf"]


def test_a_template_is_handed_out_and_taken_back(audit: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    assert ringtrue("report", audit, "--format", "word", "--save-template", mine).returncode == 0
    done = ringtrue("report", audit, "--format", "word", "--template", mine)
    assert (done.returncode, Path(done.stdout.strip()).name) == (0, "report.docx")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--format", "odt"), 'report format "odt" is not known'),
        (("--language", "xx"), 'language "xx" is not known'),
        (("--template", "nowhere.docx"), "does not exist"),
    ],
)
def test_what_makes_no_sense_ends_as_one_message(audit: Path, options: tuple[str, ...], told: str) -> None:
    done = ringtrue("report", audit, *options)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
