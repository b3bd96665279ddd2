"""What others published about the incident log of the UCI repository comes out of the original file."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from ringtrue import api
from tests.published.conftest import DATA, Audited

pytestmark = pytest.mark.slow

LOG = "uci_incident/incident_event_log.csv.gz"
Audit = Callable[[str], Audited]


@pytest.fixture(scope="module")
def first_rows(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    """The copy with 119,998 rows that also circulates: the first rows of the file."""
    if not (DATA / LOG).exists():
        pytest.skip(f"the log {LOG} is not beside the repository (../shared/data)")
    place = tmp_path_factory.mktemp("first")
    cut = place / "incident_event_log.csv"
    with (
        gzip.open(DATA / LOG, "rt", encoding="utf-8") as whole,
        Path(cut).open("w", encoding="utf-8") as part,
    ):
        for _, line in zip(range(119_999), whole, strict=False):
            part.write(line)
    done = api.audit([cut], place / "audit")
    return Audited(done.folder, done.results, done.run)


def flag(audited: Audited, name: str) -> float:
    (value,) = [fact.value for fact in audited.results.facts if fact.id == f"flag-made_sla-{name}"]
    assert isinstance(value, int | float)
    return value


def test_the_log_has_the_published_size(audited: Audit) -> None:
    (source,) = audited(LOG).results.sources
    assert (source.rows, source.loaded, source.rejected) == (141_712, 141_712, 0)
    assert audited(LOG).one("select count(*) from cases", "cases") == 24_918


def test_a_flag_on_events_is_no_property_of_events(audited: Audit) -> None:
    assert flag(audited(LOG), "events") == pytest.approx(0.935, abs=0.0005)
    assert flag(audited(LOG), "end") == pytest.approx(0.634, abs=0.0005)
    assert flag(audited(LOG), "both") == 9_114


def test_critical_incidents_hardly_ever_met_their_time(audited: Audit) -> None:
    met = "select avg(case when reported_attained then 1.0 else 0.0 end) from cases where priority like '1 %'"
    assert audited(LOG).one(met, "cases") == pytest.approx(0.019, abs=0.0005)


def test_the_shorter_copy_gives_its_published_figures(first_rows: Audited) -> None:
    assert first_rows.one("select count(*) from cases", "cases") == 20_769
    assert first_rows.one("select count(*) from cases where priority like '1 %'", "cases") == 220
    assert flag(first_rows, "both") == 8_173


def test_what_was_detected_is_written_down(audited: Audit) -> None:
    (source,) = audited(LOG).results.sources
    assumed = " ".join(source.assumptions)
    for word in ("day, month, year", '"?"', '"-100"', "UTC"):
        assert word in assumed


def test_automatic_closing_is_recognised(audited: Audit) -> None:
    assert any("automatic closing" in fact.statement for fact in audited(LOG).results.facts)


def test_the_published_means_are_shares_of_incidents_reassigned_or_reopened_at_all(
    first_rows: Audited,
) -> None:
    """0.47 and 0.01 are no mean counts (those are 0.99 and 0.013 per incident) but shares of incidents with at least one."""
    share = "avg(case when {} > 0 then 1.0 else 0.0 end)"
    sql = f"select {share.format('reassignment_count')}, {share.format('reopen_count')}, avg(reassignment_count) from cases"
    reassigned, reopened, mean = first_rows.one(sql, "cases")
    assert (round(reassigned, 2), round(reopened, 2)) == (0.47, 0.01)
    assert mean == pytest.approx(0.988, abs=0.0005)


def test_a_log_that_trickles_on_for_months_shows_no_flood_in_the_months_that_it_holds_whole(
    audited: Audit,
) -> None:
    """Of March to May 2016 the log has some eight thousand cases a month, of the nine months after it fewer than a hundred."""
    (found,) = [one for one in audited(LOG).results.procedures if one.id == "flow.demand-window"]
    firsts = [str(lead.values["first_day"]) for lead in found.leads]
    assert all("2016-03-07" < first < "2016-05-25" for first in firsts)
    assert len(firsts) <= 3
