"""Rows of text into typed tables: nothing dropped in silence, nothing repaired in silence."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Loaded
from ringtrue.engine.running.judge import rows_of
from ringtrue.model.source import Mapping
from tests.given import incoming


@dataclass(frozen=True)
class Outcome:
    loaded: Loaded
    rows: dict[str, list[dict[str, Any]]]
    issues: list[dict[str, Any]]


def outcome(
    tmp: Path, tables: dict[str, list[dict[str, Any]]], zone: str = "UTC", read: dict[str, Any] | None = None
) -> Outcome:
    with connection() as database:
        sources = [incoming(name, rows, tmp) for name, rows in tables.items()]
        if read:
            sources = [
                type(one)(one.file, one.read, Mapping(content={**one.mapping.content, "read": read}))
                for one in sources
            ]
        loaded = load(database, sources, zone)
        rows = {name: rows_of(database, f"select * from {name} order by source_row") for name in tables}
        return Outcome(
            loaded, rows, rows_of(database, 'select * from load_issues order by file, "row", "column"')
        )


def test_a_row_without_a_required_value_is_rejected_and_written_down(tmp_path: Path) -> None:
    told = outcome(tmp_path, {"services": [{"id": "S1", "name": "Payroll"}, {"id": "S2", "name": None}]})
    assert [row["id"] for row in told.rows["services"]] == ["S1"]
    (issue,) = told.issues
    assert (issue["row"], issue["column"], issue["kind"], issue["outcome"]) == (
        2,
        "name",
        "missing",
        "rejected",
    )
    assert told.loaded.rows["services.csv"] == 2
    assert (told.loaded.loaded["services.csv"], told.loaded.rejected["services.csv"]) == (1, 1)


def test_an_unreadable_optional_value_is_loaded_as_unknown(tmp_path: Path) -> None:
    told = outcome(
        tmp_path, {"cases": [{"id": "I1", "opened_at": "31.02.2024 10:00", "users_affected": "many"}]}
    )
    assert told.rows["cases"][0]["opened_at"] is None
    assert {(issue["column"], issue["value"], issue["outcome"]) for issue in told.issues} == {
        ("opened_at", "31.02.2024 10:00", "loaded"),
        ("users_affected", "many", "loaded"),
    }


def test_an_unknown_enumeration_value_is_unknown_and_the_near_miss_is_named(tmp_path: Path) -> None:
    told = outcome(tmp_path, {"services": [{"id": "S1", "name": "A", "criticality": "critcal"}]})
    assert told.rows["services"][0]["criticality"] is None
    assert told.issues[0]["kind"] == "unknown_value"
    assert "Did you mean critical?" in told.issues[0]["expected"]


def test_of_two_rows_with_one_id_the_first_stays(tmp_path: Path) -> None:
    told = outcome(tmp_path, {"services": [{"id": "S1", "name": "first"}, {"id": "S1", "name": "second"}]})
    assert [row["name"] for row in told.rows["services"]] == ["first"]
    assert [(issue["row"], issue["kind"]) for issue in told.issues] == [(2, "duplicate_id")]


def test_a_reference_that_leads_nowhere_is_loaded_and_reported(tmp_path: Path) -> None:
    told = outcome(
        tmp_path,
        {
            "services": [{"id": "S1", "name": "Payroll"}],
            "cases": [{"id": "I1", "service": "S9"}, {"id": "I2", "service": "S1"}],
        },
    )
    assert [row["service"] for row in told.rows["cases"]] == ["S9", "S1"]
    assert [(issue["row"], issue["kind"], issue["outcome"]) for issue in told.issues] == [
        (1, "dangling_reference", "loaded")
    ]


def test_a_reference_to_a_table_that_was_not_given_is_no_issue(tmp_path: Path) -> None:
    assert outcome(tmp_path, {"cases": [{"id": "I1", "service": "S9"}]}).issues == []


def test_a_name_stands_for_the_id_where_exactly_one_row_has_it(tmp_path: Path) -> None:
    services = [{"id": "S1", "name": "Payroll"}, {"id": "S2", "name": "Twin"}, {"id": "S3", "name": "Twin"}]
    told = outcome(
        tmp_path,
        {
            "services": services,
            "cases": [{"id": "I1", "service": "payroll"}, {"id": "I2", "service": "Twin"}],
        },
    )
    assert [row["service"] for row in told.rows["cases"]] == ["S1", "Twin"]
    assert any("give a name" in note for note in told.loaded.shared_assumptions)


@pytest.mark.parametrize(
    ("text", "zone", "read", "expected"),
    [
        ("2024-07-01T12:00:00+02:00", "UTC", {}, "2024-07-01 10:00:00"),
        ("2024-07-01T12:00Z", "Europe/Berlin", {}, "2024-07-01 12:00:00"),
        ("2024-07-01 12:00:00", "Europe/Berlin", {}, "2024-07-01 10:00:00"),
        ("2024-01-01 12:00:00", "Europe/Berlin", {}, "2024-01-01 11:00:00"),
        ("29/2/2016 01:16", "UTC", {"date_order": "dmy"}, "2016-02-29 01:16:00"),
        ("2/29/2016 1:16 PM", "UTC", {"date_order": "mdy"}, "2016-02-29 13:16:00"),
        ("31.07.2026 14:05", "UTC", {"date_order": "dmy"}, "2026-07-31 14:05:00"),
        ("31.07.26 14:05", "UTC", {"date_order": "dmy"}, "2026-07-31 14:05:00"),
        ("29/2/2016 01:16", "UTC", {}, "None"),
        ("1467331200", "UTC", {"time_format": "epoch"}, "2016-07-01 00:00:00"),
    ],
)
def test_times_are_read_as_they_are_written(
    tmp_path: Path, text: str, zone: str, read: dict[str, str], expected: str
) -> None:
    told = outcome(tmp_path, {"cases": [{"id": "I1", "opened_at": text}]}, zone, read or {"decimal": "."})
    assert str(told.rows["cases"][0]["opened_at"]) == expected


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("1,5", ",", 1.5),
        ("1.234,5", ",", 1234.5),
        ("1,234.5", ".", 1234.5),
        ("1,5", ".", None),
        ("1_000", ".", None),
        ("nan", ".", None),
        ("95 %", ".", 95.0),
    ],
)
def test_numbers_are_read_with_their_decimal_sign_or_not_at_all(
    tmp_path: Path, text: str, decimal: str, expected: float | None
) -> None:
    told = outcome(tmp_path, {"cases": [{"id": "I1", "elapsed_minutes": text}]}, read={"decimal": decimal})
    assert told.rows["cases"][0]["elapsed_minutes"] == expected


def test_a_hole_of_daylight_saving_is_reported(tmp_path: Path) -> None:
    told = outcome(tmp_path, {"cases": [{"id": "I1", "opened_at": "2024-03-31 02:30:00"}]}, "Europe/Berlin")
    assert [(issue["kind"], issue["outcome"]) for issue in told.issues] == [("nonexistent_time", "loaded")]


def test_times_that_contradict_each_other_are_loaded_and_reported(tmp_path: Path) -> None:
    told = outcome(
        tmp_path, {"cases": [{"id": "I1", "opened_at": "2024-01-02", "resolved_at": "2024-01-01"}]}
    )
    assert [(issue["kind"], issue["column"], issue["outcome"]) for issue in told.issues] == [
        ("implausible", "resolved_at", "loaded")
    ]


def test_cases_are_told_from_their_events_where_nothing_else_was_given(tmp_path: Path) -> None:
    events = [
        {"case": "I1", "at": "2024-01-01T08:00Z", "state": "new", "team": "A"},
        {"case": "I1", "at": "2024-01-01T09:00Z", "state": "resolved", "team": "A"},
        {"case": "I1", "at": "2024-01-01T10:00Z", "state": "in_progress", "team": "B"},
        {"case": "I1", "at": "2024-01-01T11:00Z", "state": "resolved", "team": "B"},
        {"case": "I1", "at": "2024-01-06T11:00Z", "state": "closed", "team": None},
        {"case": "I2", "at": "2024-01-01T08:00Z", "state": "in_progress", "team": "A"},
    ]
    with connection() as database:
        load(database, [incoming("case_events", events, tmp_path)], "UTC")
        first, second = rows_of(database, "select * from cases order by id")
    assert str(first["resolved_at"]) == "2024-01-01 11:00:00"
    assert str(first["closed_at"]) == "2024-01-06 11:00:00"
    assert (first["team"], first["state"]) == ("B", "closed")
    assert second["resolved_at"] is None


ANYTHING = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(["S1", "S2", "2024-01-01", "live", "critical", "?", "x" * 400]),
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.fixed_dictionaries({"id": ANYTHING, "name": ANYTHING, "live_from": ANYTHING, "status": ANYTHING}),
        max_size=8,
    )
)
def test_every_row_read_is_loaded_or_rejected_and_every_rejected_one_is_written_down(
    rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = outcome(tmp_path_factory.mktemp("rows"), {"services": rows})
    read, kept = told.loaded.rows["services.csv"], told.loaded.loaded["services.csv"]
    assert (
        read
        == kept + told.loaded.rejected["services.csv"]
        == kept + len({i["row"] for i in told.issues if i["outcome"] == "rejected"})
    )
    assert kept == len(told.rows["services"])


@pytest.mark.parametrize(
    ("text", "expected"), [("0.95", 0.95), ("95 %", 0.95), ("95%", 0.95), ("95", None), ("-0.1", None)]
)
def test_a_share_is_read_as_a_share_or_not_at_all(tmp_path: Path, text: str, expected: float | None) -> None:
    target = {"id": "T1", "metric": "resolution_minutes", "value": "1", "attainment_target": text}
    assert outcome(tmp_path, {"targets": [target]}).rows["targets"][0]["attainment_target"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2024-06-30", "2024-07-01 00:00:00"), ("2024-06-30T12:00Z", "2024-06-30 12:00:00")],
)
def test_the_last_day_of_a_span_is_included(tmp_path: Path, text: str, expected: str) -> None:
    target = {"id": "T1", "metric": "resolution_minutes", "value": "1", "valid_to": text}
    assert str(outcome(tmp_path, {"targets": [target]}).rows["targets"][0]["valid_to"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("waiting_user;Waiting supplier", ["waiting_user", "waiting_supplier"]),
        ("waiting_user;wating_supplier", None),
    ],
)
def test_a_list_of_fixed_words_is_known_whole_or_reported(
    tmp_path: Path, text: str, expected: list[str] | None
) -> None:
    target = {"id": "T1", "metric": "resolution_minutes", "value": "1", "pause_states": text}
    told = outcome(tmp_path, {"targets": [target]})
    assert told.rows["targets"][0]["pause_states"] == expected
    assert len(told.issues) == (expected is None)


def test_a_comment_is_a_reply_or_a_message_as_its_writer_tells(tmp_path: Path) -> None:
    events = [
        {"case": "I1", "at": "2024-01-01T08:00Z", "field": "comments", "actor": "ben"},
        {"case": "I1", "at": "2024-01-01T09:00Z", "field": "comments", "actor": "ursula"},
        {"case": "I1", "at": "2024-01-01T10:00Z", "field": "priority", "actor": "ben"},
    ]
    cases = [{"id": "I1", "requester": "ursula"}]
    told = outcome(tmp_path, {"case_events": events, "cases": cases})
    assert [row["activity"] for row in told.rows["case_events"]] == [
        "message_to_user",
        "reply_from_user",
        None,
    ]


def test_comments_stay_unknown_where_people_are_named_differently(tmp_path: Path) -> None:
    events = [{"case": "I1", "at": "2024-01-01T08:00Z", "field": "comments", "actor": "ursula.u"}]
    told = outcome(tmp_path, {"case_events": events, "cases": [{"id": "I1", "requester": "Ursula"}]})
    assert [row["activity"] for row in told.rows["case_events"]] == [None]


def test_cases_are_not_called_open_where_events_give_no_states(tmp_path: Path) -> None:
    events = [{"case": "I1", "at": "2024-01-01T08:00Z", "team": "A"}]
    told = outcome(tmp_path, {"case_events": events})
    assert told.loaded.given["cases"] == {"id", "opened_at", "team"}
