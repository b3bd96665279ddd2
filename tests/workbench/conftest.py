"""The cast, for every page."""

import pytest

from tests.workbench.cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, and two audits."""
    return make_cast()
