"""Follow-up: the auditee answers, the auditors judge, in the order of the method."""

from datetime import date
from typing import Any

from django.urls import reverse

from ringtrue.workbench.follow_up.due import due
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.findings.acts import issued, written


def step(cast: Cast, who: str, name: str, **other: Any) -> Any:
    told = {"step": name, "text": "The records were mended.", "on": "2026-06-01", **other}
    return cast.client(who).post(reverse("follow_up_finding", args=[cast.audit.pk, "F-001"]), told)


def steps(cast: Cast) -> list[str]:
    return [one.content["step"] for one in AuditJournal(cast.audit).current("response").values()]


def test_from_the_correction_to_the_verified_effect(cast: Cast) -> None:
    issued(cast)
    step(cast, "cleo", "correction", action="C1", due_on="2026-06-10")
    step(cast, "cleo", "extent")
    step(cast, "cleo", "root_cause")
    step(cast, "cleo", "corrective_action", action="A1", due_on="2026-07-01", owner="change manager")
    assert [one.action for one in due(cast.audit, date(2026, 6, 20))] == ["C1", "A1"]
    step(cast, "ada", "accepted")
    step(cast, "cleo", "implemented", action="C1", on="2026-06-05")
    step(cast, "cleo", "implemented", action="A1", on="2026-06-30")
    few = step(
        cast,
        "ada",
        "effectiveness",
        on="2026-09-01",
        effective="true",
        cases="20",
        repeats="0",
        since="2026-06-30",
    )
    assert "more cases without a repeat" in few.content.decode()
    step(
        cast,
        "ada",
        "effectiveness",
        on="2026-09-01",
        effective="true",
        cases="29",
        repeats="0",
        since="2026-06-30",
    )
    step(cast, "ada", "closed", on="2026-09-02")
    assert steps(cast)[-2:] == ["effectiveness", "closed"]
    assert due(cast.audit, date(2026, 9, 3)) == []


def test_a_contact_cannot_accept_and_an_auditor_cannot_answer(cast: Cast) -> None:
    issued(cast)
    assert step(cast, "cleo", "accepted").status_code == 400
    assert step(cast, "ada", "correction", action="C1").status_code == 400
    assert steps(cast) == []


def test_a_step_before_its_time_is_refused_in_words(cast: Cast) -> None:
    issued(cast)
    assert "Record the correction first" in step(cast, "cleo", "extent").content.decode()


def test_a_contact_answers_nothing_that_was_not_issued(cast: Cast) -> None:
    written(cast)
    assert step(cast, "cleo", "correction", action="C1").status_code == 404
