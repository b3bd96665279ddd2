"""The states of an audit: which follow one another, and who moves it."""

import pytest

from ringtrue.method.states import ADMINISTRATOR, LEAD, STATES, moved
from ringtrue.model.errors import MethodRefused

PLAN = frozenset({"plan"})


def test_an_audit_goes_from_its_mandate_to_its_close() -> None:
    now: str | None = None
    for to in (
        "initiated",
        "feasible",
        "planned",
        "opened",
        "collecting",
        "drafting",
        "concluded",
        "reported",
    ):
        now = moved(now, to, LEAD, PLAN)
    for to in ("completed", "follow_up", "closed"):
        now = moved(now, to, LEAD, PLAN)
    assert now == "closed"


def test_no_step_is_left_out() -> None:
    with pytest.raises(MethodRefused, match=r"cannot become reported\. Expected one of drafting"):
        moved("collecting", "reported", LEAD, PLAN)


def test_an_audit_is_not_planned_without_a_plan() -> None:
    with pytest.raises(MethodRefused, match="no plan yet"):
        moved("feasible", "planned", LEAD)


@pytest.mark.parametrize("role", ["auditor", "technical_expert", "observer", "auditee_contact"])
def test_only_the_lead_auditor_moves_an_audit(role: str) -> None:
    with pytest.raises(MethodRefused, match="Expected the lead auditor"):
        moved("opened", "collecting", role, PLAN)


def test_an_administrator_begins_an_audit_and_no_more() -> None:
    assert moved(None, "initiated", ADMINISTRATOR) == "initiated"
    with pytest.raises(MethodRefused):
        moved("initiated", "feasible", ADMINISTRATOR)


def test_a_state_that_there_is_not_is_named() -> None:
    with pytest.raises(MethodRefused, match='"done" is no state'):
        moved("opened", "done", LEAD)


def test_every_state_can_be_reached_and_names_only_states() -> None:
    names = {state.name for state in STATES}
    followed = {name for state in STATES for name in state.follows}
    assert followed == names
