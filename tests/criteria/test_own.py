"""The organisation's own rules, from YAML and Excel: read as they stand, and refused with the place of everything wrong."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from ringtrue.criteria.read import criteria_of
from ringtrue.model.criteria import Criteria
from ringtrue.model.errors import UnreadableCriteria, UnreadableInput, WrongUse

ISO = "iso20000-1:2018+amd1:2024"
KNOWN = ("substance.emergency-share", "flow.hop-count")
WHOLE = """
id: house
title: House rules
clauses:
  - id: 4.10
    title: Outages are told
    text: Within one hour.
    serves: ["7.4"]
    shown_by: [outages exclusion_announced_at]
  - {id: R-2, title: Emergencies are rare, procedures: substance.emergency-share; flow.hop-count}
"""


def own(folder: Path, text: str, name: str = "own.yaml") -> Criteria:
    (folder / name).write_text(text, "utf-8")
    return criteria_of([ISO, name], folder, KNOWN)[1]


def book(folder: Path, rows: Sequence[Sequence[object]], about: Sequence[Sequence[str]] = ()) -> Criteria:
    with xlsxwriter.Workbook(str(folder / "own.xlsx")) as made:
        for name, given in (("About", about), ("Rules", rows)):
            sheet = made.add_worksheet(name)
            for number, row in enumerate(given):
                sheet.write_row(number, 0, row)
    return criteria_of([ISO, "own.xlsx"], folder, KNOWN)[1]


def test_rules_in_yaml_are_read_as_they_are_written(tmp_path: Path) -> None:
    found = own(tmp_path, WHOLE)
    assert (found.id, found.title) == ("house", "House rules")
    first, second = found.clauses
    assert (first.id, first.serves, first.shown_by) == ("4.10", ("7.4",), ("outages exclusion_announced_at",))
    assert second.procedures == ("substance.emergency-share", "flow.hop-count")
    assert found.clauses_of("flow.hop-count") == ("R-2",)


def test_a_file_that_does_not_name_itself_is_named_by_its_file(tmp_path: Path) -> None:
    found = own(tmp_path, "clauses: [{id: a, title: b}]", "contract-acme.yml")
    assert (found.id, found.title) == ("contract-acme", "contract-acme")


def test_rules_in_a_workbook_are_read_with_english_or_german_headings(tmp_path: Path) -> None:
    rows = [
        ["Hausregeln"],
        ["Nummer", "Titel", "Normabschnitte"],
        ["R-1", "Melden", "7.4; 9.1"],
        [12, "Zwölf", ""],
        ["", "", ""],
    ]
    found = book(tmp_path, rows, [["id", "haus"], ["title", "Hausregeln"]])
    assert (found.id, found.title) == ("haus", "Hausregeln")
    assert [(one.id, one.serves) for one in found.clauses] == [("R-1", ("7.4", "9.1")), ("12", ())]


def test_everything_wrong_in_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    text = """clauses:
  - id: R-1
    title: ""
    serves: [6.1 Service level management, "99.9"]
    procedures: [flow.hop-cont]
  - id: r-1
    title: Again
    colour: red
    shown_by: [risks]
"""
    with pytest.raises(UnreadableCriteria) as caught:
        own(tmp_path, text)
    told = caught.value.problems
    assert told[0] == "line 3, clause 1, title: it is empty. Expected what it is called."
    assert told[1].startswith("line 4, clause 1, serves:")
    assert "In ISO/IEC 20000-1:2018 with Amd 1:2024 this is 8.3.3." in told[1]
    assert '"99.9" is no clause' in told[2]
    assert 'Did you mean "flow.hop-count"?' in told[3]
    assert told[4] == 'line 6, clause 2, id: "r-1" is also in line 2, clause 1, id. Expected an id only once.'
    assert told[5].startswith('line 8, clause 2, colour: "colour" is not known.')
    assert told[6].startswith('line 9, clause 2, shown_by: "risks" is no canonical table.')
    assert len(told) == 7


def test_everything_wrong_in_a_workbook_is_told_with_sheet_row_and_column(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCriteria) as caught:
        book(tmp_path, [["Number", "Name", "Serves"], ["", "Told", "4.1.1"]])
    assert caught.value.problems[0].startswith('sheet "Rules", row 2, column "Number": it is empty.')
    assert caught.value.problems[1].startswith('sheet "Rules", row 2, column "Serves": "4.1.1" is no clause')


def test_of_very_many_problems_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCriteria) as caught:
        own(tmp_path, "clauses:\n" + "  - {title: x}\n" * 40)
    assert caught.value.problems[-1] == "… and 20 more"


def test_own_criteria_that_are_the_edition_of_2011_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCriteria, match=r"ISO/IEC 20000-1:2011 was withdrawn"):
        own(tmp_path, "standard: ISO/IEC 20000-1\nedition: 2011\nclauses: [{id: a, title: b}]")


def test_own_criteria_cannot_take_the_id_of_others(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCriteria, match="ships"):
        own(tmp_path, f'id: "{ISO}"\nclauses: [{{id: a, title: b}}]')
    (tmp_path / "second.yaml").write_text("id: house\nclauses: [{id: a, title: b}]")
    own(tmp_path, WHOLE)
    with pytest.raises(WrongUse, match="house are there twice"):
        criteria_of(["own.yaml", "second.yaml"], tmp_path)


@pytest.mark.parametrize("name", ["../own.yaml", "/etc/own.yaml", "link.yaml"])
def test_a_file_outside_the_audit_folder_is_refused(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "audit"
    inside.mkdir()
    (tmp_path / "own.yaml").write_text(WHOLE)
    (inside / "link.yaml").symlink_to(tmp_path / "own.yaml")
    with pytest.raises(WrongUse, match="outside the audit folder"):
        criteria_of([name], inside)


def test_a_file_that_is_not_there_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"are not there\. Expected the file"):
        criteria_of(["own.yaml"], tmp_path)


def test_no_criteria_at_all_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="criteria are empty"):
        criteria_of([], tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [", "no YAML"),
        ("- just\n- a list", "no list of clauses"),
        ("clauses: many", "no list of clauses"),
        ("clauses: []", "holds no rule"),
        ("a: &a [x]\nclauses: [*a, *a]", "aliases are not taken"),
        ("clauses: [!!python/object:os.system {id: a}]", "it is empty"),
    ],
)
def test_what_is_no_file_of_rules_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises((UnreadableInput, UnreadableCriteria), match=told):
        own(tmp_path, text)


def test_a_workbook_without_headings_or_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no sheet has headings"):
        book(tmp_path, [["a", "b"], ["c", "d"]])
    (tmp_path / "own.xlsx").write_bytes(b"no workbook")
    with pytest.raises(UnreadableInput, match="cannot be read"):
        criteria_of(["own.xlsx"], tmp_path)


def test_a_cell_in_the_far_corner_and_a_file_too_large_are_refused(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "own.xlsx")) as made:
        sheet = made.add_worksheet("Rules")
        sheet.write_row(0, 0, ["id", "title"])
        sheet.write(1_048_575, 16_383, "far away")
    with pytest.raises(UnreadableInput, match="reaches to row 1048576"):
        criteria_of(["own.xlsx"], tmp_path)
    (tmp_path / "large.yaml").write_bytes(b"#" * (5 * 1024 * 1024 + 1))
    with pytest.raises(UnreadableInput, match="larger than 5 MB"):
        criteria_of(["large.yaml"], tmp_path)


def test_a_packed_bomb_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "own.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (101 * 1024 * 1024))
    with pytest.raises(UnreadableInput, match="larger than 100 MB"):
        criteria_of(["own.xlsx"], tmp_path)
