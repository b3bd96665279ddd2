"""Real logs, where they lie beside the repository."""

from pathlib import Path

import pytest

from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming
from ringtrue.importers.tabular.importer import IMPORTER
from ringtrue.model.source import ReadSettings, SourceFile

DATA = Path(__file__).parents[4] / "shared" / "data"
VINST = DATA / "bpic2013" / "VINST-new.csv.gz"
UCI = DATA / "uci_incident" / "incident_event_log.csv.gz"

pytestmark = pytest.mark.slow


def counts(path: Path, work: Path, *queries: str) -> list[object]:
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the repository")
    read = IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings())
    with connection("2GB", work) as database:
        loaded = load(database, [Incoming(path.name, read, read.mapping)], "UTC")
        assert loaded.rows[path.name] == loaded.loaded[path.name] + loaded.rejected[path.name]
        return [row for query in queries for row in database.execute(query).fetchall()]


def test_the_incidents_of_volvo_it_come_through_whole(tmp_path: Path) -> None:
    found = counts(
        VINST,
        tmp_path,
        'select count(*), count(distinct "case"), count(distinct team) from case_events',
        "select count(*) from case_events where state is null",
        "select count(*), count(*) filter (state = 'resolved'), count(*) filter (kind = 'incident') from cases",
        "select count(*) from load_issues",
    )
    assert found == [(65_533, 7_554, 649), (5,), (7_554, 1_972, 7_554), (0,)]


def test_the_incidents_of_a_servicenow_log_come_through_whole(tmp_path: Path) -> None:
    found = counts(
        UCI,
        tmp_path,
        'select count(*), count(distinct "case") from case_events',
        "select count(*) from cases where resolved_at is null",
        "select min(opened_at)::varchar, max(opened_at)::varchar from cases",
        "select count(*) from load_issues where kind <> 'implausible'",
    )
    assert found[0] == (141_712, 24_918)
    assert found[1] == (1_556,)
    assert found[3] == (0,)
