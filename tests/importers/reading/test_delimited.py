"""Delimited text: every record is a row or a load issue, and nothing is guessed in silence."""

import pytest

from ringtrue.importers.reading.kind import HEAD
from ringtrue.model.errors import UnreadableInput
from tests.importers.reading.conftest import Reader


def test_a_plain_file_gives_its_rows_with_number_and_line(read: Reader) -> None:
    assert read("id,title\n1,printer\n2,mail\n").rows == [(1, 2, "1", "printer"), (2, 3, "2", "mail")]


def test_a_quoted_line_break_moves_the_lines_below_it(read: Reader) -> None:
    assert read('id,note\n1,"a\nb"\n2,c\n').rows == [(1, 2, "1", "a\nb"), (2, 4, "2", "c")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(read: Reader, delimiter: str) -> None:
    text = "id,title,team\n1,printer,desk\n2,mail,net\n".replace(",", delimiter)
    assert read(text).table.columns == ("id", "title", "team")


def test_decimal_commas_do_not_make_columns(read: Reader) -> None:
    found = read("id;hours;cost\n1;0,5;1,25\n2;1,5;3,75\n3;2,5;4,75\n")
    assert found.table.columns == ("id", "hours", "cost")
    assert "the delimiter is the semicolon" in found.notes


def test_a_first_line_for_excel_names_the_delimiter(read: Reader) -> None:
    assert read("sep=;\nid;title\n1;printer\n").rows == [(1, 3, "1", "printer")]


def test_titles_above_the_names_are_skipped_and_said(read: Reader) -> None:
    found = read(
        "Incidents of the year\nprinted on 2024-01-01\n\nid,title,team\n1,printer,desk\n2,mail,net\n"
    )
    assert found.rows == [(1, 5, "1", "printer", "desk"), (2, 6, "2", "mail", "net")]
    assert found.notes[0].startswith("column names stand in line 4; above them")


def test_a_file_without_names_is_refused_and_not_robbed_of_its_first_row(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="no row of column names"):
        read("INC001,open,2024-01-01\nINC002,open,2024-01-02\nINC003,closed,2024-01-03\n")


def test_a_person_can_say_that_there_are_no_names(read: Reader) -> None:
    assert read("INC001,open\nINC002,open\n", header_row=0).rows == [
        (1, 1, "INC001", "open"),
        (2, 2, "INC002", "open"),
    ]


def test_a_person_can_say_in_which_line_the_names_are(read: Reader) -> None:
    assert read("a,b\nid,title\n1,x\n", header_row=2).table.columns == ("id", "title")


def test_names_alone_are_an_empty_table(read: Reader) -> None:
    table = read("id,title\n").table
    assert (table.columns, table.rows) == (("id", "title"), 0)


def test_a_single_column_is_a_table(read: Reader) -> None:
    assert read("name\nAda Lovelace\nBen Nevis\n").rows == [(1, 2, "Ada Lovelace"), (2, 3, "Ben Nevis")]


def test_names_that_repeat_get_a_number_whatever_their_case(read: Reader) -> None:
    found = read("id,Team,team,source_row\n1,a,b,c\n")
    assert found.table.columns == ("id", "Team", "team_2", "source_row_2")
    assert 'a second column called "team" is called team_2' in found.notes


def test_a_delimiter_at_the_end_of_every_line_is_a_column_without_name(read: Reader) -> None:
    assert read("id,title,\n1,printer,\n2,mail,\n").table.columns == ("id", "title", "column_3")


def test_a_delimiter_at_the_end_of_the_records_alone_shifts_nothing(read: Reader) -> None:
    assert read("id,title\n1,printer,\n2,mail,\n").rows[0] == (1, 2, "1", "printer", None)


def test_records_with_more_values_than_names_are_refused(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="2 column names, but most records have 3 fields"):
        read("id,title\nrow1,1,printer\nrow2,2,mail\n")


def test_names_for_which_records_have_no_fields_reject_these_records(read: Reader) -> None:
    table = read("id,title,team\n1,printer\n2,mail\n").table
    assert (table.rows, table.rows_rejected) == (0, 2)


def test_a_record_with_a_wrong_number_of_fields_is_an_issue_with_its_place(read: Reader) -> None:
    found = read("id,title\n1,printer\n2,mail,broken\n3,phone\n")
    assert [row[0] for row in found.rows] == [1, 3]
    (issue,) = found.table.issues
    assert (issue.row, issue.line, issue.kind, issue.outcome) == (2, 3, "malformed", "rejected")
    assert (issue.value, issue.expected) == (
        "2,mail,broken",
        "a record of 2 fields like the others; it has 3 fields",
    )


def test_a_lost_quotation_mark_takes_only_its_own_record(read: Reader) -> None:
    found = read('id,title\n1,printer\n2,"mail\n3,phone\n4,"a, b"\n')
    assert found.rows == [(1, 2, "1", "printer"), (3, 4, "3", "phone"), (4, 5, "4", "a, b")]
    assert [(issue.row, issue.line) for issue in found.table.issues] == [(2, 3)]


def test_a_lost_quotation_mark_in_a_long_text_ends_where_the_next_record_begins(read: Reader) -> None:
    found = read('id,title\n1,"printer\nburns, badly\nand smells\n2,mail\n3,phone\n')
    assert [row[2] for row in found.rows if row[2] != "burns"] == ["2", "3"]
    assert found.table.rows_rejected == 1


def test_a_zero_byte_is_an_issue(read: Reader) -> None:
    found = read(b"id,title\n1,pr\x00inter\n2,mail\n")
    assert [row[2] for row in found.rows] == ["2"]
    assert found.table.issues[0].value == "1,pr\\x00inter"


def test_quotation_marks_inside_a_field_are_part_of_it(read: Reader) -> None:
    assert read('id,title\n1,24" screen\n2,the "best" one\n').rows == [
        (1, 2, "1", '24" screen'),
        (2, 3, "2", 'the "best" one'),
    ]


def test_blanks_and_comment_signs_are_values(read: Reader) -> None:
    assert read("id,title\n# 1,  x \n").rows == [(1, 2, "# 1", "  x ")]


def test_blank_lines_are_skipped_and_counted(read: Reader) -> None:
    found = read("id,title\n1,x\n\n2,y\n\n")
    assert found.rows == [(1, 2, "1", "x"), (2, 4, "2", "y")]
    assert "2 blank lines were skipped" in found.notes


def test_column_names_in_the_middle_are_no_case(read: Reader) -> None:
    found = read("id,title\n1,x\nid,title\n2,y\n3,z\n")
    assert [row[2] for row in found.rows] == ["1", "2", "3"]
    assert found.table.issues[0].expected.endswith("it repeats the column names")


def test_text_without_quoting_keeps_its_quotation_marks(read: Reader) -> None:
    lines = "".join(f'{number}|"word" in front|b\n' for number in range(30))
    found = read("id|title|team\n" + lines)
    assert found.rows[0] == (1, 2, "0", '"word" in front', "b")
    assert "quotation marks are part of the values" in found.notes


def test_blanks_after_delimiters_are_understood_before_quotes(read: Reader) -> None:
    found = read('id, title, note\n1, "a, b", "x"\n2, "c, d, e", "y"\n3, "f, g, h, i", "z"\n')
    assert found.rows[0] == (1, 2, "1", "a, b", "x")


def test_mostly_broken_records_are_a_misread_file(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read("id,title,team\n" + "1,2,3\n" * 30 + "x\n" * 100, delimiter=",", header_row=1)


def test_carriage_returns_alone_end_lines_as_on_old_machines(read: Reader) -> None:
    assert read("id,title\r1,x\r2,y\r").rows == [(1, 2, "1", "x"), (2, 3, "2", "y")]


def test_an_enormous_field_is_an_issue_and_the_rest_goes_on(read: Reader) -> None:
    found = read("id,title\n1," + "x" * (17 * 2**20) + "\n2,y\n")
    assert [row[2] for row in found.rows] == ["2"]
    assert "million characters" in found.table.issues[0].expected


def test_a_long_field_is_read_whole(read: Reader) -> None:
    assert len(str(read("id,title\n1," + "x" * 5_000_000 + "\n2,y\n").rows[0][3])) == 5_000_000


def test_too_many_columns_are_refused(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="6,000 columns"):
        read(",".join(f"col{n}x" for n in range(6000)) + "\n" + ",".join(["v"] * 6000) + "\n")


LINES = "\n".join(
    f'Clause {number}: who may, "in haste"; and why, is said here.'.replace('"', '""')
    for number in range(1, 701)
)
"""A text of seven hundred lines as it stands between quotation marks."""

TEXT = LINES.replace('""', '"')


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16"])
def test_texts_of_hundreds_of_lines_are_single_values(read: Reader, delimiter: str, encoding: str) -> None:
    rows = [f'D{number}|1|"{LINES}"|Größe {number}' for number in range(1, 61)]
    text = "\n".join(["document|version|text|title", *rows, ""]).replace("|", delimiter)
    found = read(text.encode(encoding))
    assert found.table.columns == ("document", "version", "text", "title")
    assert found.rows == [
        (number, 2 + 700 * (number - 1), f"D{number}", "1", TEXT, f"Größe {number}")
        for number in range(1, 61)
    ]
    assert (found.table.rows_rejected, found.table.issues) == (0, ())


def test_a_text_longer_than_the_first_look_is_read_whole(read: Reader) -> None:
    long = "\n".join([TEXT] * 20)
    assert len(long) > HEAD
    quoted = long.replace('"', '""')
    assert read(f'document,text,title\nD1,"{quoted}",one\nD2,"short",two\n').rows == [
        (1, 2, "D1", long, "one"),
        (2, 2 + 14_000, "D2", "short", "two"),
    ]
    assert read(f'document,text,title\nD1,"{quoted}",one\n').rows == [(1, 2, "D1", long, "one")]


def test_a_mark_never_closed_before_a_long_text_is_told_and_swallows_nothing(read: Reader) -> None:
    records = "".join(f"D{number},plain,title {number}\n" for number in range(2, 40_000))
    found = read(f'document,text,title\nD1,"lost,one\n{records}')
    assert len(records) > HEAD
    (issue,) = found.table.issues
    assert (issue.row, issue.line) == (1, 2)
    assert "opens and is never closed" in issue.expected
    assert len(found.rows) == 39_998


def test_a_lone_record_whose_mark_is_never_closed_is_told(read: Reader) -> None:
    found = read('document,text,title\nD1,"lost\nand gone\n')
    assert (found.rows, found.table.rows_rejected) == ([], 1)
    assert "opens and is never closed" in found.table.issues[0].expected


def test_signs_that_only_some_take_for_line_ends_are_part_of_a_value(read: Reader) -> None:
    assert read("id,note\n1,a\u2028b\x0bc\n2,d\n").rows == [(1, 2, "1", "a\u2028b\x0bc"), (2, 3, "2", "d")]


@pytest.mark.parametrize("line", ["1,2", "1,2,3,", "1,2,3,,", "1,2,3,4", "1,2\n1,2,3,4", "1,2\n1,2,3,"])
def test_a_line_with_fewer_or_more_fields_is_never_read_as_if_it_fitted(read: Reader, line: str) -> None:
    found = read("a,b,c\nx,y,z\n" + line + "\n" + "1,2,3\n" * 20, "t.csv")
    odd = len(line.splitlines())
    assert (found.table.rows, found.table.rows_rejected) == (21, odd)
    assert [issue.row for issue in found.table.issues] == list(range(2, 2 + odd))
