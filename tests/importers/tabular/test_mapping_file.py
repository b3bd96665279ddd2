"""Mappings as files: the same text for the same mapping, clear errors, and what a person says goes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringtrue.importers.mapping_file import from_toml, to_toml
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import Mapping
from tests.importers.tabular.conftest import Reader, export

TABLE: dict[str, Any] = {
    "name": "cases",
    "from": "list",
    "primary": True,
    "columns": {"id": "Number", "state": ["Status", "Sub"], "kind": {"value": "incident"}},
    "values": {"state": {"Closed/x": "closed"}},
    "patterns": {"priority": "^(\\d)"},
}
TEXT = """\
# What the columns of this file mean. Written by the import; from now on it is used as it stands here.
# Correct it where you know better, and run the audit again. A column that is not named here is not given.
#
# - the day stands first

importer = "tabular"

[read]
date_order = "dmy"
missing = ["?", "-"]

[[table]]
name = "cases"
from = "list"
primary = true

[table.columns]
id = "Number"
state = ["Status", "Sub"]
kind = { value = "incident" }

[table.values.state]
"Closed/x" = "closed"

[table.patterns]
priority = "^(\\\\d)"
"""


def test_a_mapping_is_written_for_people() -> None:
    content = {"importer": "tabular", "read": {"missing": ["?", "-"], "date_order": "dmy"}, "table": [TABLE]}
    assert to_toml(Mapping(content=content), ["the day stands first"]) == TEXT


def test_it_is_read_as_it_was_written() -> None:
    assert from_toml(TEXT, "m.toml").content["table"] == [TABLE]


@given(name=st.text(min_size=1), value=st.text(), note=st.text())
def test_any_name_and_value_survives(name: str, value: str, note: str) -> None:
    table = {
        "name": "cases",
        "from": name,
        "columns": {"id": name, "title": [value, name]},
        "values": {"state": {name: value}},
    }
    mapping = Mapping(content={"importer": "tabular", "read": {"missing": [value]}, "table": [table]})
    assert from_toml(to_toml(mapping, [note]), "m.toml") == mapping


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("importer = ", "no sound TOML"),
        ('[[table]]\nname = "caes"\n[table.columns]\nid = "x"', r'name "caes" \(did you mean "cases"\?\)'),
        (
            '[[table]]\nname = "cases"\n[table.columns]\nopend_at = "x"',
            r'no column "opend_at".*\(did you mean "opened_at"\?\)',
        ),
        (
            '[[table]]\nname = "cases"\n[table.columns]\nid = "x"\n[table.values.stat]\na = "b"',
            r'no column "stat".*mean "state"',
        ),
        ('[[table]]\nname = "cases"', r"cases has no \[table.columns\]"),
        (
            '[[table]]\nname = "cases"\nform = "x"\n[table.columns]\nid = "x"',
            r'key form \(did you mean "from"\?\)',
        ),
        ("[read]\ndate_ordr = 'dmy'", r'date_ordr \(did you mean "date_order"\?\)'),
        ("[read]\ndate_order = 'dym'", 'date_order under .read. is "dym". Expected ymd, dmy or mdy'),
        ('[[table]]\nname = "cases"\n[table.columns]\nid = 5', "id of cases is 5"),
        ('[[table]]\nname = "cases"\nper = "id"\n[table.columns]\ntitle = "x"', "per of cases"),
        (
            '[[table]]\nname = "cases"\n[table.columns]\nid = "x"\n[table.patterns]\nid = "("',
            "no regular expression",
        ),
        (
            '[[table]]\nname = "cases"\n[table.columns]\nid = "x"\n[table.patterns]\nid = "a"',
            "exactly one group",
        ),
    ],
)
def test_what_is_wrong_is_said_with_a_near_miss(text: str, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message) as caught:
        from_toml(text, "m.toml")
    assert str(caught.value).startswith("m.toml: ")


def given_mapping(columns: dict[str, str], raw: str = "orders", **read: object) -> Mapping:
    table = {"name": "cases", "from": raw, "primary": True, "columns": columns}
    return Mapping(content={"importer": "tabular", "read": read, "table": [table]})


def test_a_mapping_that_is_given_is_used_as_it_is(read: Reader) -> None:
    mapping = given_mapping({"id": "Number", "opened_at": "Created"})
    assert read(export("orders.csv"), "orders.csv", mapping).mapping == mapping


def test_it_says_how_the_file_is_laid_out(read: Reader) -> None:
    result = read(
        "title\nNr|Art\n1|x\n", "orders.csv", given_mapping({"id": "Nr"}, delimiter="|", header_row=2)
    )
    assert (result.tables[0].columns, result.tables[0].rows) == (("Nr", "Art"), 1)


def test_a_raw_column_that_the_file_does_not_have_is_said_with_a_near_miss(read: Reader) -> None:
    with pytest.raises(
        UnreadableInput,
        match=r'no column "Numbr", which the mapping names for cases \(did you mean "Number"\?\)',
    ):
        read(export("orders.csv"), "orders.csv", given_mapping({"id": "Numbr"}))


def test_a_raw_table_that_the_file_does_not_have_is_said(read: Reader) -> None:
    content = '{"a": [{"Number": 1}], "b": [{"Number": 2}]}'
    with pytest.raises(UnreadableInput, match='no table "orders", which the mapping names'):
        read(content, "x.json", given_mapping({"id": "Number"}))
