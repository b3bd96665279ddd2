"""Killed while files come in, sources are loaded and findings are saved, the workbench loses nothing that it acknowledged."""

from pathlib import Path

import pytest
from benchmarks.workbench.kills import kill_and_look

from tests.workbench.served import served


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_nothing_is_half_and_every_job_comes_to_its_end(tmp_path: Path) -> None:
    with served(tmp_path) as site:
        told = kill_and_look(site, rounds=2, seed=7)
    assert told.wrong == []
    assert told.findings and told.jobs
