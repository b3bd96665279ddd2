"""Samples: drawn by a committed seed, judged one by one, evaluated; what the method refuses is told in words."""

import pytest
from django.urls import reverse

from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.ran import run_it

ASKED = {
    "subject": "changes",
    "method": "attribute",
    "about": "population",
    "tolerable": "5",
    "confidence": "95",
    "acceptable": "0",
    "seed": "demo-2026",
}


@pytest.fixture
def drawn(cast: Cast) -> Cast:
    """A sample was drawn."""
    run_it(cast)
    answer = cast.client("ada").post(reverse("samples_new", args=[cast.audit.pk]), ASKED)
    assert answer.headers.get("Location") == reverse("samples_sample", args=[cast.audit.pk, "S-001"])
    return cast


def record(cast: Cast, number: int = 1) -> str:
    return reverse("samples_record", args=[cast.audit.pk, "S-001", number])


def judge(cast: Cast, person: str, result: str, version: int | None = None) -> str:
    now = cast.audit.records.get(kind="sample_item", record="S-001/0001").version
    said = {"result": result, "note": "<b>seen</b>", "evidence": "E-001, E-002", "version": version or now}
    return cast.client(person).post(record(cast), said, follow=True).content.decode()


def test_the_seed_is_committed_before_the_population_is_frozen(drawn: Cast) -> None:
    states = [one.content["state"] for one in AuditJournal(drawn.audit).history("sample", "S-001")]
    assert states == ["committed", "frozen", "drawn"]


def test_a_sample_that_the_method_refuses_is_told_in_words(cast: Cast) -> None:
    run_it(cast)
    said = {**ASKED, "size": "2"}
    page = cast.client("ada").post(reverse("samples_new", args=[cast.audit.pk]), said).content.decode()
    assert "cannot bound the rate" in page


def test_a_record_is_judged_and_the_next_open_one_follows(drawn: Cast) -> None:
    page = judge(drawn, "ben", "deviation")
    content = AuditJournal(drawn.audit).current("sample_item")["S-001/0001"].content
    assert (content["result"], content["by"], content["evidence"]) == ("deviation", "Ben", ["E-001", "E-002"])
    assert "S-001/0002" in page


def test_the_second_of_two_who_judge_a_record_is_told_and_nothing_is_lost(drawn: Cast) -> None:
    opened = drawn.audit.records.get(kind="sample_item", record="S-001/0001").version
    judge(drawn, "ben", "deviation", opened)
    page = judge(drawn, "ada", "pass", opened)
    content = AuditJournal(drawn.audit).current("sample_item")["S-001/0001"].content
    assert content["result"] == "deviation"
    assert "Nothing was overwritten" in page
    assert "<b>seen</b>" not in page


def test_no_other_result_is_taken(drawn: Cast) -> None:
    assert "is no result" in judge(drawn, "ben", "maybe")


def test_nothing_is_concluded_before_all_is_judged(drawn: Cast) -> None:
    page = drawn.client("otto").get(reverse("samples_sample", args=[drawn.audit.pk, "S-001"]))
    assert "Not yet" in page.content.decode()


def test_an_observer_judges_nothing(drawn: Cast) -> None:
    assert drawn.client("otto").post(record(drawn), {"result": "pass"}).status_code == 403
