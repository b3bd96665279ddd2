"""An export of ServiceNow is known by its columns; a list that anybody could have written is not."""

from pathlib import Path

import pytest
import xlsxwriter

from ringtrue.importers.servicenow.importer import IMPORTER
from ringtrue.model.source import ReadSettings, SourceFile

EXPORTS = Path(__file__).parents[2] / "exports" / "servicenow"
FIXTURES = Path(__file__).parents[4] / "shared" / "data" / "importer_fixtures"
VINST = FIXTURES.parent / "bpic2013" / "VINST-new.csv.gz"


def sure(path: Path, work: Path) -> float:
    return IMPORTER.recognises(SourceFile(path=path, name=path.name), work, ReadSettings()).sure


def sure_of(text: str, work: Path, name: str = "export.csv") -> float:
    (work / name).write_text(text, "utf-8")
    return sure(work / name, work)


@pytest.mark.parametrize("path", sorted(EXPORTS.glob("*.csv")), ids=lambda path: path.name)
def test_an_invented_export_is_recognised(path: Path, tmp_path: Path) -> None:
    assert sure(path, tmp_path) >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "number,opened,priority,state\n1,2024-01-01,high,open\n",
        "Number,Opened,Short description,Priority,State\nT-1,2024-01-01,Mail,3,Open\n",
        "id,name,email,manager,active\n1,Ana,ana@example.org,Ben,true\n",
        "Name,Description,Manager\nDesk,First line,Ana\n",
        "id,title,status,created_at,updated_at,assignee,priority\n1,Mail,open,2024-01-01,2024-01-02,Ana,3\n",
        "case,at,activity,team,actor\nA,2024-01-01,assigned,Desk,Ana\n",
        "id,kind,service,opened_at,resolved_at,closed_at,team,close_code\nA,incident,Mail,2024-01-01,,,Desk,\n",
        "Nummer;Status;Kategorie;Beschreibung\n1;offen;Mail;geht nicht\n",
    ],
)
def test_a_list_that_anybody_could_have_written_is_left_to_others(text: str, tmp_path: Path) -> None:
    assert sure_of(text, tmp_path) == 0


def test_labels_are_enough_where_the_numbers_are_those_of_servicenow(tmp_path: Path) -> None:
    labels = "Number,Opened,Short description,Caller,Priority,State,Assignment group\n"
    assert sure_of(labels + "INC0010001,2024-01-01,Mail,Ana,3,New,Desk\n", tmp_path) == 0.9


def test_the_name_of_a_table_helps_where_labels_are_few(tmp_path: Path) -> None:
    text = "Name,Group email,Manager,Default assignee,Include members\nDesk,,Ana,Ben,false\n"
    assert sure_of(text, tmp_path, "sys_user_group.csv") >= 0.8


def test_a_workbook_is_known_by_its_file_and_not_only_by_its_sheet(tmp_path: Path) -> None:
    path = tmp_path / "sys_user_group.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Page 1")
        sheet.write_row(0, 0, ["Name", "Group email", "Manager", "Default assignee", "Include members"])
        sheet.write_row(1, 0, ["Desk", "", "Ana", "Ben", "false"])
    assert sure(path, tmp_path) >= 0.8


def test_a_table_without_use_is_recognised_so_that_nobody_misreads_it(tmp_path: Path) -> None:
    text = "sys_id,sys_created_on,sys_updated_on,sys_created_by,sys_mod_count,colour\n1,2024-01-01,2024-01-01,ana,0,red\n"
    assert 0 < sure_of(text, tmp_path) < 0.8


@pytest.mark.parametrize("tool", ["servicenow", "jira", "zendesk"])
def test_tables_of_connectors_are_told_from_those_of_other_tools(tool: str, tmp_path: Path) -> None:
    paths = sorted((FIXTURES / tool).glob("*.csv.gz"))
    if not paths:
        pytest.skip("the tables of connectors are not beside the repository")
    assert {path.name for path in paths if (sure(path, tmp_path) > 0) != (tool == "servicenow")} == set()


def test_the_incidents_of_another_tool_are_left_to_others(tmp_path: Path) -> None:
    if not VINST.exists():
        pytest.skip("the VINST export is not beside the repository")
    assert sure(VINST, tmp_path) == 0
