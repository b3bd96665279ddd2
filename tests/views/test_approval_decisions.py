"""What a decision says, in the words of four languages: yes, no, or neither."""

import pytest

from tests.given import view


def read(decision: str | None) -> tuple[bool, bool]:
    (row,) = view(
        "approval_decisions",
        {
            "approvals": [
                {
                    "id": "A",
                    "object_kind": "change",
                    "object": "C",
                    "approver": "ana",
                    "decision": decision,
                    "decided_at": "2024-01-01",
                }
            ]
        },
    )
    return row["is_granted"], row["is_refused"]


@pytest.mark.parametrize(
    "said",
    [
        "approved",
        "Approved with conditions",
        "accepted",
        "Genehmigt",
        "freigegeben",
        "accordé",
        "aprobado",
        "sí",
        None,
    ],
)
def test_yes_is_yes_and_a_record_without_a_word_is_the_decision_itself(said: str | None) -> None:
    assert read(said) == (True, False)


@pytest.mark.parametrize(
    "said",
    [
        "rejected",
        "Refused",
        "not approved",
        "abgelehnt",
        "nicht genehmigt",
        "refusé",
        "rechazado",
        "pending",
        "en attente",
    ],
)
def test_no_and_not_yet_are_no(said: str) -> None:
    assert read(said) == (False, True)


@pytest.mark.parametrize("said", ["approval number 4711", "see minutes"])
def test_what_says_neither_is_neither(said: str) -> None:
    assert read(said) == (False, False)
