"""The whole catalogue on data that are hardly there: always a result with a reason, never a crash."""

import json
from pathlib import Path
from typing import Any

import pytest

from ringtrue.criteria.read import all_criteria
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.database.dialect import bind, parse
from ringtrue.engine.running.assess import settings_of
from ringtrue.engine.running.needs import tables_needed
from ringtrue.tables import all_tables
from tests.given import catalogue, judge

EVERY = sorted(catalogue())
NEEDED = {name: tables_needed(one.declaration) for name, one in catalogue().items()}


def rows(procedure: str, row: dict[str, Any] | None) -> dict[str, list[dict[str, Any]]]:
    """The tables that a procedure needs: empty, or with one row of the required values and, beside them, nothing."""
    tables = [*NEEDED[procedure]]
    return {
        name: [] if row is None else [{**dict.fromkeys(columns(name)), **required(name)}] for name in tables
    }


def columns(table: str) -> list[str]:
    return [column.name for column in all_tables()[table].columns]


def required(table: str) -> dict[str, str]:
    return {
        column.name: column.values[0] if column.values else "2024-01-01" if column.type == "time" else "1"
        for column in all_tables()[table].columns
        if column.required
    }


@pytest.mark.parametrize("procedure", EVERY)
def test_without_any_table_there_is_not_enough_data(procedure: str) -> None:
    result = judge(procedure, {}).result
    assert result.result == "insufficient_data"
    assert result.why and result.request


@pytest.mark.parametrize("procedure", EVERY)
def test_on_empty_tables_there_is_nothing_to_judge(procedure: str) -> None:
    result = judge(procedure, rows(procedure, None)).result
    assert result.result in ("not_applicable", "insufficient_data")
    assert result.why


@pytest.mark.parametrize("procedure", EVERY)
def test_one_row_of_hardly_anything_is_a_result_with_a_reason(procedure: str) -> None:
    result = judge(procedure, rows(procedure, {})).result
    assert result.why
    assert result.population == result.judged + result.untestable


@pytest.mark.parametrize("procedure", EVERY)
def test_a_table_that_is_declared_not_to_exist_does_not_apply(procedure: str) -> None:
    first = tuple(next(iter(catalogue()[procedure].declaration.needs)).split("|"))
    assert judge(procedure, {}, {"none": first}).result.result in ("not_applicable", "lead")


@pytest.mark.parametrize("procedure", EVERY)
def test_the_sql_keeps_to_the_subset_that_both_engines_share(procedure: str) -> None:
    one = catalogue()[procedure]
    for text in (one.sql, one.groups_sql, one.records_sql, one.chart_sql):
        if text:
            parse(bind(text, settings_of(one, AuditFile())))


@pytest.mark.parametrize("procedure", EVERY)
def test_a_procedure_bears_on_a_clause_and_says_what_an_auditor_needs(procedure: str) -> None:
    declared = catalogue()[procedure].declaration
    assert any(criteria.clauses_of(procedure) for criteria in all_criteria().values())
    assert declared.explanations and declared.ask and declared.disproof
    assert all(setting.basis in "RPSD" and setting.meaning for setting in declared.settings)


def test_criteria_name_only_procedures_that_exist() -> None:
    named = {name for one in all_criteria().values() for clause in one.clauses for name in clause.procedures}
    assert named <= set(EVERY)


DEMANDED = [(name, table) for name in EVERY for table in catalogue()[name].declaration.demanded]


@pytest.mark.parametrize(("procedure", "table"), DEMANDED)
def test_whoever_declares_to_have_none_of_what_a_clause_demands_gets_a_lead(
    procedure: str, table: str
) -> None:
    others = {name: [] for name in NEEDED[procedure] if name != table}
    found = judge(procedure, {**rows(procedure, None), **others}, {"none": (table,)}).result
    assert found.result == "lead"
    assert found.leads[0].object.id == "organisation"
    assert "declares that it has no" in found.leads[0].statement


def test_whatever_is_measured_as_weak_says_so() -> None:
    proof = json.loads(
        (Path(__file__).parents[1] / "benchmarks" / "detection" / "results.json").read_text("utf-8")
    )
    weak = {name for name, one in proof["procedures"].items() if one["short"]}
    assert set(proof["procedures"]) == set(EVERY)
    assert {name for name in EVERY if catalogue()[name].declaration.weakness} == weak
