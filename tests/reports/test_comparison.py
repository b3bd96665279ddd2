"""A comparison as people read it, and how the two runs are found."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from ringtrue.method.compare import compare
from ringtrue.model.errors import UnreadableInput, WrongUse
from ringtrue.model.result import Results
from ringtrue.reports.comparison.find import two_runs
from ringtrue.reports.comparison.text import sentences, table
from tests.reports.invented import HOSTILE, results

PING_PONG = "flow.ping-pong"


def test_equal_runs_are_told_in_one_sentence_and_need_no_table() -> None:
    found = compare(results(), results())
    assert any("Both say the same" in line for line in sentences(found))
    assert table(found) == []


def test_new_and_gone_leads_are_counted_and_each_reason_is_told_apart() -> None:
    run = results()
    found = compare(_without_leads(run, "no_lead"), run)
    leads = len(next(one for one in run.procedures if one.id == PING_PONG).leads)
    told = "\n".join(sentences(found)).lower()
    assert f"new lead{'' if leads == 1 else 's'}, 0 gone" in told
    assert "new: " in told
    for result, reason in (
        ("no_lead", "the procedure looked and found none"),
        ("insufficient_data", "the procedure could say nothing, so nothing is known"),
    ):
        told = "\n".join(sentences(compare(run, _without_leads(run, result))))
        assert f"Gone: {leads}, as {reason}." in told


def test_the_table_shows_both_numbers_with_their_bounds_and_whether_these_are_apart() -> None:
    run = results()
    before = _share(run, 0.5, (0.45, 0.55))
    (row,) = [one for one in table(compare(before, _share(run, 0.1, (0.05, 0.15)))) if one[0] == PING_PONG]
    assert [text.replace("\u00a0", " ") for text in row] == [
        PING_PONG,
        "lead, 50.0 % (45.0 to 55.0)",
        "lead, 10.0 % (5.0 to 15.0)",
        "bounds apart",
    ]
    assert not [one for one in table(compare(before, _share(run, 0.52, (0.47, 0.57)))) if one[0] == PING_PONG]


def test_no_name_from_outside_can_steer_the_terminal() -> None:
    run = results()
    audit = replace(run.audit, title=HOSTILE + "\x1b[2J", organisation="\x1b[31mred")
    lines = "\n".join(sentences(compare(run, replace(run, audit=audit))))
    assert "\x1b" not in lines and "\u202e" not in lines


def test_of_one_audit_folder_the_last_two_runs_are_meant_the_older_first(tmp_path: Path) -> None:
    _written(tmp_path, "aaaa", 300)
    _written(tmp_path, "bbbb", 100)
    _written(tmp_path, "cccc", 200)
    (tmp_path / "runs/dddd.new").mkdir()
    (tmp_path / "runs/dddd.new/results.json").write_text("half")
    assert [one.results.run for one in two_runs([str(tmp_path)])] == ["cccc", "aaaa"]


def test_runs_are_named_by_their_ids_or_by_how_only_one_begins(tmp_path: Path) -> None:
    _written(tmp_path, "aaaa", 1)
    _written(tmp_path, "abcd", 2)
    assert [one.results.run for one in two_runs([str(tmp_path), "abcd", "aa"])] == ["abcd", "aaaa"]
    with pytest.raises(WrongUse, match=r'there is no run "a"\. Its runs: '):
        two_runs([str(tmp_path), "a", "abcd"])
    with pytest.raises(WrongUse, match=r'Did you mean "abcd"\?'):
        two_runs([str(tmp_path), "abxd", "abcd"])


def test_of_two_folders_the_last_run_of_each_is_meant_or_the_run_s_own_folder(tmp_path: Path) -> None:
    _written(tmp_path / "a", "aaaa", 1)
    _written(tmp_path / "b", "bbbb", 1)
    _written(tmp_path / "b", "cccc", 2)
    assert [one.results.run for one in two_runs([str(tmp_path / "a"), str(tmp_path / "b")])] == [
        "aaaa",
        "cccc",
    ]
    assert [one.results.run for one in two_runs([str(tmp_path / "b/runs/bbbb"), str(tmp_path / "a")])] == [
        "bbbb",
        "aaaa",
    ]


def test_what_names_no_two_runs_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _written(tmp_path / "one", "aaaa", 1)
    with pytest.raises(WrongUse, match="it has 1 run; to compare, two are needed"):
        two_runs([str(tmp_path / "one")])
    with pytest.raises(WrongUse, match="there is no run here"):
        two_runs([str(tmp_path / "one"), str(tmp_path / "empty")])
    with pytest.raises(WrongUse, match="there is no such folder"):
        two_runs([str(tmp_path / "nowhere")])
    with pytest.raises(WrongUse, match="Name one audit folder"):
        two_runs(["a", "b", "c", "d"])


def test_results_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    _written(tmp_path / "one", "aaaa", 1)
    broken = tmp_path / "two"
    broken.mkdir()
    (broken / "results.json").write_text("{}")
    with pytest.raises(UnreadableInput, match="cannot be read as results"):
        two_runs([str(tmp_path / "one"), str(broken)])


def _without_leads(run: Results, result: str) -> Results:
    return replace(
        run,
        procedures=tuple(
            replace(one, result=result, leads=()) if one.id == PING_PONG else one
            for one in run.procedures  # type: ignore[arg-type]
        ),
    )


def _share(run: Results, share: float, bounds: tuple[float, float]) -> Results:
    return replace(
        run,
        procedures=tuple(
            replace(one, share=share, bounds=bounds) if one.id == PING_PONG else one for one in run.procedures
        ),
    )


def _written(folder: Path, run: str, at: int) -> None:
    import json
    from dataclasses import asdict

    place = folder / "runs" / run
    place.mkdir(parents=True)
    (place / "results.json").write_text(json.dumps(asdict(replace(results(), run=run)), default=str), "utf-8")
    os.utime(place / "results.json", (at, at))
