"""``ringtrue compare`` as a user meets it."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from tests.cli.process import ringtrue
from tests.reports.invented import results


def test_two_folders_side_by_side_in_sentences_and_a_table(tmp_path: Path) -> None:
    _written(tmp_path / "spring", leads=False)
    _written(tmp_path / "autumn", leads=True)
    found = ringtrue("compare", tmp_path / "spring", tmp_path / "autumn")
    assert found.returncode == 1
    assert "new lead" in found.stdout
    assert "flow.ping-pong" in found.stdout and "no lead" in found.stdout
    assert ringtrue("compare", tmp_path / "autumn", tmp_path / "spring").returncode == 0


def test_machines_get_json(tmp_path: Path) -> None:
    _written(tmp_path / "spring", leads=False)
    _written(tmp_path / "autumn", leads=True)
    found = json.loads(ringtrue("compare", tmp_path / "spring", tmp_path / "autumn", "--json").stdout)
    assert {one["presence"] for one in found["leads"] if one["procedure"] == "flow.ping-pong"} == {"new"}
    (changed,) = [one for one in found["procedures"] if one["changed"]]
    assert (changed["id"], changed["before"], changed["after"]) == ("flow.ping-pong", "no_lead", "lead")


def test_what_names_no_two_runs_is_wrong_use(tmp_path: Path) -> None:
    _written(tmp_path / "spring", leads=False)
    found = ringtrue("compare", tmp_path / "spring")
    assert (found.returncode, "to compare, two are needed" in found.stderr) == (2, True)


def _written(folder: Path, leads: bool) -> None:
    run = results()
    if not leads:
        without = tuple(
            replace(one, result="no_lead", leads=()) if one.id == "flow.ping-pong" else one
            for one in run.procedures
        )
        run = replace(run, procedures=without)
    place = folder / "runs" / run.run
    place.mkdir(parents=True)
    (place / "results.json").write_text(json.dumps(asdict(run), default=str), "utf-8")
