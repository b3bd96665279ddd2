from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.model.errors import WrongUse


def test_a_table_whose_file_is_gone_is_not_judged_as_empty(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("id,kind,opened_at\nI1,incident,2026-04-01T08:00Z\n", "utf-8")
    audit = api.import_sources([tmp_path / "cases.csv"], tmp_path / "audit").folder
    (audit.tables / "cases.parquet").unlink()
    with pytest.raises(WrongUse, match=r"names cases, but the file is not there: cases\.parquet"):
        api.run(audit)
