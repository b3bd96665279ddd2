"""One changed byte, one file more, less or elsewhere: it is found and named with what it is."""

import random
from pathlib import Path

import pytest

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.seal.make import seal
from ringtrue.engine.seal.places import is_passing
from tests.engine.seal.invented import AT, add_entries, check, differences, sealed

RUN = "runs/7153a1b49569"


def test_an_audit_as_it_was_sealed_is_whole(tmp_path: Path) -> None:
    folder, made = sealed(tmp_path)
    found = check(folder)
    assert found.whole and found.signature and found.differences == () == found.added_since
    assert (found.files, found.entries, found.manifest) == (made.files, 2, made.manifest)


def test_a_moved_audit_folder_is_still_whole(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    moved = folder.path.rename(tmp_path / "elsewhere")
    assert check(AuditFolder(moved)).whole


@pytest.mark.slow
@pytest.mark.parametrize("rendered", [False, True])
def test_a_changed_byte_of_any_file_is_found_and_named(tmp_path: Path, rendered: bool) -> None:
    folder, _ = sealed(tmp_path, rendered=rendered)
    add_entries(folder, "F-3")
    seal(folder, tmp_path / "ada", AT, rendered=rendered)
    dice, looked_at = random.Random(20000), 0
    for path in _sealed_files(folder, rendered):
        for _ in range(12):
            with _as_it_was(folder.path / path):
                _flip(folder.path / path, dice)
                named = differences(folder)
                assert path in named, path
                assert named[path][0] in ("changed", "unreadable", "renamed")
                assert not check(folder).whole
        looked_at += 1
    assert looked_at >= 18
    assert check(folder).whole


def test_a_shortened_or_lengthened_file_is_found_wherever_it_is(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    for path in _sealed_files(folder, rendered=False):
        place = folder.path / path
        content = place.read_bytes()
        for other in (content[:-1], content[: len(content) // 2], b"", content + b"\0"):
            place.write_bytes(other)
            assert path in differences(folder), path
        place.write_bytes(content)
    assert check(folder).whole


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("audit.toml", "the audit's own file"),
        ("sources/incident.csv", "the source incident.csv"),
        ("sources/sources.json", "the list of the sources"),
        ("mappings/incident.csv.toml", "the mapping incident.csv"),
        ("tables/cases.parquet", "the table cases"),
        (
            f"{RUN}/judged/flow.ping-pong.parquet",
            "the judged table of the procedure flow.ping-pong of the run 7153a1b49569",
        ),
        (f"{RUN}/sql/flow.ping-pong.sql", "the SQL of the procedure flow.ping-pong of the run 7153a1b49569"),
        (f"{RUN}/results.json", "the results of the run 7153a1b49569"),
        ("records/journal.jsonl", "the journal of the records"),
        ("seals/0001/public.pem", "the public key of seal 1"),
    ],
)
def test_a_file_that_is_gone_is_named_with_what_it_is(tmp_path: Path, path: str, what: str) -> None:
    folder, _ = sealed(tmp_path)
    (folder.path / path).unlink()
    assert differences(folder) == {path: ("missing", what)}


def test_a_renamed_file_is_told_as_renamed(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    (folder.sources / "incident.csv").rename(folder.sources / "incidents.csv")
    (found,) = check(folder).differences
    assert (found.trouble, found.path) == ("renamed", "sources/incident.csv")
    assert found.told == "it stands at sources/incidents.csv now"


def test_two_files_of_one_size_that_were_swapped_are_both_named_with_what_they_hold(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    first, second = (folder.sources / name for name in ("incident.csv", "problem.csv"))
    assert first.stat().st_size == second.stat().st_size
    first.rename(folder.sources / "held")
    second.rename(first)
    (folder.sources / "held").rename(second)
    assert {one.path: one.told for one in check(folder).differences} == {
        "sources/incident.csv": "it holds what sources/problem.csv held",
        "sources/problem.csv": "it holds what sources/incident.csv held",
    }


@pytest.mark.parametrize(
    "path",
    [
        "sources/more.csv",
        "tables/changes.parquet",
        f"{RUN}/judged/flow.hop-count.parquet",
        "records/other",
        "seals/0001/note",
    ],
)
def test_a_file_more_where_nothing_is_added_after_sealing_is_found(tmp_path: Path, path: str) -> None:
    folder, _ = sealed(tmp_path)
    (folder.path / path).write_bytes(b"more")
    assert {path: told[0] for path, told in differences(folder).items()} == {path: "added"}


def test_reports_are_looked_at_only_if_they_were_sealed(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    (folder.reports / "report.html").write_bytes(b"<html>other</html>")
    assert check(folder).whole
    assert any("reports" in line for line in check(folder).does_not_prove)
    seal(folder, tmp_path / "ada", AT, rendered=True)
    (folder.reports / "report.html").write_bytes(b"<html>again</html>")
    assert differences(folder) == {"reports/report.html": ("changed", "the report report.html")}


def test_what_a_kill_in_the_middle_of_a_writing_leaves_is_no_change(tmp_path: Path) -> None:
    folder, _ = sealed(tmp_path)
    for place in ("tables.new", "runs/0123.old", "seals/.new-abc", ".work-1"):
        (folder.path / place).mkdir()
        (folder.path / place / "half").write_bytes(b"half")
    for place in (
        "audit.toml.new",
        "mappings/problem.csv.toml.new",
        "records/evidence/.x1.new",
        "records/.lock",
    ):
        (folder.path / place).write_bytes(b"half")
    assert check(folder).whole


def _sealed_files(folder: AuditFolder, rendered: bool) -> list[str]:
    inside = [
        path.relative_to(folder.path).as_posix() for path in sorted(folder.path.rglob("*")) if path.is_file()
    ]
    left_out = () if rendered else ("reports/", "papers/")
    return [path for path in inside if not is_passing(path) and not path.startswith(left_out)]


class _as_it_was:  # noqa: N801  (reads as a phrase where it stands)
    def __init__(self, path: Path) -> None:
        self.path, self.kept = path, path.read_bytes()

    def __enter__(self) -> None:
        pass

    def __exit__(self, *error: object) -> None:
        self.path.write_bytes(self.kept)


def _flip(path: Path, dice: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    path.write_bytes(content)
