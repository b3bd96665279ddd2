"""A run that stands whole is not made again; one that was touched is."""

from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from tests.engine.test_run import export

NORTHWIND = Path(__file__).parent.parent.parent / "examples" / "northwind"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> AuditFolder:
    """An audit of three hundred cases."""
    place = tmp_path_factory.mktemp("kept")
    return api.import_sources([export(place / "given")], place / "audit").folder


@pytest.mark.slow
def test_the_same_run_is_read_back_and_its_files_are_not_written_again(folder: AuditFolder) -> None:
    first, place = api.run(folder)
    before = _times(place)
    again, same = api.run(folder)
    assert (again, same, _times(place)) == (first, place, before)


def test_a_run_with_a_changed_file_is_made_again(folder: AuditFolder) -> None:
    first, place = api.run(folder)
    whole = (place / "leads.parquet").read_bytes()
    (place / "leads.parquet").write_bytes(whole[:-1])
    again, _ = api.run(folder)
    assert again == first
    assert (place / "leads.parquet").read_bytes() == whole


@pytest.mark.slow
def test_a_run_of_the_example_made_again_has_the_same_bytes(tmp_path: Path) -> None:
    folder = api.import_sources([NORTHWIND], tmp_path / "audit").folder
    _, place = api.run(folder)
    before = _bytes(place)
    for file in sorted(place.rglob("*.parquet")):
        file.unlink()
    api.run(folder)
    assert _bytes(place) == before


def _times(place: Path) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in place.rglob("*")}


def _bytes(place: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in place.rglob("*") if file.is_file()}
