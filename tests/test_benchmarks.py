"""The benchmark measures what it says: on a log that is the same everywhere, and with both sides' counts compared."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def results_page(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    import results_page

    return results_page


def test_the_log_has_exactly_the_events_asked_for_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    logs = [_made_log(tmp_path / name, 1_003) for name in ("one", "other")]
    assert logs[0] == logs[1]
    assert len(logs[0].splitlines()) == 1 + 1_003
    assert logs[0].startswith(b"case,at,sequence,activity,state,actor,team,field,old,new\nINC00000")


def test_a_larger_log_has_about_eight_events_a_case_and_a_few_teams_with_most_of_them(tmp_path: Path) -> None:
    rows = [line.split(b",") for line in _made_log(tmp_path, 40_000).splitlines()[1:]]
    cases, teams = {row[0] for row in rows}, [row[6] for row in rows]
    busiest = sorted((teams.count(team) for team in set(teams)), reverse=True)
    assert 7.5 < len(rows) / len(cases) < 8.5
    assert len(busiest) == 40
    assert sum(busiest[:8]) > len(rows) / 2


def test_counts_that_differ_are_named_and_counts_that_agree_are_not(results_page: ModuleType) -> None:
    assert results_page.differences(_bench(results_page, ping_pong=34)) == []
    assert results_page.differences(_bench(results_page, ping_pong=35)) == [
        "DIFFERENT: cases that went from a team to another and straight back: Ringtrue 34, pm4py and pandas 35"
    ]


def test_the_middle_run_counts_and_a_busy_machine_is_told(results_page: ModuleType) -> None:
    busy, quiet = (
        results_page.page(_bench(results_page, seconds=seconds))
        for seconds in ((2.0, 9.0, 4.0), (4.0, 4.1, 4.2))
    )
    assert "| 4.00 | 2.00 to 9.00 | 4.00 | 100 | 1.0 |" in busy
    assert "machine was busy with other things**: some step took 4.5 times" in busy
    assert "busy" not in quiet


@pytest.mark.slow
def test_every_step_is_measured_and_told(tmp_path: Path) -> None:
    out = tmp_path / "RESULTS.md"
    command = [sys.executable, BENCHMARKS / "run.py", "--events", "20000", "--runs", "1", "--no-peers"]
    ended = subprocess.run([*command, "--out", out], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, f"{out}\n"), ended.stderr
    told = out.read_text("utf-8")
    rows = re.findall(r"^\| (.+?) \| ([\d.]+) \| .+ \| ([\d,]+) \| [\d.,]+ \|$", told, re.MULTILINE)
    assert len(rows) == 7
    assert all(float(seconds) > 0 and 20 < float(peak.replace(",", "")) < 2_000 for _, seconds, peak in rows)
    assert "20,000 events of 2," in told
    assert "Not measured in this run" in told


def _made_log(folder: Path, events: int) -> bytes:
    command = [sys.executable, BENCHMARKS / "make_log.py", folder, "--events", str(events)]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "case_events.csv").read_bytes()


def _bench(results_page: ModuleType, ping_pong: int = 34, seconds: Sequence[float] = (1.0,)) -> object:
    import measured

    def step(**found: object) -> object:
        runs = tuple(measured.Once(one, one, 100.0, found) for one in seconds)
        return measured.Measured(runs)

    return results_page.Bench(
        events=800,
        csv_bytes=1,
        ours={
            **dict.fromkeys(results_page.STEPS, step(procedures={"flow.ping-pong": ["lead", 100, 34]})),
            "scan": step(events=800, memory="1GB", threads=2),
            "handovers": step(pairs=9),
            "ping_pong": step(cases=34, judged=100),
        },
        theirs={
            "read": step(events=800, pm4py="2", pandas="3"),
            "handover": step(pairs=9),
            "ping_pong": step(cases=ping_pong),
        },
        asked=True,
    )
