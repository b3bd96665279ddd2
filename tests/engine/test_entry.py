"""Records as the content of entries, and back."""

from dataclasses import replace

import pytest

from ringtrue.model.entry import from_content, to_content
from ringtrue.model.errors import WrongUse
from ringtrue.model.plan import Appointment, Member, Plan

PLAN = Plan(
    objectives=("a",),
    criteria=("b",),
    method="c",
    period=("2026-01-01", "2026-06-30"),
    team=(Member(name="Ada", role="lead_auditor", competence=(("method", 2),)),),
    schedule=(Appointment(day="2026-11-02", starts="09:00", ends="10:00", activity="interview"),),
)


def test_a_record_comes_back_as_it_was() -> None:
    assert from_content(Plan, to_content(PLAN)) == PLAN
    assert from_content(Plan, to_content(replace(PLAN, period=None))) == replace(PLAN, period=None)


def test_an_unknown_or_missing_field_is_named() -> None:
    with pytest.raises(WrongUse, match="no field budget"):
        from_content(Plan, {**to_content(PLAN), "budget": 1})
    content = to_content(PLAN)
    del content["method"]
    with pytest.raises(WrongUse, match="method: Field required"):
        from_content(Plan, content)
