"""Progress: how much is done, how fast, and silence where nobody watches."""

import pytest

from ringtrue.cli.progress import counted, progress
from ringtrue.model.progress import Pace


@pytest.mark.parametrize(
    ("done", "total", "speed", "expected"),
    [
        (0, 0, None, ""),
        (1_500, 0, None, "1,500"),
        (400_000, 1_000_000, 512_000.4, "400,000 of 1,000,000, 512,000/s"),
        (3, 68, 0.4, "3 of 68"),
    ],
)
def test_what_is_done_is_counted_with_its_speed(
    done: int, total: int, speed: float | None, expected: str
) -> None:
    assert counted(done, total, speed) == expected


def test_nothing_is_shown_where_nobody_watches(capfd: pytest.CaptureFixture[str]) -> None:
    with progress() as show:
        show("reading log.csv", 1, 2)
    assert capfd.readouterr() == ("", "")


def test_the_rows_of_a_file_are_estimated_from_the_bytes_read(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    pace = Pace(lambda done, total: told.append((done, total)), size=1_000)
    monkeypatch.setattr("ringtrue.model.progress.time.monotonic", lambda: float("inf"))
    pace.at(50, 250)
    assert told == [(50, 200)]
