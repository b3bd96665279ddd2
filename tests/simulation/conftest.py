"""The example, lived once and written once for all tests of this folder."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ringtrue.simulation.northwind import Example, northwind, write

Records = list[dict[str, str]]


@pytest.fixture(scope="session")
def example() -> Example:
    return northwind()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "northwind"
    write(folder)
    return folder


@pytest.fixture(scope="session")
def truth(written: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written.with_name("northwind.truth.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def records(written: Path) -> Mapping[str, Records]:
    """The records of each CSV file by the file's name without its ending."""
    return {path.stem: _read(path) for path in written.glob("*.csv")}


def _read(path: Path) -> Records:
    german = path.stem == "change_request"
    with path.open(encoding="cp1252" if german else "utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";" if german else ","))
