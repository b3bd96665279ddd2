"""The thread in both directions: what was needed as far as what came of it, and each result back to the need."""

from datetime import date
from typing import Any

import pytest

from tests.given import view

NEED = {"id": "N1", "service": "S1", "statement": "Orders on time", "confirmed_at": "2024-01-01T00:00Z"}
REQUIREMENT = {
    "id": "R1",
    "service": "S1",
    "statement": "95 of 100",
    "needs": ["N1"],
    "agreed_at": "2024-02-01T00:00Z",
}
MEASURE = {"id": "M1", "name": "m", "requirements": ["R1"]}
READING = {"measure": "M1", "period_start": "2024-02-01", "period_end": "2024-02-29", "value": 1}
REVIEW = {
    "id": "V1",
    "kind": "service_review",
    "service": "S1",
    "held_at": "2024-03-01T08:00Z",
    "measures_read": ["M1"],
}
ACTION = {"id": "A1", "kind": "improvement", "measures": ["M1"], "decided_at": "2024-03-02T08:00Z"}
WHOLE: dict[str, list[dict[str, Any]]] = {
    "needs": [NEED],
    "requirements": [REQUIREMENT],
    "measures": [MEASURE],
    "measurements": [READING],
    "reviews": [REVIEW],
    "actions": [ACTION],
}

Ends = dict[tuple[str, str], tuple[str | None, str | None]]


def back(**given: list[dict[str, Any]]) -> Ends:
    """By kind and id: the need reached, or what lacks on the way."""
    rows = view("traces", {**WHOLE, **given})
    return {
        (row["kind"], row["id"]): (row["need"], row["break_at"]) for row in rows if row["direction"] == "back"
    }


def sources(**given: list[dict[str, Any]]) -> dict[str, str | None]:
    return {row["id"]: row["source"] for row in view("threads_back", {**WHOLE, **given})}


def test_a_whole_thread_is_followed_from_the_need_and_from_every_result_back_to_it() -> None:
    rows = view("traces", WHOLE)
    assert {(row["direction"], row["kind"], row["id"], row["need"], row["break_at"]) for row in rows} == {
        ("forward", "need", "N1", "N1", None),
        ("back", "requirement", "R1", "N1", None),
        ("back", "measure", "M1", "N1", None),
        ("back", "reading", "M1", "N1", None),
        ("back", "review", "V1", "N1", None),
        ("back", "action", "A1", "N1", None),
    }


def test_a_requirement_without_a_need_breaks_every_result_that_rests_on_it() -> None:
    found = back(requirements=[{**REQUIREMENT, "needs": []}])
    assert set(found.values()) == {(None, "need")}
    found = back(requirements=[{**REQUIREMENT, "needs": ["N9"]}])
    assert set(found.values()) == {(None, "unknown need")}


def test_a_measure_without_a_requirement_breaks_the_action_that_cites_it() -> None:
    found = back(measures=[{**MEASURE, "requirements": []}])
    assert found["requirement", "R1"] == ("N1", None)
    assert {found[one] for one in found if one[0] != "requirement"} == {(None, "requirement")}
    found = back(measures=[{**MEASURE, "requirements": ["R9"]}])
    assert found["action", "A1"] == (None, "unknown requirement")


def test_a_reading_a_review_and_an_action_of_a_measure_that_is_not_on_record_break_there() -> None:
    found = back(measures=[{"id": "M2", "name": "n", "requirements": ["R1"]}])
    assert [found["reading", "M1"], found["review", "V1"], found["action", "A1"]] == [
        (None, "unknown measure")
    ] * 3


def test_a_review_that_looked_at_no_reading_breaks_and_one_that_is_not_asked_for_does_not() -> None:
    found = back(
        reviews=[
            {**REVIEW, "measures_read": []},
            REVIEW | {"id": "V2"},
            REVIEW | {"id": "V3", "kind": "change_board", "measures_read": []},
        ]
    )
    assert found["review", "V1"] == (None, "reading")
    assert found["review", "V2"] == ("N1", None)
    assert ("review", "V3") not in found


@pytest.mark.parametrize(
    ("origin", "reached"),
    [
        ({}, (None, "origin")),
        ({"origin_kind": "measure"}, (None, "origin")),
        ({"origin_kind": "measure", "origin": "M1"}, ("N1", None)),
        ({"origin_kind": "measure", "origin": "M9"}, (None, "unknown measure")),
        ({"origin_kind": "review", "origin": "V1"}, ("N1", None)),
        ({"origin_kind": "review", "origin": "V9"}, (None, "unknown review")),
        ({"origin_kind": "complaint", "origin": "C1"}, (None, None)),
        ({"origin": "N1"}, ("N1", None)),
    ],
)
def test_an_action_is_followed_by_what_it_answers(
    origin: dict[str, str], reached: tuple[str | None, str | None]
) -> None:
    action = {
        "id": "A1",
        "kind": "decision",
        "decided_at": "2024-03-02T08:00Z",
        "origin_kind": "",
        "origin": "",
    }
    assert back(actions=[{**action, **origin}])["action", "A1"] == reached


@pytest.mark.slow
def test_a_law_a_contract_an_objective_or_a_complaint_stands_in_the_place_of_a_need() -> None:
    bare = {**REQUIREMENT, "needs": []}
    assert (
        sources(requirements=[{**bare, "statement": "as the law demands"}])["M1"] == "law, policy or contract"
    )
    objective = {**MEASURE, "requirements": [], "objective": "O1"}
    assert sources(measures=[objective])["M1"] == "objective"
    complaint = {"id": "A1", "kind": "decision", "origin_kind": "complaint", "origin": "C1"}
    assert sources(actions=[complaint])["A1"] == "complaint"
    contracted = {"id": "T1", "agreement": "G1", "metric": "resolution_minutes", "value": 60}
    found = back(targets=[contracted, {**contracted, "id": "T2", "agreement": ""}])
    assert (found["target", "T1"], found["target", "T2"]) == ((None, None), (None, "requirement"))


def test_the_way_that_reaches_a_need_counts() -> None:
    requirements = [REQUIREMENT, {**REQUIREMENT, "id": "R2", "needs": []}]
    assert back(requirements=requirements, measures=[{**MEASURE, "requirements": ["R1", "R2"]}])[
        "measure", "M1"
    ] == (
        "N1",
        None,
    )


def test_a_suspect_link_is_shown_in_both_directions() -> None:
    moved = {**NEED, "confirmed_at": "2024-05-01T00:00Z"}
    rows = view("traces", {**WHOLE, "needs": [moved]})
    assert {(row["direction"], row["kind"]): row["suspect"] for row in rows} == {
        ("forward", "need"): True,
        ("back", "requirement"): True,
        ("back", "measure"): True,
        ("back", "reading"): True,
        ("back", "review"): True,
        ("back", "action"): True,
    }


def test_actions_and_reviews_outside_the_period_are_left_out() -> None:
    rows = view("traces", WHOLE, {"period": (date(2024, 4, 1), date(2024, 12, 31))})
    assert {row["kind"] for row in rows if row["direction"] == "back"} == {"requirement", "measure"}
