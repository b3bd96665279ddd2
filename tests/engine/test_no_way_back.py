"""What cannot be followed back to a need is named among the facts of a run, by what lacks first."""

import pytest

from tests.given import fact
from tests.views.test_traces import ACTION, MEASURE, REQUIREMENT, REVIEW, WHOLE

BARE = {**MEASURE, "requirements": []}


def told(**given):
    return fact("no_way_back", {"services": [{"id": "S1", "name": "Mail"}], **WHOLE, **given})


def test_where_everything_leads_back_nothing_is_said():
    assert told() == {}


def test_each_break_is_named_once_with_what_hangs_on_it():
    assert told(measures=[BARE]) == {
        "measures rest on no requirement, and cannot be followed back to a need: M1": 1,
        "reviews rest on no requirement, and cannot be followed back to a need: V1": 1,
        "actions rest on no requirement, and cannot be followed back to a need: A1": 1,
    }
    assert told(requirements=[{**REQUIREMENT, "needs": []}]) == {
        f"{kind} rest on a requirement that names no need, and cannot be followed back to a need: {one}": 1
        for kind, one in (("measures", "M1"), ("reviews", "V1"), ("actions", "A1"))
    }


def test_readings_of_a_measure_that_is_not_on_record_are_named():
    other = {**MEASURE, "id": "M2"}
    assert (
        told(measures=[other])[
            "measures with readings rest on a measure that is not on record, and cannot be followed back to a need: M1"
        ]
        == 1
    )


def test_many_are_counted_and_five_are_named():
    found = told(measures=[MEASURE, *({**BARE, "id": f"X{number}"} for number in range(1, 8))])
    assert found == {
        "measures rest on no requirement, and cannot be followed back to a need: X1, X2, X3, X4, X5 and 2 more": 7
    }


@pytest.mark.slow
def test_what_was_not_given_is_no_break():
    links_untold = {**REQUIREMENT}
    del links_untold["needs"]
    assert told(requirements=[links_untold]) == {}
    assert told(measures=[{"id": "M1", "name": "m"}]) == {}
    plain = {"id": "A1", "kind": "decision", "decided_at": "2024-03-02T08:00Z"}
    assert told(actions=[plain]) == {}
    assert told(reviews=[{name: value for name, value in REVIEW.items() if name != "measures_read"}]) == {}
    assert told(actions=[{**ACTION, "measures": []}]) == {
        "actions answer nothing that they name, and cannot be followed back to a need: A1": 1
    }
