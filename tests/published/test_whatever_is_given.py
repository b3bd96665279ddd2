"""Every folder of real files goes through: what is no export is refused by name, and no row is lost without a word."""

import json
from pathlib import Path

import pytest

from ringtrue import api
from tests.published.conftest import DATA

FOLDERS = sorted(one.name for one in DATA.glob("*/")) or ["no data"]


@pytest.mark.parametrize("name", FOLDERS)
def test_each_file_is_read_or_refused_or_passed_over_and_each_row_counted(name: str, tmp_path: Path) -> None:
    if not (DATA / name).exists():
        pytest.skip("no real files are beside the repository (../shared/data)")
    imported = api.import_sources([DATA / name], tmp_path / "audit")
    sources = json.loads((imported.folder.tables / "tables.json").read_text("utf-8"))["sources"]
    told = [source["file"] for source in sources] + list(imported.passed_over)
    given = {file.relative_to(DATA / name).as_posix() for file in (DATA / name).rglob("*") if file.is_file()}
    assert set(told) == given and len(told) == len(given)
    for source in sources:
        assert source["error"] or source["rows"] or source["assumptions"], source
        assert source["error"] or source["rows"] == source["loaded"] + source["rejected"], source
