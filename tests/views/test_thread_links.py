"""The views of links and threads: every link once, in one direction, whoever tells it."""

from tests.given import view

NEED = {"id": "N1", "service": "S1", "statement": "Orders on time", "confirmed_at": "2024-03-01T00:00Z"}
REQUIREMENT = {
    "id": "R1",
    "service": "S1",
    "statement": "95 of 100",
    "needs": ["N1"],
    "agreed_at": "2024-01-01T00:00Z",
}


def links(**given):
    return sorted(
        (row["from_kind"], row["from"], row["to_kind"], row["to"]) for row in view("thread_links", given)
    )


def test_a_link_told_twice_and_in_both_directions_is_one():
    told = {"from_kind": "requirement", "from": "R1", "to_kind": "need", "to": "N1"}
    assert links(requirements=[REQUIREMENT], trace_links=[told]) == [("need", "N1", "requirement", "R1")]


def test_columns_and_links_point_from_the_need_towards_the_reading():
    found = links(
        targets=[{"id": "T1", "requirement": "R1", "metric": "availability_percent", "value": 99}],
        measures=[{"id": "M1", "name": "m", "requirements": ["R1"], "objective": "O1"}],
        trace_links=[{"from_kind": "objective", "from": "O1", "to_kind": "requirement", "to": "R1"}],
    )
    assert found == [
        ("measure", "M1", "objective", "O1"),
        ("requirement", "R1", "measure", "M1"),
        ("requirement", "R1", "objective", "O1"),
        ("requirement", "R1", "target", "T1"),
    ]


def threads(**given):
    return {row["need"]: row for row in view("threads", given)}


def test_a_need_without_a_requirement_breaks_first():
    assert threads(needs=[NEED])["N1"]["break_at"] == "requirement"
    assert threads(needs=[NEED], requirements=[REQUIREMENT])["N1"]["break_at"] == "measure"


def test_a_link_is_suspect_where_the_need_was_confirmed_anew_or_the_requirement_changed_since():
    assert threads(needs=[NEED], requirements=[REQUIREMENT])["N1"]["suspect"]
    later = {**REQUIREMENT, "confirmed_at": "2024-03-02T00:00Z"}
    assert not threads(needs=[NEED], requirements=[later])["N1"]["suspect"]
    assert threads(needs=[NEED], requirements=[{**later, "changed_at": "2024-04-01T00:00Z"}])["N1"]["suspect"]


def test_the_way_that_reaches_furthest_counts():
    measures = [
        {"id": "M1", "name": "m", "requirements": ["R1"]},
        {"id": "M2", "name": "n", "requirements": ["R1"]},
    ]
    reading = {"measure": "M2", "period_start": "2024-02-01", "period_end": "2024-02-29", "value": 1}
    found = threads(needs=[NEED], requirements=[REQUIREMENT], measures=measures, measurements=[reading])
    assert found["N1"]["break_at"] == "review"


def test_a_case_that_a_target_binds_is_a_reading_of_it():
    target = {"id": "T1", "service": "S1", "requirement": "R1", "metric": "resolution_minutes", "value": 60}
    case = {
        "id": "C1",
        "service": "S1",
        "kind": "incident",
        "opened_at": "2024-02-01T08:00Z",
        "resolved_at": "2024-02-01T09:00Z",
    }
    held = {"id": "V1", "kind": "service_review", "service": "S1", "held_at": "2024-03-01T08:00Z"}
    found = threads(needs=[NEED], requirements=[REQUIREMENT], targets=[target], cases=[case])
    assert found["N1"]["break_at"] == "review"
    assert (
        threads(needs=[NEED], requirements=[REQUIREMENT], targets=[target], cases=[case], reviews=[held])[
            "N1"
        ]["break_at"]
        is None
    )
