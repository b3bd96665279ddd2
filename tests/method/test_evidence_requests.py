"""Requests for evidence: which step follows which, and what is refused."""

import pytest

from ringtrue.method.evidence_requests import accepted, answered, returned, with_file
from ringtrue.model.errors import MethodRefused
from ringtrue.model.evidence_request import EvidenceRequest

OPEN = EvidenceRequest(id="R-001", title="Incidents")


def test_a_request_is_answered_with_a_file_or_a_word() -> None:
    assert answered(with_file(OPEN, "f1"), "").state == "answered"
    assert answered(OPEN, "there are none").answer == "there are none"
    with pytest.raises(MethodRefused, match="nothing was handed in"):
        answered(OPEN, "  ")


def test_what_was_answered_is_accepted_or_returned_with_what_lacks() -> None:
    told = answered(OPEN, "here")
    assert accepted(told).state == "accepted"
    assert returned(told, " May lacks ").reason == "May lacks"
    with pytest.raises(MethodRefused, match="without a reason"):
        returned(told, " ")


def test_what_was_returned_is_answered_again() -> None:
    again = answered(returned(answered(OPEN, "here"), "May lacks"), "now")
    assert (again.state, again.reason) == ("answered", "")


@pytest.mark.parametrize("state", ["open", "returned", "accepted"])
def test_only_an_answer_is_judged(state: str) -> None:
    one = EvidenceRequest(id="R-001", title="Incidents", state=state)  # type: ignore[arg-type]
    for step in (accepted, lambda it: returned(it, "why")):
        with pytest.raises(MethodRefused):
            step(one)


def test_nothing_is_added_to_what_was_accepted() -> None:
    done = accepted(answered(OPEN, "here"))
    with pytest.raises(MethodRefused, match="was accepted"):
        with_file(done, "f2")
    with pytest.raises(MethodRefused):
        answered(done, "more")
