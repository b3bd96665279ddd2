"""What was worked out before is not worked out again, and whatever becomes of the cache, a run says the same to the byte."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.plugins import procedures

pytestmark = pytest.mark.slow


SETTING = '\n[procedures."flow.ping-pong"]\nleast_cases = 5\n'
SERVICES = "id,name\nS1,Payroll\n"


class Sentences(list[str]):
    """What a run tells about its work."""

    @property
    def taken(self) -> int:
        """How many procedures it says that it took from before."""
        (sentence,) = [one for one in self if "taken from cache/" in one]
        return int(sentence.split()[0])


def ran(folder: AuditFolder) -> tuple[Sentences, dict[str, bytes]]:
    """Run; what it told, and the bytes of its files."""
    told = Sentences()
    _, place = api.run(folder, tell=told.append)
    return told, {
        str(file.relative_to(place)): file.read_bytes() for file in place.rglob("*") if file.is_file()
    }


def from_nothing(folder: AuditFolder) -> dict[str, bytes]:
    """The bytes of the same run where no earlier work is to be had."""
    shutil.rmtree(folder.runs)
    shutil.rmtree(folder.cache)
    return ran(folder)[1]


def change_setting(folder: AuditFolder) -> None:
    folder.audit_file.write_text(folder.audit_file.read_text("utf-8") + SETTING, "utf-8")


def test_after_a_changed_setting_only_its_procedure_is_worked_out_again(small_audit: AuditFolder) -> None:
    ran(small_audit)
    change_setting(small_audit)
    told, found = ran(small_audit)
    assert told.taken == len(procedures()) - 1
    assert found == from_nothing(small_audit)


def test_after_an_added_export_what_does_not_read_it_is_taken_from_before(
    small_audit: AuditFolder, tmp_path: Path
) -> None:
    ran(small_audit)
    (tmp_path / "given" / "services.csv").write_text(SERVICES, "utf-8")
    api.import_sources([tmp_path / "given"], small_audit.path)
    steps = _written(small_audit, "steps")
    told, found = ran(small_audit)
    assert 0 < told.taken < len(procedures())
    assert _written(small_audit, "steps") == steps
    assert found == from_nothing(small_audit)


def _deleted(cache: Path) -> None:
    shutil.rmtree(cache)


def _cut_off(cache: Path) -> None:
    for file in cache.rglob("*.parquet"):
        file.write_bytes(file.read_bytes()[:-20])


def _forged(cache: Path) -> None:
    for file in cache.rglob("*.parquet"):
        file.write_bytes(file.read_bytes().replace(b"T1", b"T9"))


def _emptied(cache: Path) -> None:
    for file in cache.rglob("entry.json"):
        file.write_text("[]", "utf-8")


def _led_astray(cache: Path) -> None:
    for file in cache.rglob("entry.json"):
        file.write_text('{"../../small_audit.toml": "x"}', "utf-8")


def _no_folder(cache: Path) -> None:
    shutil.rmtree(cache)
    cache.write_text("a file where the folder should be", "utf-8")


@pytest.mark.parametrize("harm", [_deleted, _cut_off, _forged, _emptied, _led_astray, _no_folder])
def test_whatever_becomes_of_the_cache_the_run_says_the_same(
    small_audit: AuditFolder, harm: Callable[[Path], None]
) -> None:
    _, found = ran(small_audit)
    harm(small_audit.cache)
    shutil.rmtree(small_audit.runs)
    assert ran(small_audit)[1] == found


def test_a_run_of_which_nothing_is_new_tells_so(small_audit: AuditFolder) -> None:
    ran(small_audit)
    assert ran(small_audit)[0] == ["This run was made before and stands whole: nothing was worked out again."]


def test_of_two_runs_at_once_one_waits_and_finds_what_the_other_made(small_audit: AuditFolder) -> None:
    with ThreadPoolExecutor(2) as both:
        (one, first), (other, second) = both.map(lambda _: ran(small_audit), range(2))
    assert first == second
    assert any("waits for its end" in sentence for sentence in [*one, *other])


def test_the_cache_keeps_what_was_used_last_within_its_bounds(small_audit: AuditFolder) -> None:
    from ringtrue.engine.cache.store import Store

    ran(small_audit)
    size = sum(file.stat().st_size for file in small_audit.cache.rglob("*") if file.is_file())
    Store(small_audit.cache).prune(size // 2)
    left = sum(file.stat().st_size for file in small_audit.cache.rglob("*") if file.is_file())
    assert 0 < left <= size // 2


def test_what_was_broken_off_is_swept_from_the_cache(small_audit: AuditFolder) -> None:
    (small_audit.cache / ".new-killed").mkdir(parents=True)
    (small_audit.cache / ".new-killed" / "half.parquet").write_bytes(b"half")
    ran(small_audit)
    assert not list(small_audit.cache.glob(".new-*"))


def test_what_a_killed_run_of_other_settings_left_is_swept_away(small_audit: AuditFolder) -> None:
    (small_audit.runs / "0123456789ab.new" / "work").mkdir(parents=True)
    (small_audit.runs / "0123456789ab.new" / "work" / "spilled").write_bytes(b"half")
    ran(small_audit)
    assert not list(small_audit.runs.glob("*.new"))


def _written(folder: AuditFolder, view: str) -> list[tuple[str, int]]:
    return sorted((str(file), file.stat().st_mtime_ns) for file in folder.cache.rglob(f"{view}.parquet"))
