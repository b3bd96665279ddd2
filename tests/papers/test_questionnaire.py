"""An auditor's own questionnaire, in any table, is checked question by question."""

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from ringtrue import api
from ringtrue.model.errors import UnreadableInput
from ringtrue.papers.questionnaire.headings import column_of, role_of

GERMAN = """Nr;Frage;Rolle
1;Ist das System schnell?;Anwender
2;Welches Ergebnis kaufen Sie mit diesem Service ein?;Kunde
3;Was ist die Strategie?;Nutzer
"""


def test_a_german_csv_is_read_by_its_headings_and_its_names_of_roles(tmp_path: Path) -> None:
    checked = api.check_questionnaire(_file(tmp_path, GERMAN), language="de")
    assert [[fault.kind for fault in found] for _, found in checked.questions] == [["closed"], [], ["role"]]
    lines = list(checked.lines())
    assert lines[0] == "1 (Anwender): Ist das System schnell?"
    assert lines[-1] == "3 Fragen, davon 2 mit Mängeln in Wortlaut oder Rolle."


def test_a_workbook_is_read_as_well_and_cells_that_look_like_formulas_are_text(tmp_path: Path) -> None:
    place = tmp_path / "own.xlsx"
    with Workbook(place, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Fragen")
        for row, cells in enumerate(
            [("Question", "Role"), ("Surely it works?", "customer"), ("=Is it good?", "user"), ("", "user")]
        ):
            sheet.write_row(row, 0, cells)
    checked = api.check_questionnaire(place)
    assert [one.asked.role for one, _ in checked.questions] == ["customer", "user"]
    assert [fault.kind for fault in checked.questions[0][1]] == ["leading"]


def test_declared_roles_decide_as_in_the_procedure_on_the_same_questions(tmp_path: Path) -> None:
    text = "id,text,role,allowed_roles\nA,What is it worth?,user,customer;sponsor\nB,What is it worth?,sponsor,customer;sponsor\n"
    checked = api.check_questionnaire(_file(tmp_path, text))
    assert [[fault.kind for fault in found] for _, found in checked.questions] == [["role"], []]
    assert checked.faults == 1


def test_a_role_that_is_not_known_is_named_with_its_row_and_the_wording_is_checked_all_the_same(
    tmp_path: Path,
) -> None:
    checked = api.check_questionnaire(_file(tmp_path, "question,role\nIs it good?,boss\n"))
    (problem,) = checked.problems
    assert (problem.row, problem.column, problem.found) == (1, "role", '"boss"')
    assert [fault.kind for fault in checked.questions[0][1]] == ["closed"]


def test_a_role_for_all_is_taken_where_the_table_names_none(tmp_path: Path) -> None:
    checked = api.check_questionnaire(
        _file(tmp_path, "question\nWhat is the strategy?\nHow is it?\n"), role="user"
    )
    assert [[fault.kind for fault in found] for _, found in checked.questions] == [["role"], []]


def test_a_table_without_questions_is_refused_with_what_was_found(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"its columns are alpha, beta.*headed text, question or Frage"):
        api.check_questionnaire(_file(tmp_path, "alpha,beta\n1,2\n"))


def test_more_questions_than_a_questionnaire_holds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="at most 10,000 questions"):
        api.check_questionnaire(_file(tmp_path, "question\n" + "How is it?\n" * 10_001))


def test_what_is_found_is_told_to_machines_too(tmp_path: Path) -> None:
    told = api.check_questionnaire(_file(tmp_path, GERMAN)).as_json()
    assert [one["role"] for one in told["questions"]] == ["user", "customer", "user"]
    assert set(told["questions"][0]["faults"][0]) == {"kind", "name", "words", "reason", "better"}


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Service owner", "service_owner"),
        ("service_owner", "service_owner"),
        ("Kunde", "customer"),
        ("Vorstand", "top_management"),
        ("x", None),
    ],
)
def test_roles_are_known_by_their_names_in_every_language(word: str, role: str | None) -> None:
    assert role_of(word) == role


def test_the_first_of_two_columns_with_such_a_heading_is_taken() -> None:
    assert column_of("text", ["No", "Question", "Frage"]) == "Question"
    assert column_of("role", ["No"]) is None


def _file(tmp_path: Path, text: str) -> Path:
    place = tmp_path / "own.csv"
    place.write_text(text, "utf-8")
    return place
