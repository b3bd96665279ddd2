"""The papers of an invented organisation can be loaded without a remark, and speak of what exists."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from ringtrue import api
from ringtrue.model.sql import literal, quoted
from ringtrue.simulation.invented.organisation import build
from ringtrue.tables import all_tables

PAPERS = [
    "actions", "agreements", "answers", "approvals", "complaints", "control_records", "controls", "document_versions", "documents",
    "gate_items", "interviews", "measurements", "measures", "needs", "objectives", "questions", "requirements", "reviews",
    "survey_invites", "survey_responses", "survey_rounds", "targets", "trace_links", "training_records",
]  # fmt: skip
TRACED = {
    "need": "needs", "requirement": "requirements", "target": "targets", "measure": "measures", "objective": "objectives",
}  # fmt: skip
APPROVED = {
    "change": "changes",
    "requirement": "requirements",
    "target": "targets",
    "agreement": "agreements",
}
ORIGINS = {
    "complaint": "complaints", "survey": "survey_responses", "review": "reviews", "finding": "reviews", "measure": "measures",
}  # fmt: skip


@pytest.fixture(scope="module")
def organisation() -> Iterator[duckdb.DuckDBPyConnection]:
    """A small organisation, clean."""
    with duckdb.connect() as database:
        build(database, 1, services=12, months=14, cases_a_month=150)
        yield database


@pytest.fixture(scope="module")
def loaded(organisation: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an audit into which all its tables were imported."""
    files = tmp_path_factory.mktemp("files")
    for name, table in all_tables().items():
        held = {row[0] for row in organisation.execute(f"describe {name}").fetchall()}
        columns = ", ".join(quoted(column.name) for column in table.columns if column.name in held)
        organisation.execute(
            f"copy (select {columns} from {name}) to {literal(str(files / f'{name}.parquet'))} (format parquet)"
        )
    api.import_sources([files], files / "audit")
    return files / "audit"


@pytest.mark.slow
@pytest.mark.parametrize("name", PAPERS)
def test_a_table_has_rows_and_all_are_loaded(
    organisation: duckdb.DuckDBPyConnection, loaded: Path, name: str
) -> None:
    made = _number(organisation, f"select count(*) from {name}")
    assert made > 0
    assert made == _number(
        organisation,
        f"select count(*) from read_parquet({literal(str(loaded / 'tables' / f'{name}.parquet'))})",
    )


def test_nothing_in_them_is_remarked_on(organisation: duckdb.DuckDBPyConnection, loaded: Path) -> None:
    issues = organisation.execute(
        f'select "table", "column", value, kind from read_parquet({literal(str(loaded / "tables" / "load_issues.parquet"))}) '
        f'where "table" in ({", ".join(map(literal, PAPERS))}) limit 10'
    ).fetchall()
    assert issues == []


@pytest.mark.parametrize("side", ["from", "to"])
@pytest.mark.parametrize("kind", TRACED)
def test_links_lead_to_what_exists(organisation: duckdb.DuckDBPyConnection, side: str, kind: str) -> None:
    assert (
        _strangers(
            organisation,
            f'select "{side}" from trace_links where {side}_kind = {literal(kind)}',
            TRACED[kind],
        )
        == []
    )


@pytest.mark.parametrize("kind", APPROVED)
def test_what_was_approved_exists(organisation: duckdb.DuckDBPyConnection, kind: str) -> None:
    named = f"select object from approvals where object_kind = {literal(kind)}"
    assert _strangers(organisation, named, APPROVED[kind]) == []


def test_approved_versions_of_documents_exist(organisation: duckdb.DuckDBPyConnection) -> None:
    unknown = """
        select object from approvals
        where object_kind = 'document' and object not in (select document || ' ' || version from document_versions)
    """
    assert organisation.execute(unknown).fetchall() == []


@pytest.mark.parametrize("kind", ORIGINS)
def test_actions_answer_what_exists(organisation: duckdb.DuckDBPyConnection, kind: str) -> None:
    named = f"select origin from actions where origin_kind = {literal(kind)}"
    assert _strangers(organisation, named, ORIGINS[kind]) == []


def test_control_records_are_about_what_exists(organisation: duckdb.DuckDBPyConnection) -> None:
    unknown = """
        select object from control_records
        where object not in (select id from services union all select id from changes union all select id from cases)
    """
    assert organisation.execute(unknown).fetchall() == []


def test_nothing_is_dated_after_the_data_end(organisation: duckdb.DuckDBPyConnection) -> None:
    late = [
        f"{name}.{column.name}"
        for name in PAPERS
        for column in all_tables()[name].columns
        if column.type.sql == "TIMESTAMP"
        and column.name
        not in ("valid_to", "next_review_at", "period_end", "ends_at", "sent_to", "in_force_to")
        and _number(
            organisation, f"select count(*) from {name} where {quoted(column.name)} > timestamp '2026-10-01'"
        )
    ]
    assert late == []


def test_the_same_seed_writes_the_same_papers(organisation: duckdb.DuckDBPyConnection) -> None:
    with duckdb.connect() as again:
        build(again, 1, services=12, months=14, cases_a_month=150)
        for name in PAPERS:
            said = f"select count(*), bit_xor(hash(t)) from {name} as t"
            assert again.execute(said).fetchall() == organisation.execute(said).fetchall(), name


def _number(database: duckdb.DuckDBPyConnection, query: str) -> int:
    row = database.execute(query).fetchone()
    assert row is not None
    return int(row[0])


def _strangers(database: duckdb.DuckDBPyConnection, named: str, table: str) -> list[tuple[str]]:
    return database.execute(
        f"select * from ({named}) as t (id) where id not in (select id from {table})"
    ).fetchall()
