"""The cast, for every page; a PostgreSQL server, for what has to hold there too."""

from collections.abc import Iterator

import pytest

from tests.workbench.cast import Cast, make_cast
from tests.workbench.postgresql import VERSION, PostgreSQL, postgresql, programs


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, and two audits."""
    return make_cast()


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    """A server of this session's own."""
    if programs() is None:
        pytest.skip(f"PostgreSQL {VERSION} is not on this machine")
    with postgresql() as made:
        yield made
