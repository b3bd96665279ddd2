import subprocess
import sys
import threading
from pathlib import Path

from ringtrue.engine.database.locks import alone_in, clear_left

HOLD = """
import sys
from pathlib import Path
from ringtrue.engine.database.locks import alone_in
with alone_in(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout and process.stdout.readline() == "held\n"
    return process


def test_one_who_is_first_waits_for_nobody(tmp_path: Path) -> None:
    waited: list[bool] = []
    with alone_in(tmp_path / "runs", lambda: waited.append(True)):
        assert [one.name for one in (tmp_path / "runs").iterdir()] == [".lock"]
    assert not waited


def test_a_second_one_is_told_once_and_works_after_the_first(tmp_path: Path) -> None:
    first, order = holder(tmp_path), []

    def end_the_first() -> None:
        order.append("waits")
        threading.Timer(0.1, lambda: (order.append("first ends"), first.communicate())).start()

    with alone_in(tmp_path, end_the_first):
        order.append("second works")
    assert order == ["waits", "first ends", "second works"]


def test_the_lock_falls_with_the_process_that_is_killed(tmp_path: Path) -> None:
    first = holder(tmp_path)
    first.kill()
    first.wait()
    waited: list[bool] = []
    with alone_in(tmp_path, lambda: waited.append(True)):
        assert not waited


def test_what_a_killed_one_left_is_cleared_and_what_a_living_one_holds_is_not(tmp_path: Path) -> None:
    held, left = holder(tmp_path / "held"), holder(tmp_path / "left")
    left.kill()
    left.wait()
    for folder in (tmp_path / "held", tmp_path / "left"):
        (folder / "half").touch()
        clear_left(folder)
    assert [one.name for one in tmp_path.iterdir()] == ["held"]
    held.communicate()


def test_a_folder_without_a_lock_is_cleared_only_where_it_is_empty(tmp_path: Path) -> None:
    for name in ("empty", "filled"):
        (tmp_path / name).mkdir()
    (tmp_path / "filled" / "something").touch()
    clear_left(tmp_path / "empty")
    clear_left(tmp_path / "filled")
    assert [one.name for one in tmp_path.iterdir()] == ["filled"]
