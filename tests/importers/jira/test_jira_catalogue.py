"""The whole catalogue over an invented export of Jira with more than 2,000 issues."""

from pathlib import Path

import pytest
from tests.importers.invented.jira import write_jira
from tests.importers.invented.organisation import invented, leads, run_catalogue

from ringtrue.model.result import Results

pytestmark = pytest.mark.slow


def results(work: Path, faulty: bool) -> Results:
    organisation = invented(work / "organisation", faulty)
    organisation.keep_beside(work / "export")
    write_jira(organisation, work / "export")
    return run_catalogue(work / "export", work / "audit")


def test_an_export_without_faults_opens_no_lead(tmp_path: Path) -> None:
    found = results(tmp_path, faulty=False)
    issues = next(one for one in found.sources if one.importer == "jira")
    assert issues.rejected == 0
    assert sum(one.judged for one in found.procedures if one.id == "flow.ping-pong") > 2_000
    assert leads(found) == set()


@pytest.mark.parametrize(
    "lead",
    [
        ("flow.ping-pong", "team-07|team-08"),
        ("substance.clock-stop", "team-desk-berlin"),
        ("substance.hidden-reopen", "service-01"),
    ],
    ids=lambda lead: lead[0],
)
def test_a_fault_brought_in_is_found(lead: tuple[str, str], faulty: Results) -> None:
    assert lead in leads(faulty)


def test_nothing_else_is_suspected(faulty: Results) -> None:
    assert {procedure for procedure, _ in leads(faulty)} == {
        "flow.ping-pong",
        "substance.clock-stop",
        "substance.hidden-reopen",
    }


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return results(tmp_path_factory.mktemp("faulty"), faulty=True)
