"""Runs: started, kept, compared; settings changed with a reason."""

import pytest
from django.urls import reverse

from ringtrue.api import kept_runs
from ringtrue.workbench.jobs.models import Job
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.handing_in import CASES, csv, hand_in, load

HOPS = "flow.hop-count"


@pytest.mark.slow
def test_a_run_is_kept_and_written_down_with_its_numbers(cast: Cast) -> None:
    _run(cast)
    (kept,) = kept_runs(cast.audit.folder)
    (entry,) = AuditJournal(cast.audit).current("run").values()
    assert (entry.id, entry.by) == (kept.id, "Ada")
    assert entry.content["insufficient_data"] > 0
    assert kept.id in cast.client("otto").get(reverse("runs", args=[cast.audit.pk])).content.decode()


@pytest.mark.slow
def test_one_run_tells_every_claim_with_its_settings(cast: Cast) -> None:
    _run(cast)
    (kept,) = kept_runs(cast.audit.folder)
    page = cast.client("ben").get(reverse("runs_run", args=[cast.audit.pk, kept.id])).content.decode()
    assert HOPS in page and "many_hops = " in page and "too little data" in page


def test_without_an_import_nothing_is_run(cast: Cast) -> None:
    page = cast.client("ada").post(reverse("runs_start", args=[cast.audit.pk]), follow=True)
    assert "Nothing was imported yet" in page.content.decode()
    assert not Job.objects.exists()


@pytest.mark.slow
def test_a_changed_setting_holds_from_the_next_run_on_and_the_run_before_is_kept(cast: Cast) -> None:
    _run(cast)
    cast.client("ada").post(_settings(cast), _said(cast, **{"set-many_hops": "7"}))
    assert cast.audit.folder.audit().procedures[HOPS] == {"many_hops": 7}
    (entry,) = AuditJournal(cast.audit).current("settings").values()
    assert (entry.reason, entry.content) == ("agreed", {"values": {"many_hops": 7}})
    cast.client("ada").post(reverse("runs_start", args=[cast.audit.pk]))
    assert len(kept_runs(cast.audit.folder)) == 2


@pytest.mark.slow
def test_two_runs_side_by_side_tell_the_setting_that_differs(cast: Cast) -> None:
    _run(cast)
    cast.client("ada").post(_settings(cast), _said(cast, **{"set-many_hops": "7"}))
    cast.client("ada").post(reverse("runs_start", args=[cast.audit.pk]))
    second, first = (one.id for one in kept_runs(cast.audit.folder))
    asked = {"first": first, "second": second}
    page = cast.client("otto").get(reverse("runs_compare", args=[cast.audit.pk]), asked).content.decode()
    assert "many_hops:" in page and "→ 7" in page
    assert "Settings are others in flow.hop-count" in page


@pytest.mark.slow
def test_two_runs_of_other_files_tell_the_file(cast: Cast) -> None:
    _run(cast)
    hand_in(cast, csv("more/changes.csv", "id,service,requester\nX1,mail,ana\n"))
    _run(cast, anew=False)
    second, first = (one.id for one in kept_runs(cast.audit.folder))
    asked = {"first": first, "second": second}
    page = cast.client("ada").get(reverse("runs_compare", args=[cast.audit.pk]), asked).content.decode()
    assert "changes.csv" in page and "only in the second" in page


def test_a_value_of_another_kind_is_told_beside_its_field(cast: Cast) -> None:
    page = cast.client("ada").post(_settings(cast), _said(cast, **{"set-many_hops": "many"})).content.decode()
    assert "Enter a whole number" in page
    assert cast.audit.folder.audit().procedures == {}


def test_the_second_of_two_who_change_settings_is_told(cast: Cast) -> None:
    stale = _said(cast, **{"set-many_hops": "9"})
    cast.client("ben").post(_settings(cast), _said(cast, **{"set-many_hops": "7"}))
    page = cast.client("ada").post(_settings(cast), stale).content.decode()
    assert "was changed by Ben" in page
    assert cast.audit.folder.audit().procedures[HOPS] == {"many_hops": 7}


def test_the_default_again_leaves_no_trace_in_the_audit_file(cast: Cast) -> None:
    before = cast.audit.folder.audit_file.read_text()
    default = _said(cast)["set-many_hops"]
    cast.client("ada").post(_settings(cast), _said(cast, **{"set-many_hops": "7"}))
    cast.client("ada").post(_settings(cast), _said(cast, **{"set-many_hops": default}))
    assert cast.audit.folder.audit_file.read_text() == before


def test_a_setting_that_there_is_not_is_not_set(cast: Cast) -> None:
    cast.client("ada").post(_settings(cast), _said(cast, **{"set-evil": "1", "set-many_hops": "7"}))
    assert cast.audit.folder.audit().procedures == {HOPS: {"many_hops": 7}}


@pytest.mark.parametrize("person", ["eve", "otto", "cleo"])
def test_who_may_not_starts_no_run_and_changes_no_setting(cast: Cast, person: str) -> None:
    assert cast.client(person).post(reverse("runs_start", args=[cast.audit.pk])).status_code == 403
    assert cast.client(person).post(_settings(cast), {}).status_code == 403
    assert not Job.objects.exists()


@pytest.mark.slow
def test_a_run_of_another_audit_is_not_there(cast: Cast) -> None:
    _run(cast)
    (kept,) = kept_runs(cast.audit.folder)
    assert cast.client("dan").get(reverse("runs_run", args=[cast.other.pk, kept.id])).status_code == 404
    asked = {"first": kept.id, "second": "../../x"}
    assert cast.client("ada").get(reverse("runs_compare", args=[cast.audit.pk]), asked).status_code == 404


def _run(cast: Cast, anew: bool = True) -> None:
    if anew:
        hand_in(cast, csv(text=CASES))
    load(cast)
    cast.client("ada").post(reverse("runs_start", args=[cast.audit.pk]))
    assert Job.objects.first().state == "done"


def _settings(cast: Cast) -> str:
    return reverse("runs_settings_of", args=[cast.audit.pk, HOPS])


def _said(cast: Cast, **changed: str) -> dict[str, str]:
    """The form as it comes, with what is changed."""
    form = cast.client("ada").get(_settings(cast)).context["form"]
    said = {name: str(form.fields[name].initial) for name in form.fields if name.startswith("set-")}
    return {**said, "version": str(form.fields["version"].initial), "reason": "agreed", **changed}
