"""Too little memory or disk ends a run with one message that names what to change, and leaves nothing half-written."""

import errno
from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.database.connect import connection
from ringtrue.engine.database.room import room
from ringtrue.model.errors import DiskFull, MemoryTooSmall, WrongUse

SORTED = "create table sorted as select md5(cast(range as varchar)) as word from range(2000000) order by word"


def test_too_little_memory_names_the_setting_and_leaves_no_run(small_audit: AuditFolder) -> None:
    with pytest.raises(MemoryTooSmall, match=r"2MB .* --memory"):
        api.run(small_audit, "2MB")
    assert [one.name for one in small_audit.runs.iterdir()] == [".lock"]


def test_a_disk_that_cannot_hold_what_is_spilled_is_told_to_be_full(tmp_path: Path) -> None:
    with pytest.raises(DiskFull, match="cache/"), connection("60MB", tmp_path) as database:
        database.execute("set max_temp_directory_size = '1MB'")
        with room("60MB", tmp_path):
            database.execute(SORTED)


def test_a_full_disk_is_told_whoever_finds_it(tmp_path: Path) -> None:
    with pytest.raises(DiskFull, match="the disk is full"), room("1GB", tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_other_faults_of_the_disk_are_told_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), room("1GB", tmp_path):
        raise PermissionError(errno.EACCES, "no")


def test_an_amount_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r'--memory: "plenty".*4GB'), connection("plenty", tmp_path):
        pass
