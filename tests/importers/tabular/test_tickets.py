"""Ticket lists in four languages are cases."""

import pytest

from tests.importers.tabular.conftest import Reader, columns, export, values


def test_an_english_list(read: Reader) -> None:
    result = read(export("english.csv"), "english.csv")
    assert columns(result, "cases") == {
        "id": "Number",
        "kind": {"value": "incident"},
        "title": "Short description",
        "category": "Category",
        "state": "State",
        "opened_at": "Opened",
        "resolved_at": "Resolved",
        "closed_at": "Closed",
        "priority": "Priority",
        "requester": "Caller",
        "team": "Assignment group",
        "assignee": "Assigned to",
        "reported_attained": "Made SLA",
    }
    assert values(result, "cases", "state") == {
        "Closed": "closed",
        "Awaiting User Info": "waiting_user",
        "In Progress": "in_progress",
    }
    assert any('"Weather"' in note and "left out" in note for note in result.assumptions)
    assert "read" not in result.mapping.content


def test_a_german_list_in_windows_encoding(read: Reader) -> None:
    result = read(export("german.csv"), "tickets.csv")
    assert columns(result, "cases") == {
        "id": "Ticketnummer",
        "title": "Kurzbeschreibung",
        "category": "Kategorie",
        "state": "Status",
        "opened_at": "Erstellt am",
        "resolved_at": "Gelöst am",
        "priority": "Priorität",
        "requester": "Melder",
        "team": "Gruppe",
        "assignee": "Bearbeiter",
    }
    assert values(result, "cases", "state") == {
        "Geschlossen": "closed",
        "Gelöst": "resolved",
        "Wartet auf Benutzer": "waiting_user",
        "In Bearbeitung": "in_progress",
    }
    assert result.mapping.content["read"] == {"encoding": "cp1252", "delimiter": ";", "date_order": "dmy"}


def test_a_french_list_in_utf_16_with_tabs(read: Reader) -> None:
    result = read(export("french.csv"), "tickets.csv")
    assert columns(result, "cases")["id"] == "N° de ticket"
    assert values(result, "cases", "state") == {
        "Clos": "closed",
        "Résolu": "resolved",
        "En attente fournisseur": "waiting_supplier",
        "En cours": "in_progress",
    }
    assert result.mapping.content["read"] == {"encoding": "utf-16", "delimiter": "\t", "date_order": "dmy"}


def test_a_spanish_list_with_its_names_in_line_three(read: Reader) -> None:
    result = read(export("spanish.csv"), "incidencias.csv")
    assert columns(result, "cases")["kind"] == {"value": "incident"}
    assert values(result, "cases", "state") == {
        "Cerrado": "closed",
        "Resuelto": "resolved",
        "En espera del usuario": "waiting_user",
        "En curso": "in_progress",
    }
    assert result.mapping.content["read"] == {"header_row": 3, "date_order": "dmy"}


def test_a_state_in_two_columns_is_told_by_both(read: Reader) -> None:
    result = read(
        "Number,Title,Priority,Opened,Status,Sub status\n1,a,1,2024-01-01,On hold,Waiting for vendor\n2,b,1,2024-01-02,Done,x\n"
    )
    assert columns(result, "cases")["state"] == ["Status", "Sub status"]
    assert values(result, "cases", "state") == {
        "Done/x": "resolved",
        "On hold/Waiting for vendor": "waiting_supplier",
    }


@pytest.mark.parametrize(
    ("word", "kind"), [("Störung", "incident"), ("Service Request", "request"), ("problème", "problem")]
)
def test_kinds_are_told_by_words(read: Reader, word: str, kind: str) -> None:
    result = read(f"Number,Summary,Type,Priority,Created\n1,a,{word},1,2024-01-01\n2,b,{word},2,2024-01-02\n")
    assert values(result, "cases", "kind") == {word: kind}


def test_a_state_that_nobody_knows_stays_out_of_the_mapping(read: Reader) -> None:
    result = read("Number,Summary,Status,Priority,Created\n1,a,Closed,1,2024-01-01\n2,b,Zorp,2,2024-01-02\n")
    assert values(result, "cases", "state") == {"Closed": "closed"}


def test_a_column_whose_values_do_not_fit_its_name_is_left_out_and_said(read: Reader) -> None:
    result = read("Number,Summary,Opened,Priority,Team\n1,a,by Tom,1,x\n2,b,by Eve,2,y\n", "tickets.csv")
    assert "opened_at" not in columns(result, "cases")
    assert any('"Opened" was left out, as its values are no times' in note for note in result.assumptions)


def test_a_few_ids_that_repeat_do_not_make_a_history(read: Reader) -> None:
    rows = "".join(f"{number},title,1,2024-01-01,Desk\n" for number in [*range(300), 7])
    assert columns(read("Number,Summary,Priority,Created,Team\n" + rows), "cases")["id"] == "Number"
