"""What has to hold on any database holds on PostgreSQL: its tests are run again on a server of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workbench.postgresql import PostgreSQL

HERE = Path(__file__).parent
PARTS = {
    "records": (
        "test_migrations.py",
        "trail",
        "findings",
        "jobs",
        "people",
        "audits",
        "evidence",
        "follow_up",
    ),
    "rights": ("access", "machines/test_tokens.py"),
}


@pytest.mark.postgresql
@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_it_holds_on_postgresql(server: PostgreSQL, part: str) -> None:
    tests = [str(HERE / name) for name in PARTS[part]]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests],
        env={**_without_xdist(), "DATABASE_URL": server.database(part)},
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]


def _without_xdist() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
