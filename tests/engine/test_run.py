"""A whole run: the same inputs give the same bytes; a kill leaves the last whole state."""

import csv
import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder, recover, replacing


def export(folder: Path) -> Path:
    """Three hundred cases handed between teams, as canonical tables."""
    folder.mkdir()
    start = datetime(2024, 1, 1, tzinfo=UTC)
    with (folder / "case_events.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["case", "at", "state", "team", "actor"])
        for case in range(300):
            opened = start + timedelta(hours=7 * case)
            path = ["A", "B", "A"] if case % 9 == 0 else ["A", f"T{case % 12}"]
            for place, team in enumerate(path):
                writer.writerow(
                    [
                        f"I{case:04}",
                        (opened + timedelta(minutes=50 * place)).isoformat(),
                        "assigned",
                        team,
                        f"p{case % 30}",
                    ]
                )
            writer.writerow(
                [
                    f"I{case:04}",
                    (opened + timedelta(hours=5)).isoformat(),
                    "resolved",
                    path[-1],
                    f"p{case % 30}",
                ]
            )
    (folder / "services.csv").write_text("id,name\nS1,Payroll\n", "utf-8")
    return folder


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.relative_to(folder).parts[0] != "cache"
    }


def test_two_audits_of_the_same_export_are_the_same_bytes(tmp_path: Path) -> None:
    given = export(tmp_path / "given")
    first = api.audit([given], tmp_path / "one")
    second = api.audit([given], tmp_path / "two")
    assert first.results.run == second.results.run
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_a_changed_setting_is_another_run(tmp_path: Path) -> None:
    given = export(tmp_path / "given")
    first = api.audit([given], tmp_path / "audit")
    written = (tmp_path / "audit" / "audit.toml").read_text("utf-8")
    (tmp_path / "audit" / "audit.toml").write_text(
        written + '\n[procedures."flow.ping-pong"]\nleast_cases = 5\n', "utf-8"
    )
    second = api.audit([tmp_path / "audit"], None)
    assert first.results.run != second.results.run
    (used,) = [one.settings for one in second.results.procedures if one.id == "flow.ping-pong"]
    assert ("least_cases", 5) in [(setting.name, setting.value) for setting in used]


def test_every_judged_item_has_its_file_and_row(tmp_path: Path) -> None:
    done = api.audit([export(tmp_path / "given")], tmp_path / "audit")
    content = json.loads((done.run / "results.json").read_text("utf-8"))
    (pingpong,) = [one for one in content["procedures"] if one["id"] == "flow.ping-pong"]
    assert pingpong["population"] == pingpong["judged"] + pingpong["untestable"] == 300
    assert (done.run / pingpong["judged_table"]).exists()


def test_the_sources_are_kept_as_received_and_read_only(tmp_path: Path) -> None:
    given = export(tmp_path / "given")
    before = bytes_of(given)
    done = api.audit([given], tmp_path / "audit")
    kept = done.folder.sources / "case_events.csv"
    assert kept.read_bytes() == (given / "case_events.csv").read_bytes()
    assert not kept.stat().st_mode & 0o222
    assert bytes_of(given) == before


def test_a_failure_half_way_leaves_the_last_whole_state(tmp_path: Path) -> None:
    place = tmp_path / "tables"
    with replacing(place) as fresh:
        (fresh / "a").write_text("whole", "utf-8")
    with pytest.raises(RuntimeError), replacing(place) as fresh:
        (fresh / "a").write_text("half", "utf-8")
        raise RuntimeError
    assert (place / "a").read_text("utf-8") == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_a_kill_between_the_two_renames_is_undone(tmp_path: Path) -> None:
    place = tmp_path / "tables"
    with replacing(place) as fresh:
        (fresh / "a").write_text("whole", "utf-8")
    place.rename(tmp_path / "tables.old")
    (tmp_path / "tables.new").mkdir()
    recover(place)
    assert (place / "a").read_text("utf-8") == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_an_audit_folder_can_be_moved(tmp_path: Path) -> None:
    first = api.audit([export(tmp_path / "given")], tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    results, _ = api.run(AuditFolder(tmp_path / "there"))
    assert results.run == first.results.run


def test_no_service_is_left_out_of_the_results_however_many_there_are(tmp_path: Path) -> None:
    given = export(tmp_path / "given")
    rows = "".join(f"S{number:04},Service {number}\n" for number in range(1, 621))
    (given / "services.csv").write_text(f"id,name\n{rows}", "utf-8")
    assert len(api.audit([given], tmp_path / "audit").results.services) == 620
