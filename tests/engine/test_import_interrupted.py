"""An import that cannot go on, or is killed: a clear message, nothing half-written, and the next one comes to the same."""

import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.database.work_folder import work_folder
from ringtrue.model.errors import MemoryTooSmall
from ringtrue.model.progress import silent, watched

KILLS = 4
IMPORT = "import sys; from pathlib import Path; from ringtrue import api; api.import_sources([Path(sys.argv[1])], Path(sys.argv[2]))"
LIMITED = """
import resource, sys
from pathlib import Path
from ringtrue import api
from ringtrue.model.errors import DiskFull
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    api.import_sources([Path(sys.argv[1])], Path(sys.argv[2]))
except DiskFull as error:
    print(error)
"""


def events(path: Path, rows: int) -> Path:
    dice = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write("case,at,actor,team,old,new\n")
        for row in range(rows):
            texts = ",".join(f"{dice.getrandbits(32):08x}" for _ in range(4))
            file.write(f"C{row // 8},2026-01-{row % 28 + 1:02}T08:00:00Z,{texts}\n")
    return path


def contents(folder: Path) -> dict[str, str]:
    """The hash of each file below a folder."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


def left_over(audit: Path) -> list[str]:
    return [
        path.name
        for path in audit.iterdir()
        if path.name.startswith(".work") or path.suffix in (".new", ".old")
    ]


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return events(tmp_path_factory.mktemp("log") / "case_events.csv", 10_000)


def with_files_no_larger_than(most: int, given: Path, audit: Path) -> str:
    command = [sys.executable, "-c", LIMITED, given, audit, str(most)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_disk_that_is_full_while_sources_are_kept_is_a_message(log: Path, tmp_path: Path) -> None:
    audit = tmp_path / "audit"
    told = with_files_no_larger_than(log.stat().st_size // 2, log, audit)
    assert "the disk is full" in told and "Make room" in told
    assert not left_over(audit) and not (audit / "sources").exists()


@pytest.mark.slow
def test_a_disk_that_is_full_while_tables_are_made_leaves_them_as_they_were(
    log: Path, tmp_path: Path
) -> None:
    audit = tmp_path / "audit"
    api.import_sources([log], audit)
    before = contents(audit)
    told = with_files_no_larger_than(100_000, audit, audit)
    assert "the disk is full" in told and "Make room" in told
    assert contents(audit) == before


def test_too_little_memory_is_a_message_and_leaves_the_tables_as_they_were(log: Path, tmp_path: Path) -> None:
    audit = tmp_path / "audit"
    api.import_sources([log], audit)
    before = contents(audit / "tables")
    with pytest.raises(MemoryTooSmall, match=r"2MB of memory are too little.*--memory"):
        api.import_sources([audit], None, memory="2MB")
    assert contents(audit / "tables") == before and not left_over(audit)


@pytest.mark.slow
def test_killed_at_any_moment_the_folder_is_whole_and_the_next_import_gives_the_same_bytes(
    log: Path, tmp_path: Path
) -> None:
    whole, audit = tmp_path / "whole", tmp_path / "audit"
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", IMPORT, log, whole], check=True)
    seconds, dice = time.monotonic() - began, random.Random(2)
    tables, sources = contents(whole / "tables"), contents(whole / "sources")
    for _ in range(KILLS):
        working = subprocess.Popen([sys.executable, "-c", IMPORT, log, audit])
        time.sleep(seconds * dice.uniform(0.3, 1))
        working.send_signal(signal.SIGKILL)
        working.wait()
        for place, content in (("tables", tables), ("sources", sources)):
            assert not (audit / place).exists() or contents(audit / place) == content
    api.import_sources([log], audit)
    assert (contents(audit / "tables"), contents(audit / "sources")) == (tables, sources)
    assert not left_over(audit)


def test_a_folder_that_is_still_worked_in_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".work-import-killed-at-once").mkdir()
    (tmp_path / ".work-import-killed").mkdir()
    (tmp_path / ".work-import-killed" / ".lock").touch()
    (tmp_path / ".work-import-killed" / "half.parquet").touch()
    with work_folder(tmp_path) as first, work_folder(tmp_path) as second:
        assert first.exists() and second.exists()
        assert len(left_over(tmp_path)) == 2
    assert not left_over(tmp_path)


def test_whoever_watches_a_statement_can_end_it() -> None:
    import duckdb

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with duckdb.connect() as database:
        endless = "create table big as select sum(a.range) from range(1000000) a, range(1000000) b"
        with pytest.raises(KeyboardInterrupt):
            watched(database, endless, stop, 1)
        watched(database, "create table small as select 1", silent, 1)
        assert database.execute("select count(*) from small").fetchone() == (1,)
