"""Steps of the response chain as rows, and back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ringtrue.method.follow_up.effectiveness import CONFIDENCE, TOLERABLE
from ringtrue.model.entry import to_content
from ringtrue.model.follow_up import NewCases, Response


def response_row(response: Response) -> dict[str, Any]:
    """The values of a row."""
    seen = response.new_cases
    counted = (
        {
            **asdict(seen),
            "tolerable": round(seen.tolerable * 100, 6),
            "confidence": round(seen.confidence * 100, 6),
        }
        if seen
        else {}
    )
    return {**asdict(response), **counted}


def response_from(row: Mapping[str, Any]) -> Response:
    """The step that a row tells. Its number comes of its content, so that a row that is read twice is one step."""
    texts: dict[str, Any] = {
        name: row[name] or "" for name in ("finding", "step", "text", "by", "on", "without_cases")
    }
    told: dict[str, Any] = {
        name: row[name] for name in ("action", "owner", "due_on", "evidence", "effective")
    }
    response = Response(id="", **texts, **told, new_cases=_cases(row))
    return Response(**{**vars(response), "id": number_of(response)})


def number_of(response: Response) -> str:
    """The number of a step: its finding, its kind, and eight digits of the hash of all that it says."""
    content = {**to_content(response), "id": ""}
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    return f"{response.finding}/{response.step}/{digest[:8]}"


def _cases(row: Mapping[str, Any]) -> NewCases | None:
    if row["cases"] is None and row["repeats"] is None:
        return None
    return NewCases(
        cases=int(row["cases"] or 0),
        repeats=int(row["repeats"] or 0),
        since=row["since"] or "",
        tolerable=TOLERABLE if row["tolerable"] is None else row["tolerable"] / 100,
        confidence=CONFIDENCE if row["confidence"] is None else row["confidence"] / 100,
    )
