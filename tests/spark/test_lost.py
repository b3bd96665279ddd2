"""What went wrong with Spark, told apart from what a statement did wrong; and where Spark is looked for."""

from pathlib import Path

import pytest

from ringtrue.engine.spark.lost import lost, what_is_lost
from ringtrue.engine.spark.reach import check_answers, master
from ringtrue.model.errors import SparkLost

OF_THE_CLUSTER = {
    "Job aborted due to stage failure: ExecutorLostFailure (executor 3 exited)": "workers died",
    "Job 7 cancelled because SparkContext was shut down": "went away",
    "Master removed our application: FAILED": "went away",
    "java.lang.OutOfMemoryError: Java heap space": "too little memory",
    "java.io.IOException: No space left on device": "a disk is full",
    "[PATH_NOT_FOUND] Path does not exist: file:/shared/audit/tables/cases.parquet": "does not see the audit folder",
    "[JAVA_GATEWAY_EXITED] Java gateway process exited": "Java could not start Spark",
    "[Errno 111] Connection refused": "the connection to Spark broke",
}


@pytest.mark.parametrize("told", OF_THE_CLUSTER)
def test_the_fault_of_a_cluster_is_named(told: str) -> None:
    assert OF_THE_CLUSTER[told] in what_is_lost(RuntimeError(told))


@pytest.mark.parametrize("told", ["[DIVIDE_BY_ZERO] Division by zero", "[UNRESOLVED_COLUMN] a column `b`"])
def test_the_fault_of_a_statement_is_not_the_clusters(told: str) -> None:
    assert what_is_lost(RuntimeError(told)) == ""


def test_the_error_says_that_nothing_is_left_and_what_to_do() -> None:
    assert "nothing of it is left" in str(lost("a disk is full"))
    assert "run-on-a-cluster.md" in str(lost("a disk is full"))


def test_the_master_is_read_from_sparks_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    monkeypatch.delenv("PYSPARK_SUBMIT_ARGS", raising=False)
    assert master() == ""
    (tmp_path / "spark-defaults.conf").write_text(
        "# spark.master local\nspark.app.name x\nspark.master\tspark://host:7077\n"
    )
    assert master() == "spark://host:7077"
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", "--master yarn pyspark-shell")
    assert master() == "yarn"


def test_an_address_where_nothing_listens_is_told() -> None:
    with pytest.raises(SparkLost, match="no Spark Connect server answers at sc://127\\.0\\.0\\.1:9"):
        check_answers("sc://127.0.0.1:9")
    check_answers("yarn")
