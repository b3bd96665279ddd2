"""Leads: seen, filtered, checked, decided; by whom, and what is refused."""

import pytest
from django.urls import reverse

from ringtrue.api import lead_lines, results_of
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.ran import run_it


@pytest.fixture
def name(cast: Cast) -> str:
    """The first lead of a run."""
    run_it(cast)
    found = results_of(cast.audit.folder)
    assert found
    return lead_lines(found[0])[0].name


def page(cast: Cast, person: str, name: str, *args: str, **query: str) -> str:
    answer = cast.client(person).get(reverse(name, args=[cast.audit.pk, *args]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_the_first_run_the_page_says_what_to_do(cast: Cast) -> None:
    assert "Nothing was run yet" in page(cast, "ada", "leads")


def test_the_six_questions_and_the_leads_are_there(cast: Cast, name: str) -> None:
    shown = page(cast, "otto", "leads")
    assert shown.count('<li><h2><a href="?run=') == 6
    assert name in shown


@pytest.mark.parametrize("text", ["' or 1=1 --", '"; drop table people_person; --', "%", "_"])
def test_what_looks_like_sql_in_a_filter_is_a_text_that_no_lead_holds(
    cast: Cast, name: str, text: str
) -> None:
    said = f"{text} not in any lead"
    assert "None fits the filter" in page(cast, "ada", "leads", text=said)
    assert "0 rows" in page(cast, "ada", "leads_rows", name, text=said)


def test_a_lead_shows_its_chart_its_numbers_and_whom_to_ask(cast: Cast, name: str) -> None:
    shown = page(cast, "otto", "leads_lead", name)
    assert "Numbers" in shown
    assert "Look first whether" in shown
    assert '<form method="post" action' not in shown.split("<main")[1]


def test_the_rows_behind_a_lead_are_there(cast: Cast, name: str) -> None:
    assert "source_file" in page(cast, "ben", "leads_rows", name)


def test_an_auditor_decides_with_a_reason_and_nobody_overwrites_it_unseen(cast: Cast, name: str) -> None:
    url = reverse("leads_disposition", args=[cast.audit.pk, name])
    said = {"outcome": "explained", "reason": "<script>alert(1)</script> a pilot", "version": 0}
    cast.client("ben").post(url, said)
    later = cast.client("ada").post(url, {**said, "reason": "my own"}, follow=True).content.decode()
    (entry,) = AuditJournal(cast.audit).current("disposition").values()
    assert (entry.by, entry.content["outcome"]) == ("Ben", "explained")
    assert "Nothing was overwritten" in later
    assert "my own" in later
    assert "<script>alert" not in later


def test_a_lead_is_not_dropped_without_a_reason(cast: Cast, name: str) -> None:
    url = reverse("leads_disposition", args=[cast.audit.pk, name])
    cast.client("ada").post(url, {"outcome": "not_pursued", "reason": "  ", "version": 0})
    assert not AuditJournal(cast.audit).current("disposition")


def test_an_expert_checks_an_explanation_and_it_is_recorded(cast: Cast, name: str) -> None:
    url = reverse("leads_explanation", args=[cast.audit.pk, name])
    cast.client("eve").post(url, {"number": 1, "outcome": "does_not_explain", "note": "seen", "version": 0})
    (entry,) = AuditJournal(cast.audit).current("explanation").values()
    assert (entry.by, entry.content["outcome"]) == ("Eve", "does_not_explain")


@pytest.mark.parametrize("query", [{"run": "../../etc"}, {"run": "nothing"}])
def test_a_run_that_is_not_there_is_not_found(cast: Cast, name: str, query: dict[str, str]) -> None:
    answer = cast.client("ada").get(reverse("leads", args=[cast.audit.pk]), query)
    assert answer.status_code == 404
