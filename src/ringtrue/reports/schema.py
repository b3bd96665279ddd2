"""The JSON schema of ``results.json``, and the way back from it to ``Results``.

``python -m ringtrue.reports.schema`` writes the schema anew from the dataclasses.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ringtrue.model.result import SCHEMA, Results

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA_FILE = Path(__file__).with_name("results.schema.json")


def read_results(file: Path) -> Results:
    """The results in a ``results.json``; pydantic's ValidationError where it does not have their form."""
    return _adapter().validate_json(file.read_bytes())


def schema() -> str:
    """The JSON schema, made from the dataclasses."""
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **_adapter().json_schema(),
    }
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _adapter() -> "TypeAdapter[Results]":
    from pydantic import TypeAdapter

    return TypeAdapter(Results)


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema(), "utf-8")
