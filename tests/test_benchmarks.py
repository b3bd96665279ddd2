"""The benchmark measures what it says: on a log that is the same everywhere, and with both sides' counts compared."""

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    import record

    return record


@pytest.fixture
def drawn(record: ModuleType) -> Callable[[object], str]:
    from page import page

    return page


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


def test_counts_that_differ_are_named_and_counts_that_agree_are_not(record: ModuleType) -> None:
    assert record.differences(_bench(record, ping_pong=34)) == []
    assert record.differences(_bench(record, ping_pong=35)) == [
        "DIFFERENT: cases that went from a team to another and straight back, of 800 events: "
        "Ringtrue 34, pm4py and pandas 35, Polars 35"
    ]


def test_the_middle_run_counts_and_a_busy_machine_is_told(
    record: ModuleType, drawn: Callable[..., str]
) -> None:
    busy, quiet = (drawn(_bench(record, seconds=seconds)) for seconds in ((2.0, 9.0, 4.0), (4.0, 4.1, 4.2)))
    assert "| 4.00 | 2.00 to 9.00 | 4.00 | 100 | 1.0 |" in busy
    assert "machine was busy with other things**: some step took 4.5 times" in busy
    assert "busy" not in quiet


def test_the_whole_way_is_held_against_what_the_peer_needs_to_read_and_sort(
    record: ModuleType, drawn: Callable[..., str]
) -> None:
    told = drawn(_bench(record, seconds=(2.0,)))
    assert "800 events: from the CSV to the report in 6.00 s and 100 MB with Ringtrue; " in told
    assert (
        "pm4py and pandas read and sort the log in 2.00 s and 100 MB (3.0 times the seconds, 1.00 times the memory)"
        in told
    )


def test_every_procedure_that_judged_has_its_line_and_what_had_no_data_has_none(
    record: ModuleType, drawn: Callable[..., str]
) -> None:
    told = drawn(_bench(record))
    assert "| `flow.ping-pong` | 0.500 | 0.5 | 100 |" in told
    assert "`value.watermelon-gap`" not in told
    assert "| `view steps` | 0.250 | 0.2 |  |" in told


@pytest.mark.slow
def test_every_step_is_measured_and_told(tmp_path: Path) -> None:
    out = tmp_path / "RESULTS.md"
    command = [sys.executable, BENCHMARKS / "run.py", "--events", "20000", "--runs", "1", "--no-peers"]
    ended = subprocess.run([*command, "--out", out], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, f"{out}\n"), ended.stderr
    told = out.read_text("utf-8")
    rows = re.findall(r"^\| (.+?) \| ([\d.]+) \| once \| .+ \| ([\d,]+) \| [\d.,]+ \|$", told, re.MULTILINE)
    assert len(rows) == 8
    assert all(float(seconds) > 0 and 20 < float(peak.replace(",", "")) < 2_000 for _, seconds, peak in rows)
    assert "## Ringtrue on 20,000 events" in told
    assert "| `flow.ping-pong` |" in told
    assert "Not measured in this run" in told


def _made_log(folder: Path, events: int) -> bytes:
    command = [sys.executable, BENCHMARKS / "make_log.py", folder, "--events", str(events)]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "case_events.csv").read_bytes()


def _bench(record: ModuleType, ping_pong: int = 34, seconds: Sequence[float] = (1.0,)) -> object:
    import measured

    def step(**found: object) -> object:
        runs = tuple(measured.Once(one, one, 100.0, found) for one in seconds)
        return measured.Measured(runs)

    counted = {
        "read": step(events=800, versions={"A": "1"}),
        "handover": step(pairs=9),
        "rework": step(cases=7),
    }
    judged = {"flow.ping-pong": ["lead", 100, 34], "value.watermelon-gap": ["insufficient_data", 0, 0]}
    parts = {"view steps": 0.25, "flow.ping-pong": 0.5, "value.watermelon-gap": 0.1}
    ours = {
        "scan": step(events=800, memory="1GB", threads=2),
        "handovers": step(pairs=9),
        "ping_pong": step(cases=34, judged=100),
        "rework": step(cases=7),
        "run": step(procedures=judged, parts=parts),
    }
    peers = {peer: {**counted, "ping_pong": step(cases=ping_pong)} for peer in ("pm4py", "polars")}
    others = dict.fromkeys(("import", "steps", "report"), step())
    size = record.Size(events=800, csv_bytes=1, ours={**others, **ours}, peers=peers)
    return record.Bench(sizes=(size,), asked=True, others={})
