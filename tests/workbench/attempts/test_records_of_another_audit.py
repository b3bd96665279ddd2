"""Ada leads an audit. No address of hers, and nothing she sends, reaches a record of another one."""

from typing import Any

import pytest
from django.urls import reverse

from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.models import Entry, Record
from tests.workbench.access.test_rights import named
from tests.workbench.attempts.worked import Worked, work
from tests.workbench.cast import Cast
from tests.workbench.machines.calling import call, token_of

pytestmark = pytest.mark.slow


SHARED = {"runs_settings_of", "leads_claim"}
"""The catalogue's procedures are every audit's."""

MARKS = {"plan_member", "plan_appointment"}
"""Here an address holds the hash of a line as it stands, and is no id: what is sent for one that is not there becomes a line of the own plan."""

NOTHING_TO_SEE = (403, 404, 405)


@pytest.fixture
def theirs(cast: Cast) -> Worked:
    """Dan's audit, in which everything was done; Ada's has its own tables and run, and no record."""
    contact = cast.other.memberships.create(person=cast.people["cleo"], role="auditee_contact")
    one = work(Worked(cast.other, cast.client("dan"), cast.client("cleo")))
    contact.delete()
    _run_of_her_own(cast)
    return one


def test_no_address_with_an_id_reaches_it(cast: Cast, theirs: Worked) -> None:
    ada, before, reached = cast.client("ada"), _trails(), []
    for page, pattern in named().items():
        parts = set(pattern.pattern.converters)
        if "audit" not in parts or parts == {"audit"} or page in SHARED or page.startswith("machines_"):
            continue
        for method in ("GET",) if page in MARKS else ("GET", "POST"):
            answer = ada.generic(method, theirs.address(page, parts, cast.audit))
            if answer.status_code not in NOTHING_TO_SEE:
                reached.append((page, method, answer.status_code))
    assert reached == []
    assert _trails() == before


def test_no_token_reaches_it(cast: Cast, theirs: Worked) -> None:
    token, before, of = token_of(cast, "ada"), _trails(), theirs.names
    for path in (
        f"jobs/{of['job']}",
        f"leads/{of['lead']}",
        f"findings/{of['finding']}",
        f"leads?run={of['run']}",
    ):
        assert call(token, "GET", f"audits/{cast.audit.pk}/{path}").status_code == 404
        assert call(token, "GET", f"audits/{cast.other.pk}/{path}").status_code == 404
    lead = {"lead": _lead_id(theirs)}
    assert call(token, "POST", f"audits/{cast.audit.pk}/findings/from-lead", lead).status_code == 422
    assert _trails() == before


def test_no_form_that_names_it_takes_anything_of_it(cast: Cast, theirs: Worked) -> None:
    ada, of, lead = cast.client("ada"), theirs.names, _lead_id(theirs)
    before = _trails()
    hidden = {
        "subject": lead,
        "method": "judgement",
        "about": "population",
        "tolerable": "5",
        "confidence": "95",
    }
    tried: list[tuple[str, dict[str, Any]]] = [
        ("findings_draft", {"lead": lead}),
        ("findings_new", {"version": 0, "statement": "Approvals are late.", "rule": "P", "required": "R", "evidence": "E-001"}),
        ("samples_new", {**hidden, "acceptable": "0", "items": "C1", "run": of["run"]}),
        ("findings_carry", {"earlier": cast.other.pk}),
        ("requests_new", {"title": "T", "contact": "dan@example.org"}),
    ]  # fmt: skip
    for page, said in tried:
        ada.post(reverse(page, args=[cast.audit.pk]), said)
    assert _trails() == before


def test_no_run_of_it_is_shown_or_compared(cast: Cast, theirs: Worked) -> None:
    ada, run = cast.client("ada"), theirs.names["run"]
    own = next(cast.audit.folder.runs.glob("*/results.json")).parent.name
    for page, asked in (
        ("leads", {"run": run}),
        ("runs_compare", {"first": own, "second": run}),
        ("runs_compare", {"first": f"../../{cast.other.pk}/runs/{run}", "second": own}),
        ("leads", {"run": f"../../{cast.other.pk}/runs/{run}"}),
    ):
        assert ada.get(reverse(page, args=[cast.audit.pk]), asked).status_code == 404


def _run_of_her_own(cast: Cast) -> None:
    from tests.workbench import tiny
    from tests.workbench.handing_in import csv

    ada = cast.client("ada")
    for name, text in tiny.files("-own").items():
        ada.post(reverse("imports_upload", args=[cast.audit.pk]), {"file": csv(name, text)})
    for page in ("imports_load", "runs_start"):
        ada.post(reverse(page, args=[cast.audit.pk]))


def _lead_id(theirs: Worked) -> str:
    return theirs.lead.get(reverse("leads", args=[theirs.audit.pk])).context["leads"][0][0].id


def _trails() -> tuple[int, int, list[int]]:
    return Entry.objects.count(), Record.objects.count(), list(Audit.objects.order_by("pk").values_list("entries", flat=True))  # fmt: skip
