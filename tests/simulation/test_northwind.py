"""The shipped example is what its README says, and can be made again."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from ringtrue.simulation.northwind import Example
from ringtrue.tables import all_tables

SHIPPED = Path(__file__).parents[2] / "examples" / "northwind"
Files = Mapping[str, list[dict[str, str]]]


@pytest.mark.slow
def test_making_it_again_gives_the_same_bytes(written: Path) -> None:
    names = {path.name for path in SHIPPED.iterdir()}
    assert names == {path.name for path in written.iterdir()}
    assert [
        name for name in sorted(names) if (SHIPPED / name).read_bytes() != (written / name).read_bytes()
    ] == []
    beside = "northwind.truth.json"
    assert SHIPPED.with_name(beside).read_bytes() == written.with_name(beside).read_bytes()


def test_it_stays_small() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 6_200_000


def test_tables_in_canonical_form_have_declared_columns_only(records: Files) -> None:
    unknown = {
        (name, column)
        for name, rows in records.items()
        if name in all_tables()
        for column in rows[0]
        if column not in {declared.name for declared in all_tables()[name].columns}
    }
    assert unknown == set()


def test_required_columns_are_filled_but_for_the_dirt(records: Files) -> None:
    empty = [
        (name, place, column)
        for name, rows in records.items()
        if name in all_tables()
        for column in all_tables()[name].required
        for place, row in enumerate(rows, 1)
        if not row[column]
    ]
    assert empty == []


def test_fixed_words_are_those_that_the_tables_declare(records: Files) -> None:
    wrong = {
        (name, column.name, row[column.name])
        for name, rows in records.items()
        if name in all_tables()
        for column in all_tables()[name].columns
        if column.values and column.name in rows[0]
        for row in rows
        if set(row[column.name].split(";")) - {"", *column.values}
    }
    assert wrong == set()


def test_references_lead_somewhere_but_for_the_dirt(records: Files) -> None:
    ids = {name: {row.get("id", "") for row in rows} for name, rows in records.items()}
    ids["cases"] = {row["number"] for row in records["incident"] + records["problem"]}
    ids["requirements"] = {row[0] for row in _workbook()[1:]}
    dangling = {
        (name, column.name, value)
        for name, rows in records.items()
        if name in all_tables()
        for column in all_tables()[name].columns
        if column.references and column.name in rows[0]
        for row in rows
        for value in row[column.name].split(";")
        if value and value not in ids[column.references]
    }
    assert dangling == {("survey_responses", "case", "INC0099999")}


def test_people_and_teams_of_the_tool_are_parties(records: Files) -> None:
    known = {row["id"] for row in records["parties"]}
    named = {
        row[column]
        for row in records["incident"]
        for column in ("caller_id", "company", "assignment_group", "assigned_to", "closed_by")
    }
    named |= {row["user"] for row in records["sys_audit"]}
    named |= {row[column] for row in records["change_request"] for column in ("requested_by", "assigned_to")}
    assert named - known == {""}


def test_the_workbook_holds_real_dates() -> None:
    header, first = _workbook()[:2]
    assert isinstance(first[header.index("agreed_at")], datetime)


def test_the_german_export_has_german_dates_and_umlauts() -> None:
    content = (SHIPPED / "change_request.csv").read_bytes().decode("cp1252")
    assert "für" in content
    assert ";15.10.2025 " in content or ";16.10.2025 " in content


@pytest.mark.parametrize("file", ["incident.csv", "survey_responses.csv"])
def test_the_dirt_is_where_the_readme_says(file: str) -> None:
    lines = (SHIPPED / file).read_text("utf-8").splitlines()
    expected = {
        "incident.csv": {3600: "2026-06-31", 4100: "Parked"},
        "survey_responses.csv": {518: "n/a"},
    }[file]
    assert all(words in lines[record] for record, words in expected.items())


def test_one_number_comes_twice(records: Files) -> None:
    counted = Counter(row["number"] for row in records["incident"])
    assert [number for number, times in counted.items() if times > 1] == ["INC0012950"]


def test_payroll_is_in_time_and_hardly_half_of_those_who_answer_are_satisfied(records: Files) -> None:
    since = "2026-05-01"
    kept = [
        row["made_sla"]
        for row in records["incident"]
        if row["business_service"] == "payroll" and row["opened_at"] > since
    ]
    scores = [
        int(row["score"])
        for row in records["survey_responses"]
        if row["service"] == "payroll" and row["answered_at"] > since
    ]
    assert kept.count("true") / len([one for one in kept if one]) > 0.97
    assert 0.4 < sum(score >= 4 for score in scores) / len(scores) < 0.6


def test_other_services_satisfy_four_fifths_or_more(records: Files) -> None:
    by_service = defaultdict(list)
    for row in records["survey_responses"]:
        if row["service"] not in ("payroll", "reporting") and row["score"].isdigit():
            by_service[row["service"]].append(int(row["score"]) >= 4)
    assert all(sum(satisfied) / len(satisfied) > 0.8 for satisfied in by_service.values())


def test_forty_closings_of_one_person_fall_into_six_minutes(records: Files, truth: dict[str, Any]) -> None:
    planted = _planted(truth, "substance.mass-closure")
    closed = [row for row in records["incident"] if row["number"] in planted["records"]]
    times = sorted(datetime.fromisoformat(row["closed_at"]) for row in closed)
    assert len(closed) == 40
    assert {row["closed_by"] for row in closed} == {planted["object"]["id"]}
    assert {row["parent_incident"] for row in closed} == {""}
    assert (times[-1] - times[0]).total_seconds() < 370


def test_no_other_person_closes_ten_within_ten_minutes_but_in_the_major_incident(records: Files) -> None:
    by_person = defaultdict(list)
    for row in records["incident"]:
        if row["closed_by"] not in ("", "system") and not row["parent_incident"]:
            by_person[row["closed_by"]].append(datetime.fromisoformat(row["closed_at"]))
    busiest = {person: _most_within(sorted(times), 600) for person, times in by_person.items()}
    assert [person for person, most in busiest.items() if most >= 10] == ["m.thomsen"]


def test_the_dark_backlog_is_open_and_has_no_target(records: Files, truth: dict[str, Any]) -> None:
    dark = set(_planted(truth, "substance.dark-backlog")["records"])
    clocks = {row["task"] for row in records["task_sla"]}
    assert len(dark) == 8
    assert dark & clocks == set()
    assert {row["resolved_at"] for row in records["incident"] if row["number"] in dark} == {""}
    assert {row["number"] for row in records["incident"]} - clocks == dark


def test_the_paper_control_has_no_record_in_the_audit_period(records: Files) -> None:
    performed = defaultdict(list)
    for row in records["control_records"]:
        performed[row["control"]].append(row["performed_at"])
    silent = [control for control, times in performed.items() if max(times) < "2026-04-01"]
    assert silent == ["C-02"]


def test_only_sign_in_has_no_outcome(records: Files) -> None:
    assert [row["id"] for row in records["services"] if not row["intended_outcome"]] == ["sign-in"]
    measured = {row["service"] for row in records["measures"] if row["kind"] == "outcome"}
    assert {row["id"] for row in records["services"]} - measured == {"sign-in"}


@pytest.mark.slow
def test_incidents_come_back_between_two_teams_more_often_than_between_others(example: Example) -> None:
    touched: Counter[str] = Counter()
    returned: Counter[str] = Counter()
    for history in example.organisation.histories.values():
        way = [act.new for act in history.acts if act.field == "assignment_group"]
        touched.update({_pair(one, other) for one in way for other in way if one < other})
        returned.update(
            {_pair(one, two) for one, two, three in zip(way, way[1:], way[2:], strict=False) if one == three}
        )
    shares = {pair: returned[pair] / touched[pair] for pair in touched if touched[pair] >= 40}
    assert len(shares) > 20
    assert [pair for pair, share in shares.items() if share > 0.2] == ["network|till-support"]
    assert shares["desk-hamburg|desk-montreal"] < 0.12


def test_hidden_reopenings_have_the_same_words_user_and_service(
    records: Files, truth: dict[str, Any]
) -> None:
    again = set(_planted(truth, "substance.hidden-reopen")["records"])
    earlier = {_said(row) for row in records["incident"] if row["number"] not in again}
    assert all(_said(row) in earlier for row in records["incident"] if row["number"] in again)


def _said(row: dict[str, str]) -> tuple[str, ...]:
    return (row["short_description"], row["description"], row["caller_id"], row["business_service"])


def _workbook() -> list[list[Any]]:
    return CalamineWorkbook.from_path(SHIPPED / "requirements.xlsx").get_sheet_by_index(0).to_python()


def _planted(truth: dict[str, Any], procedure: str) -> dict[str, Any]:
    return next(one for one in truth["planted"] if one["procedure"] == procedure)


def _pair(one: str, other: str) -> str:
    return "|".join(sorted((one, other)))


def _most_within(times: list[datetime], seconds: int) -> int:
    return max(sum(0 <= (other - one).total_seconds() <= seconds for other in times) for one in times)
