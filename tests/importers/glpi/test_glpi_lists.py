"""Lists of GLPI as its search engine exports them, and what is told from exports of others. The exports are invented."""

from pathlib import Path

import pytest
from tests.importers.declared_exports import take

from ringtrue import plugins
from ringtrue.importers.glpi.importer import IMPORTER
from ringtrue.model.source import ReadSettings, SourceFile

ALL = Path(__file__).parents[2] / "exports"
EXPORTS = ALL / "glpi"


def sure(path: Path, work: Path) -> float:
    return IMPORTER.recognises(SourceFile(path=path, name=path.name), work, ReadSettings()).sure


def sure_of(text: str, work: Path, name: str = "export.csv") -> float:
    (work / name).write_text(text, "utf-8")
    return sure(work / name, work)


@pytest.mark.parametrize("path", sorted(EXPORTS.glob("*.[cj]s*")), ids=lambda path: path.name)
def test_an_invented_export_is_recognised_and_by_no_other_importer(path: Path, tmp_path: Path) -> None:
    source = SourceFile(path=path, name=path.name)
    found = {one.name: one.recognises(source, tmp_path, ReadSettings()).sure for one in plugins.importers()}
    assert found.pop("glpi") >= 0.9
    assert max(found.values()) < 0.5


@pytest.mark.parametrize("tool", ["servicenow", "tabular", "xes", "itop"])
def test_exports_of_others_are_left_to_them(tool: str, tmp_path: Path) -> None:
    paths = [path for path in (ALL / tool).iterdir() if path.suffix != ".md"]
    assert {path.name for path in paths if sure(path, tmp_path)} == set()


@pytest.mark.parametrize(
    "text",
    [
        "id,date,status,name,priority\n1,2024-01-01,1,Mail,3\n",
        "ID;Title;Status;Category;Priority;Location\n1;Mail;New;Mail;High;Oslo\n",
        "id,title,description,requester,technician,opened\n1,Mail,,Ana,Ben,2024-01-01\n",
    ],
)
def test_a_list_that_anybody_could_have_written_is_left_to_others(text: str, tmp_path: Path) -> None:
    assert sure_of(text, tmp_path) == 0


def test_numbers_with_blanks_and_several_persons_in_a_cell_are_read(tmp_path: Path) -> None:
    query = "select id, requester, assignee, team, priority from cases order by id"
    assert take(IMPORTER, [EXPORTS / "list.csv"], query, tmp_path).rows == [
        ("1001", "Lima Ana", "Ode Ben", "Desk", "High"),
        ("1002", "Rau Cleo", "Po Dan", "Desk", "Critical (major)"),
        ("1003", "Rau Cleo", "Po Dan", "Network", "Medium"),
    ]


def test_german_labels_mean_the_same(tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_text(
        "ID;Titel;Status;Typ;Eröffnungsdatum;Lösungsdatum;Anforderer - Anforderer;Zugewiesen an - Techniker;Priorität\n"
        "7;Mail;Gelöst;Störung;2024-03-04 08:00;2024-03-04 09:00;Lima Ana;Ode Ben;Hoch\n",
        "utf-8",
    )
    query = "select id, kind, state, opened_at::varchar, requester, assignee from cases"
    assert take(IMPORTER, [tmp_path / "liste.csv"], query, tmp_path).rows == [
        ("7", "incident", "resolved", "2024-03-04 08:00:00", "Lima Ana", "Ode Ben")
    ]


def test_dates_that_fit_both_orders_are_said_to_be_a_guess(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "ID;Title;Status;Type;Opening date;Resolution date;Requester;Technician\n"
        "7;Mail;Solved;Incident;04-03-2024 08:00;05-03-2024 09:00;Ana;Ben\n",
        "utf-8",
    )
    notes = take(IMPORTER, [tmp_path / "list.csv"], "select 1", tmp_path).assumptions
    assert any("though none of 2 shows it: check this" in note for note in notes)


def test_actors_alone_have_no_place_and_it_is_said(tmp_path: Path) -> None:
    text = "id,tickets_id,users_id,type,use_notification,alternative_email\n1,1,5,1,1,\n"
    (tmp_path / "glpi_tickets_users.csv").write_text(text, "utf-8")
    notes = take(IMPORTER, [tmp_path / "glpi_tickets_users.csv"], "select 1", tmp_path).assumptions
    assert any(
        note.startswith("actors are read into the tickets that lie in the same file") for note in notes
    )


def test_deep_json_is_refused_with_a_message_and_the_rest_goes_on(tmp_path: Path) -> None:
    deep = '{"a":' * 500 + "1" + "}" * 500
    sound = '{"id":1,"entities_id":0,"name":"Mail","date":"2024-03-04 08:00:00","status":1,"type":1,"itilcategories_id":0,"urgency":3}'
    (tmp_path / "glpi_tickets.json").write_text(f"[{sound},{deep}]", "utf-8")
    found = take(IMPORTER, [tmp_path / "glpi_tickets.json"], "select id from cases", tmp_path)
    assert (found.rows, found.rejected) == ([("1",)], {"glpi_tickets.json": 1})
