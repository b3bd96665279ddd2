"""Readiness: the four levels at their borders, what is missing, and the order of closing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from ringtrue.method.clause_matrix import Asked, ClauseRow, JudgedByData, NotJudged, Sampled
from ringtrue.method.readiness import (
    GROUPS,
    ClauseSeen,
    Counted,
    Level,
    Readiness,
    level_of,
    plan,
    readiness,
)
from ringtrue.model.criteria import Clause

CLAUSE = Clause(
    id="8.5.1.3", title="Change activities", documented="records", evidence="approvals before the start"
)
ROW = ClauseRow(
    criteria="iso",
    id="8.5.1.3",
    title="Change activities",
    evidence="none",
    by_data=(),
    not_judged=(),
    lead_count=0,
    leads=(),
    open_leads=(),
    sampled=Sampled(),
    asked=Asked(),
    findings={},
)
SEEN = ClauseSeen()
DOCUMENT = ClauseSeen(documents=("D1",))
DONE = ClauseSeen(documents=("D1",), shown=(Counted(meant="changes", n=1),))


def judged(leads: int = 0, decided: bool = True, title: str = "Claim") -> JudgedByData:
    return JudgedByData(procedure="p", title=title, judged=9, leads=leads, open_leads=leads, decided=decided)


def silent(applies: bool = True) -> NotJudged:
    return NotJudged(procedure="q", title="Other", why="not given", applies=applies)


@pytest.mark.parametrize(
    ("row", "seen", "level"),
    [
        ({}, SEEN, "nothing"),
        ({"asked": Asked(answers=3)}, SEEN, "nothing"),
        ({}, DOCUMENT, "described"),
        ({}, ClauseSeen(controls=("C1",)), "described"),
        ({}, ClauseSeen(described=(Counted(meant="agreements", n=1),)), "described"),
        ({}, ClauseSeen(described=(Counted(meant="agreements", n=0),)), "nothing"),
        ({"evidence": "documented"}, SEEN, "described"),
        ({}, DONE, "done"),
        ({}, ClauseSeen(controls=("C1",), control_records=1), "done"),
        ({"evidence": "operating"}, SEEN, "done"),
        ({"sampled": Sampled(samples=("S",), drawn=2, looked_at=2, deviations=2)}, SEEN, "nothing"),
        ({"sampled": Sampled(samples=("S",), drawn=2, looked_at=1)}, DONE, "done"),
        ({"sampled": Sampled(samples=("S",), drawn=2, looked_at=2, deviations=1)}, DONE, "done"),
        ({"sampled": Sampled(samples=("S",), drawn=2, looked_at=2)}, DONE, "checked"),
        ({"findings": {"conforming": ("F1",)}}, DONE, "checked"),
        ({"findings": {"conforming": ("F1",), "minor_nc": ("F2",)}}, DONE, "done"),
        ({"findings": {"conforming": ("F1",), "ofi": ("F2",)}}, DONE, "checked"),
        ({"by_data": (judged(),)}, DONE, "checked"),
        ({"by_data": (judged(),), "not_judged": (silent(),)}, DONE, "checked"),
        ({"by_data": (judged(),), "not_judged": (silent(), silent())}, DONE, "done"),
        ({"by_data": (judged(),), "not_judged": (silent(), silent(applies=False))}, DONE, "checked"),
        ({"by_data": (judged(decided=False),)}, DONE, "done"),
        ({"by_data": (judged(1),), "open_leads": ("L1",)}, DONE, "done"),
    ],
)
def test_the_level_of_a_clause(row: Mapping[str, Any], seen: ClauseSeen, level: Level) -> None:
    assert level_of(CLAUSE, replace(ROW, **row), seen) == level


def test_what_must_be_in_writing_and_is_not_keeps_a_clause_from_being_checked() -> None:
    row = replace(ROW, by_data=(judged(),), evidence="operating")
    assert level_of(CLAUSE, row, SEEN) == "done"
    assert level_of(replace(CLAUSE, documented="", undocumented="not asked for"), row, SEEN) == "checked"


def of(row: Mapping[str, Any] | None = None, seen: ClauseSeen = SEEN, **clause: Any) -> Readiness:
    return readiness(replace(CLAUSE, **clause), replace(ROW, **(row or {})), seen, ["the approvals"])


def test_of_nothing_seen_all_is_missing() -> None:
    assert of().missing == ("Put in writing, or give: records.", "Show it done: approvals before the start.")


def test_claims_without_data_say_what_to_give() -> None:
    found = of({"not_judged": (silent(), silent(applies=False))}, DONE)
    assert found.missing == (
        "1 claim could not be judged for want of data.",
        "Have it checked: draw a sample, or ask in an interview.",
    )
    assert found.requests == ("the approvals",)


def test_open_leads_are_told_by_claim_the_most_first() -> None:
    claims = tuple(judged(n, title=f"Claim {n}") for n in (1, 4, 2, 3))
    found = of({"by_data": claims, "open_leads": tuple("abcdefghij")}, DONE)
    assert found.missing == (
        "Look into 10 open leads.",
        "4 on the claim: Claim 4.",
        "3 on the claim: Claim 3.",
        "2 on the claim: Claim 2.",
        "1 on other claims.",
    )
    alone = of({"by_data": (judged(1),), "open_leads": ("a",)}, DONE)
    assert alone.missing == ("Look into 1 open lead on the claim: Claim.",)


def test_nothing_is_missing_where_it_is_done_and_checked() -> None:
    found = of({"by_data": (judged(),)}, DONE)
    assert (found.level, found.missing, found.requests) == ("checked", (), ())


def test_the_plan_goes_by_its_rule_and_leaves_out_what_is_checked() -> None:
    given = [
        of({}, DONE, id="unchecked"),
        of({"by_data": (judged(),)}, DONE, id="checked"),
        of({}, DOCUMENT, id="described"),
        of({"by_data": (judged(1),), "open_leads": ("a",)}, DONE, id="one lead"),
        of({"by_data": (judged(2),), "open_leads": ("a", "b")}, DONE, id="two leads"),
        of(id="nothing, unwritten", documented="", undocumented="not asked for"),
        of(id="nothing, written"),
        of({"findings": {"minor_nc": ("F1",)}}, DONE, id="minor"),
        of({"findings": {"major_nc": ("F2",), "minor_nc": ("F1",)}}, SEEN, id="major"),
    ]
    steps = plan(given)
    assert [one.readiness.clause.id for one in steps] == [
        "major",
        "minor",
        "nothing, written",
        "nothing, unwritten",
        "two leads",
        "one lead",
        "described",
        "unchecked",
    ]
    assert [one.place for one in steps] == list(range(1, 9))
    assert list(dict.fromkeys(one.group for one in steps)) == list(GROUPS)
    assert steps[0].to_do[0] == "Close the nonconformities: F2, F1."
