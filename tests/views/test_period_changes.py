"""The changes of the audit period: under way at some time of it, with whether they began and ended in it."""

from datetime import date
from typing import Any

from tests.given import view

YEAR = {"period": (date(2024, 1, 1), date(2024, 12, 31))}


def found(*changes: dict[str, Any], **audit: Any) -> dict[str, tuple[bool, bool]]:
    given = {"changes": [{"service": "S1", **change} for change in changes]}
    rows = view("period_changes", given, {**YEAR, **audit})
    return {row["id"]: (row["begins_in_period"], row["done_in_period"]) for row in rows}


def test_a_change_is_of_the_period_from_its_start_to_its_end() -> None:
    assert found(
        {"id": "before", "started_at": "2023-12-30T00:00Z", "ended_at": "2023-12-31T00:00Z"},
        {"id": "into", "started_at": "2023-12-31T00:00Z", "ended_at": "2024-01-01T00:00Z"},
        {"id": "within", "started_at": "2024-01-01T00:00Z", "ended_at": "2024-12-31T23:59Z"},
        {"id": "out of", "started_at": "2024-12-31T00:00Z", "ended_at": "2025-01-01T00:00Z"},
        {"id": "after", "started_at": "2025-01-01T00:00Z", "ended_at": "2025-01-02T00:00Z"},
    ) == {"into": (False, True), "within": (True, True), "out of": (True, False)}


def test_what_was_planned_or_written_down_stands_in_for_what_was_not_begun() -> None:
    assert found(
        {"id": "planned", "planned_start": "2024-05-01T00:00Z", "created_at": "2023-05-01T00:00Z"},
        {"id": "written", "created_at": "2024-05-01T00:00Z"},
        {"id": "undated"},
        {"id": "old", "created_at": "2023-05-01T00:00Z"},
    ) == {"planned": (True, True), "written": (True, True), "undated": (True, True)}


def test_the_scope_is_told_and_leaves_none_out() -> None:
    given = {
        "changes": [{"id": "C1", "service": "S1"}, {"id": "C2", "service": "S2"}, {"id": "C3", "service": ""}]
    }
    scoped = {row["id"]: row["in_scope"] for row in view("period_changes", given, {"scope": ("S1",)})}
    assert scoped == {"C1": True, "C2": False, "C3": False}
    assert all(row["in_scope"] for row in view("period_changes", given))
