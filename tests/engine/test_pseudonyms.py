"""Whoever is named anywhere has a pseudonym: a person without one would vanish from what is shown."""

from ringtrue.engine.running.pseudonyms import places
from tests.given import judge


def test_a_source_who_is_named_nowhere_else_is_shown_under_a_pseudonym() -> None:
    given = {
        "services": [{"id": "mail", "name": "Mail", "status": "live"}],
        "needs": [{"id": "N", "statement": "Letters arrive"}],
        "requirements": [
            {
                "id": "R",
                "service": "mail",
                "statement": "Letters arrive in time",
                "source_party": "ana",
                "needs": None,
            }
        ],
    }
    (row,) = judge("thread.orphan-requirement", given).rows
    assert str(row["source_party"]).startswith("person ")


def test_every_column_that_holds_persons_is_asked_for_them() -> None:
    held = {(table, column.name) for table, column in places()}
    assert {
        ("interviews", "party"),
        ("reviews", "attendees"),
        ("all_cases", "assignee"),
        ("all_case_events", "actor"),
    } <= held
    assert not {("all_cases", "team"), ("agreements", "supplier"), ("parties", "parent")} & held
