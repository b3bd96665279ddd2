"""One Spark for all tests that need one."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.spark.sessions import FEW_ROWS, configured


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from ringtrue.engine.spark.session import session

    folder = tmp_path_factory.mktemp("spark")
    with configured(folder, {"spark.master": "local[2]", **FEW_ROWS}), session() as found:
        yield found
