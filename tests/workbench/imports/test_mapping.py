"""What columns mean: proposed with samples, corrected in a form, used with the next load."""

from django.urls import reverse

from ringtrue.api import read_about, source_mapping
from ringtrue.workbench.imports.sources import sources_of
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.handing_in import UNCLEAR, csv, hand_in, load, only_source

SAID = {"t0": "cases", "t0-c0": "id", "t0-c1": "opened_at", "t0-c2": "", "reason": "asked the service desk"}


def test_an_unclear_file_shows_its_columns_with_samples(cast: Cast) -> None:
    page = cast.client("ada").get(_unclear(cast)).content.decode()
    assert "This is a proposal" in page
    assert "<code>2026-04-01 08:00</code>" in page and "Wann" in page


def test_what_was_said_is_used_with_the_next_load_and_written_down(cast: Cast) -> None:
    url = _unclear(cast)
    cast.client("ben").post(url, {**SAID, "read-zone": "Europe/Berlin", "save": "1"})
    load(cast)
    (told,) = read_about(cast.audit.folder.tables)["sources"]
    assert (told["error"], told["loaded"]) == (None, 2)
    (entry,) = AuditJournal(cast.audit).current("mapping").values()
    assert (entry.by, entry.reason) == ("Ben", "asked the service desk")
    assert 'opened_at = "Wann"' in entry.content["text"]


def test_two_columns_for_one_meaning_are_refused(cast: Cast) -> None:
    page = cast.client("ada").post(_unclear(cast), {**SAID, "t0-c1": "id", "save": "1"}).content.decode()
    assert "Two columns are taken for id." in page
    assert source_mapping(cast.audit.folder, "unclear.csv").is_proposal


def test_a_column_that_is_needed_is_asked_for(cast: Cast) -> None:
    page = (
        cast.client("ada").post(_unclear(cast), {**SAID, "t0": "case_events", "save": "1"}).content.decode()
    )
    assert "is needed." in page


def test_why_has_to_be_said(cast: Cast) -> None:
    page = cast.client("ada").post(_unclear(cast), {**SAID, "reason": " ", "save": "1"}).content.decode()
    assert "Say why." in page


def test_another_table_shows_its_columns(cast: Cast) -> None:
    page = cast.client("ada").post(_unclear(cast), {"t0": "changes", "show": "1"}).content.decode()
    assert '<option value="implementer"' in page


def test_a_mapping_as_text_that_makes_no_sense_is_told_with_the_place(cast: Cast) -> None:
    _unclear(cast)
    url = reverse("imports_mapping_text", args=[cast.audit.pk, only_source(cast.audit).id])
    said = {"text": '[[table]]\nname = "casses"\n[table.columns]\n', "reason": "try"}
    page = cast.client("ada").post(url, said).content.decode()
    assert "did you mean &quot;cases&quot;" in page
    assert AuditJournal(cast.audit).current("mapping") == {}


def test_a_mapping_corrected_twice_keeps_what_the_form_does_not_show(cast: Cast) -> None:
    url = _unclear(cast)
    text = (
        'importer = "tabular"\n\n[[table]]\nname = "cases"\nfrom = "unclear"\nprimary = true\n\n[table.columns]\n'
        'id = "Nr"\nkind = { value = "incident" }\nopened_at = "Wann"\nstate = "Stand"\n\n[table.values.state]\nzu = "closed"\n'
    )
    one = only_source(cast.audit)
    cast.client("ada").post(
        reverse("imports_mapping_text", args=[cast.audit.pk, one.id]), {"text": text, "reason": "told"}
    )
    said = {
        "t0": "cases",
        "t0-c0": "id",
        "t0-c1": "opened_at",
        "t0-c2": "state",
        "reason": "looked",
        "save": "1",
    }
    cast.client("ada").post(url, said)
    (entry,) = source_mapping(cast.audit.folder, "unclear.csv").content["table"]
    assert entry["values"] == {"state": {"zu": "closed"}}
    assert entry["columns"]["kind"] == {"value": "incident"}


def test_an_observer_and_a_contact_change_no_mapping(cast: Cast) -> None:
    url = _unclear(cast)
    for person in ("otto", "cleo"):
        assert cast.client(person).post(url, {**SAID, "save": "1"}).status_code == 403
    assert AuditJournal(cast.audit).current("mapping") == {}


def _unclear(cast: Cast) -> str:
    hand_in(cast, csv("unclear.csv", UNCLEAR))
    load(cast)
    return reverse("imports_mapping", args=[cast.audit.pk, sources_of(cast.audit)[0].id])
