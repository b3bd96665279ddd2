"""The whole catalogue over an invented export of Zendesk with more than 2,000 tickets."""

from pathlib import Path

import pytest
from tests.importers.invented.organisation import invented, leads, run_catalogue
from tests.importers.invented.zendesk import write_zendesk

from ringtrue.api.running import audit
from ringtrue.model.result import Results

pytestmark = pytest.mark.slow


def results(work: Path, faulty: bool) -> Results:
    organisation = invented(work / "organisation", faulty)
    organisation.keep_beside(work / "export")
    write_zendesk(organisation, work / "export")
    return run_catalogue(work / "export", work / "audit")


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faulty")


@pytest.fixture(scope="module")
def faulty(work: Path) -> Results:
    return results(work, faulty=True)


def test_an_export_without_faults_opens_no_lead(tmp_path: Path) -> None:
    found = results(tmp_path, faulty=False)
    assert [one.rejected for one in found.sources if one.importer == "zendesk"] == [0, 0, 0]
    assert sum(one.judged for one in found.procedures if one.id == "flow.ping-pong") > 2_000
    assert leads(found) == set()


def test_the_faults_brought_in_are_found_and_nothing_else_is_suspected(faulty: Results) -> None:
    assert leads(faulty) == {
        ("flow.ping-pong", "team-07|team-08"),
        ("substance.clock-stop", "team-desk-berlin"),
        ("substance.hidden-reopen", "organisation"),
    }


def test_a_corrected_mapping_that_names_the_service_is_honoured(faulty: Results, work: Path) -> None:
    mapping = work / "audit" / "mappings" / "tickets.json.toml"
    text = mapping.read_text("utf-8")
    assert 'customer = "organization_id"' in text
    named = 'customer = "organization_id"\nservice = "ticket_form_id"'
    mapping.write_text(text.replace('customer = "organization_id"', named, 1), "utf-8")
    assert ("substance.hidden-reopen", "service-01") in leads(audit([work / "audit"], None).results)
