"""A whole audit on a standalone master with two workers; and what is said where there is no Spark, or no longer one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.simulation.invented.organisation import all_faults
from tests.spark.both import plain, rows_as_texts
from tests.spark.cluster import Cluster, cluster
from tests.spark.sessions import NEEDS_SPARK, NEEDS_TIME, TWO_PARTS, configured

pytestmark = NEEDS_SPARK


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster")) as found:
        yield found


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> AuditFolder:
    """An organisation with every fault that is known, at full strength."""
    place = tmp_path_factory.mktemp("invented")
    api.simulate(
        place / "tables",
        seed=7,
        services=4,
        months=6,
        cases_a_month=60,
        plant=dict.fromkeys(all_faults(), 1.0),
    )
    return api.import_sources([place / "tables"], place / "audit").folder


def test_a_whole_audit_says_the_same_as_on_one_machine(
    two_workers: Cluster, invented: AuditFolder, tmp_path: Path
) -> None:
    copy = _copied(invented, tmp_path)
    done = _run(copy, two_workers.address, tmp_path)
    assert done.returncode == 1, done.stderr  # there are leads
    ours, place = api.run(invented)
    (other,) = (one for one in (copy / "runs").iterdir() if one.is_dir())
    for one in ours.procedures:
        if one.judged_table:
            assert _judged(other / one.judged_table) == _judged(place / one.judged_table), one.id
    assert plain(json.loads((other / "results.json").read_text())) == plain(
        json.loads((place / "results.json").read_text())
    )
    assert _judged(other / "leads.parquet") == _judged(place / "leads.parquet")
    assert list(copy.rglob("*spark*")) == []


def test_where_no_master_answers_it_is_said(invented: AuditFolder, tmp_path: Path) -> None:
    done = _run(_copied(invented, tmp_path), "spark://127.0.0.1:9", tmp_path)
    assert done.returncode == 2
    assert "no Spark master answers at spark://127.0.0.1:9" in done.stderr


def test_where_there_is_no_java_it_is_said(invented: AuditFolder, tmp_path: Path) -> None:
    done = _run(_copied(invented, tmp_path), "local[1]", tmp_path, {"JAVA_HOME": str(tmp_path)})
    assert done.returncode == 2
    assert "needs Java 17 or newer" in done.stderr


def test_where_there_is_no_pyspark_it_is_said(invented: AuditFolder, tmp_path: Path) -> None:
    hidden = "import sys; sys.modules['pyspark'] = None; import importlib.util as i; i.find_spec = lambda name: None; "
    done = _run(_copied(invented, tmp_path), "local[1]", tmp_path, before=hidden)
    assert done.returncode == 2
    assert "pip install 'ringtrue[spark]'" in done.stderr


def test_where_no_worker_takes_work_up_it_is_said_and_nothing_is_left(
    invented: AuditFolder, tmp_path: Path
) -> None:
    copy = _copied(invented, tmp_path)
    with cluster(tmp_path / "cluster", workers=0) as lonely:
        short = "import ringtrue.engine.spark.reach as reach; reach.begun.__defaults__ = (20.0,); "
        done = _run(copy, lonely.address, tmp_path, before=short)
    assert done.returncode == 2
    assert "did no work within 20 seconds" in done.stderr
    assert [one for one in (copy / "runs").iterdir() if one.is_dir()] == []


@NEEDS_TIME
def test_workers_that_die_end_the_run_and_nothing_is_left(invented: AuditFolder, tmp_path: Path) -> None:
    copy = _copied(invented, tmp_path)
    with cluster(tmp_path / "cluster", workers=1) as small:
        short = (
            "import ringtrue.engine.spark.reach as reach; reach.SECONDS_TO_BEGIN = 15.0; "
            "import ringtrue.engine.spark.database as d; put = d.SparkDatabase._put\n"
            "def dies(self, frame, told):\n"
            f"    import os, signal; (os.killpg({small.workers[0].pid}, signal.SIGKILL) if next(self._numbers) > 12 else None)\n"
            "    return put(self, frame, told)\n"
            "d.SparkDatabase._put = dies\n"
        )
        done = _run(copy, small.address, tmp_path, before=short)
    assert done.returncode == 2, done.stderr
    assert "No run was made" in done.stderr and "Traceback" not in done.stderr
    assert [one for one in (copy / "runs").iterdir() if one.is_dir()] == []


def _run(
    audit: Path, master: str, folder: Path, changed: dict[str, str] | None = None, before: str = ""
) -> "subprocess.CompletedProcess[str]":
    """``ringtrue run`` as a command of its own, with Spark's own settings."""
    code = f"{before}\nfrom ringtrue.cli.main import main\nmain()"
    with configured(folder / "conf", {"spark.master": master, **TWO_PARTS}):
        command = [sys.executable, "-c", code, "run", str(audit), "--engine", "spark"]
        return subprocess.run(
            command, capture_output=True, text=True, env={**os.environ, **(changed or {})}, check=False
        )


def _judged(file: Path) -> list[str]:
    return rows_as_texts(duckdb.connect(), f"select * from '{file}'")


def _copied(audit: AuditFolder, folder: Path) -> Path:
    """The audit as it was imported, without runs and what they kept."""
    place = folder / "audit"
    shutil.copytree(audit.path, place, ignore=shutil.ignore_patterns("runs", "cache"))
    (place / "runs").mkdir()
    return place
