"""``ringtrue simulate`` as a user meets it."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.process import ringtrue

SMALL = ("--services", "10", "--months", "12", "--cases-a-month", "60")


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = ringtrue("simulate", "--out", tmp_path / name, "--seed", "5", *SMALL)
        assert done.returncode == 0, done.stderr
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


@pytest.mark.slow
def test_every_row_is_loaded_and_the_truth_tells_what_was_planted(tmp_path: Path) -> None:
    fault = "substance.paper-control"
    done = ringtrue("simulate", "--out", tmp_path / "made", *SMALL, "--plant", f"{fault}=1")
    assert done.returncode == 0, done.stderr
    truth = json.loads((tmp_path / "made" / "truth.json").read_text("utf-8"))
    (planted,) = truth["planted"]
    assert (truth["seed"], planted["procedure"], planted["strength"]) == (1, fault, 1.0)
    assert planted["what"]
    assert planted["objects"]

    audited = ringtrue("audit", tmp_path / "made", "--out", tmp_path / "audit", "--json")
    results = json.loads(audited.stdout)
    assert audited.returncode == 1, audited.stderr
    assert [source["file"] for source in results["sources"] if source["rejected"] or source["error"]] == []
    assert all(source["rows"] == source["loaded"] for source in results["sources"])
    (found,) = [one for one in results["procedures"] if one["id"] == fault]
    assert {lead["object"]["id"] for lead in found["leads"]} == set(planted["objects"])


@pytest.mark.slow
def test_many_events_are_written_in_parts_with_every_number_once(tmp_path: Path) -> None:
    from ringtrue.engine.database.connect import connection
    from ringtrue.simulation.invented.organisation import Size
    from ringtrue.simulation.invented.streaming import stream

    with connection() as database:
        stream(database, tmp_path / "big", 1, Size(services=10, months=6, cases_a_month=200, parts=3))
        cases, events = (f"'{tmp_path}/big/{name}.parquet'" for name in ("cases", "case_events"))
        counted = f"select count(*), count(distinct id) from {cases}"
        lost = f'select count(*) from {events} where "case" not in (select id from {cases})'
        ((rows, ids),) = database.execute(counted).fetchall()
        assert rows == ids > 900
        assert database.execute(lost).fetchall() == [(0,)]
    assert not (tmp_path / "big" / ".parts").exists()


def test_a_near_miss_of_a_name_is_told(tmp_path: Path) -> None:
    done = ringtrue("simulate", "--out", tmp_path / "made", "--plant", "substance.clok-stop")
    assert done.returncode == 2
    assert "Did you mean substance.clock-stop?" in done.stderr
    assert not (tmp_path / "made").exists()


def test_a_strength_out_of_bounds_or_that_is_no_number_is_refused(tmp_path: Path) -> None:
    for strength in ("0", "1.5", "much"):
        done = ringtrue("simulate", "--out", tmp_path / "made", "--plant", f"substance.clock-stop={strength}")
        assert done.returncode == 2, strength
        assert "substance.clock-stop" in done.stderr


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    done = ringtrue("simulate", "--out", tmp_path, *SMALL)
    assert done.returncode == 2
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


def _bytes(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}
