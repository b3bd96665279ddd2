"""Headers as tools and offices write them lead to one canonical column, or to none."""

import tomllib
from importlib.resources import files

import pytest

from ringtrue.tables import all_tables, table
from ringtrue.tables.synonyms import normalise_header, synonyms, without_place
from ringtrue.tables.vocabulary import SHARE

CONTENT = tomllib.loads(files("ringtrue.tables").joinpath("synonyms.toml").read_text(encoding="utf-8"))
COVERED = [name for name in CONTENT if name != "without_place"]


@pytest.mark.parametrize(
    ("written", "normalised"),
    [
        ("opened_at", "opened at"),
        (" Opened  (at): ", "opened at"),
        ("OpenedAt", "opened at"),
        ("TicketID", "ticket id"),
        ("SLABreached", "sla breached"),
        ("IDs", "ids"),
        ("Change Date+Time", "change date time"),
        ("case:concept:name", "case concept name"),
        ("Eröffnet am", "eroffnet am"),
        ("Schließdatum", "schliessdatum"),
        ("Créé le", "cree le"),
        ("Date d’ouverture", "date d ouverture"),
        ("mis en œuvre par", "mis en oeuvre par"),
        ("Nº Ticket", "no ticket"),
        ("Target %", "target percent"),
        ("\ufeffNumber", "number"),
        ("編號", "編號"),
        ("***", ""),
        ("", ""),
    ],
)
def test_a_header_is_normalised(written: str, normalised: str) -> None:
    assert normalise_header(written) == normalised


def test_normalising_twice_changes_nothing() -> None:
    for name in COVERED:
        assert [header for header in synonyms(name) if normalise_header(header) != header] == []


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Opened", "opened_at"),
        ("Created On", "opened_at"),
        ("Date opened", "opened_at"),
        ("Erstellt am", "opened_at"),
        ("Eröffnet am", "opened_at"),
        ("EROEFFNET AM", "opened_at"),
        ("Gemeldet am", "opened_at"),
        ("Date d'ouverture", "opened_at"),
        ("Créé le", "opened_at"),
        ("Fecha de apertura", "opened_at"),
        ("Creado", "opened_at"),
        ("sys_created_at", "recorded_at"),
        ("Closed code", "close_code"),
        ("made_sla", "reported_attained"),
        ("Ticket #", "id"),
        ("Assignment group", "team"),
        ("Zugewiesen an", "assignee"),
        ("SR Latest Impact", "impact"),
        ("Product", "category"),
    ],
)
def test_a_header_of_a_ticket_list_leads_to_its_column(header: str, column: str) -> None:
    assert synonyms("cases")[normalise_header(header)] == column


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("SR Number", "case"),
        ("Change Date+Time", "at"),
        ("Status", "raw_state"),
        ("Sub Status", "raw_state"),
        ("Involved ST", "team"),
        ("Involved ST (support team)", "team"),
        ("Resource", "actor"),
        ("Owner First Name", "actor"),
        ("case:concept:name", "case"),
        ("time:timestamp", "at"),
        ("org:resource", "actor"),
        ("sys_updated_at", "at"),
    ],
)
def test_a_header_of_an_event_log_leads_to_its_column(header: str, column: str) -> None:
    assert synonyms("case_events")[normalise_header(header)] == column


def test_every_header_of_the_vinst_log_is_known() -> None:
    log = (
        "SR Number,Change Date+Time,Status,Sub Status,Involved ST (support team),Involved ST Function Div,"
        "Involved Org line 3,SR Latest Impact,Product,Country,Owner Country,Owner First Name,Resource"
    )
    known = synonyms("case_events").keys() | synonyms("cases").keys() | without_place("case_events")
    assert {normalise_header(header) for header in log.split(",")} <= known


def test_the_surest_header_of_a_column_comes_first() -> None:
    order = list(synonyms("case_events"))
    assert order.index("resource") < order.index("owner first name")
    assert order.index("status") < order.index("sub status")


@pytest.mark.parametrize("name", all_tables())
def test_the_name_of_every_column_means_that_column(name: str) -> None:
    for column in table(name).columns:
        assert synonyms(name)[normalise_header(column.name)] == column.name


def test_a_table_without_synonyms_knows_its_own_names() -> None:
    assert synonyms("holidays") == {"calendar": "calendar", "day": "day"}


def test_the_tables_that_offices_keep_in_lists_of_their_own_are_covered() -> None:
    asked = """cases case_events target_runs changes services parties survey_responses survey_invites agreements
    targets requirements needs measures measurements documents approvals complaints outages controls
    control_records"""
    assert set(COVERED) == set(asked.split())


def test_an_unknown_table_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        synonyms("tickets")


@pytest.mark.parametrize("name", COVERED)
def test_every_column_has_synonyms_in_four_languages(name: str) -> None:
    assert list(CONTENT[name]) == [column.name for column in table(name).columns]
    for languages in CONTENT[name].values():
        assert list(languages) == ["en", "de", "fr", "es"]
        assert all(languages.values())


@pytest.mark.parametrize("name", COVERED)
def test_no_header_of_a_table_means_two_columns(name: str) -> None:
    own = {normalise_header(column.name): column.name for column in table(name).columns}
    meanings: dict[str, set[str]] = {header: {column} for header, column in own.items()}
    for column, languages in CONTENT[name].items():
        for header in (header for headers in languages.values() for header in headers):
            for spelling in (header, header.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")):
                meanings.setdefault(normalise_header(spelling), set()).add(column)
    assert {header: columns for header, columns in meanings.items() if len(columns) > 1} == {}


@pytest.mark.parametrize("name", COVERED)
def test_no_synonym_is_written_twice_or_repeats_the_name(name: str) -> None:
    for column, languages in CONTENT[name].items():
        for headers in languages.values():
            normalised = [normalise_header(column), *map(normalise_header, headers)]
            assert sorted(normalised) == sorted(set(normalised))


@pytest.mark.parametrize("name", CONTENT["without_place"])
def test_what_has_no_place_in_a_table_is_no_synonym_there(name: str) -> None:
    assert without_place(name) & synonyms(name).keys() == set()


def test_a_claim_of_a_miss_is_never_taken_for_a_claim_of_attainment() -> None:
    for name in ("cases", "target_runs"):
        assert {"sla breached", "breached", "has breached"} <= without_place(name)


def test_a_percentage_is_never_taken_for_a_share() -> None:
    for name in COVERED:
        shares = {column.name for column in table(name).columns if column.unit == SHARE}
        assert [
            head for head, column in synonyms(name).items() if column in shares and "percent" in head
        ] == []


def test_a_yes_or_no_is_never_taken_for_the_reason_of_an_exclusion() -> None:
    assert {"excluded", "exempt"} <= without_place("cases")


def test_a_duration_without_a_unit_is_never_taken_for_minutes() -> None:
    for name in ("cases", "target_runs"):
        minutes = [header for header, column in synonyms(name).items() if column.endswith("_minutes")]
        assert [header for header in minutes if "min" not in header] == []


def test_the_file_speaks_only_of_tables_and_columns_that_exist() -> None:
    for name, columns in CONTENT.items():
        if name == "without_place":
            assert columns.keys() <= all_tables().keys()
        else:
            assert columns.keys() <= {column.name for column in table(name).columns}
