"""Where it is not sure what columns mean, nothing is loaded: what is missing is said, and a mapping
proposed."""

import pytest

from ringtrue.importers.mapping_file import from_toml
from ringtrue.model.errors import MappingIncomplete, UnreadableInput
from tests.importers.tabular.conftest import Reader, columns, export


def doubt(read: Reader, content: str | bytes, name: str = "export.csv") -> MappingIncomplete:
    with pytest.raises(MappingIncomplete) as caught:
        read(content, name)
    return caught.value


def test_orders_look_like_tickets_and_are_not_taken_for_them(read: Reader) -> None:
    error = doubt(read, export("orders.csv"), "orders.csv")
    assert "the columns are Number, Customer, Created, Status, Amount" in str(error)
    assert "columns that are known" in str(error)


def test_readings_of_a_sensor_look_like_a_history_and_are_not_taken_for_one(read: Reader) -> None:
    doubt(
        read,
        "Id,Timestamp,Value\n" + "".join(f"s{n % 2},2024-01-0{n + 1},{n}\n" for n in range(9)),
        "sensors.csv",
    )


def test_a_list_of_changes_is_not_taken_for_cases(read: Reader) -> None:
    rows = "".join(f"CHG{n},a,Closed,1,2024-01-0{n + 1},Desk\n" for n in range(9))
    error = doubt(
        read, "Number,Short description,State,Priority,Opened,Assignment group\n" + rows, "list.csv"
    )
    assert "changes" in str(error)


def test_the_name_of_the_file_tells_changes_from_cases(read: Reader) -> None:
    rows = "".join(f"CHG{n},standard,Ada,2024-01-0{n + 1},2024-01-0{n + 1},Desk\n" for n in range(9))
    result = read(
        "Number,Type,Requested by,Created on,Planned start,Assignment group\n" + rows, "change_requests.csv"
    )
    assert columns(result, "changes")["id"] == "Number"


def test_parts_of_tickets_are_not_taken_for_tickets(read: Reader) -> None:
    doubt(
        read, "id,created,ticket_id,body\n1,2024-01-01,7,hello\n2,2024-01-02,8,bye\n", "ticket_comments.csv"
    )


def test_two_columns_that_may_both_be_the_id_are_asked_about(read: Reader) -> None:
    error = doubt(
        read, "Ticket ID,Reference,Summary,Priority,Created\n1,A,x,1,2024-01-01\n2,B,y,2,2024-01-02\n"
    )
    assert "a column with the case's id; it may be Ticket ID or Reference" in str(error)


def test_a_list_without_any_id_is_asked_about(read: Reader) -> None:
    error = doubt(read, "Summary,Priority,Created,Team\nx,1,2024-01-01,a\ny,2,2024-01-02,b\n", "tickets.csv")
    assert "Expected a column with the case's id" in str(error)


def test_ids_that_repeat_now_and_then_are_asked_about(read: Reader) -> None:
    rows = "".join(f"{min(n, 18)},x,1,2024-01-01,2024-02-{n + 1:02},a\n" for n in range(20))
    error = doubt(read, "Number,Summary,Priority,Created,Timestamp,Team\n" + rows)
    assert "1 of 20 rows of Number repeat an id" in str(error)


def test_the_proposal_is_a_sound_mapping_with_what_is_to_be_told(read: Reader) -> None:
    error = doubt(read, "Summary,Priority,Created,Team\nx,1,2024-01-01,a\ny,2,2024-01-02,b\n", "tickets.csv")
    proposal = error.proposal  # type: ignore[attr-defined]
    assert "# - STILL TO BE TOLD: a column with the case's id" in proposal
    assert '# id = "…"  # still to be told: a column with the case\'s id' in proposal
    assert from_toml(proposal, "p.toml").content["table"][0]["columns"]["title"] == "Summary"


def test_a_table_that_nothing_is_known_of_still_gets_a_proposal(read: Reader) -> None:
    proposal = doubt(read, "Alpha,Beta\nx,y\nz,w\n").proposal  # type: ignore[attr-defined]
    assert "the columns are Alpha, Beta" in proposal
    assert from_toml(proposal, "p.toml").content["table"][0]["name"] == "cases"


def test_a_workbook_with_one_unsure_table_of_tickets_is_asked_about_whole(read: Reader) -> None:
    content = '{"cases": [{"id": "C1", "title": "x"}], "tickets": [{"Summary": "x", "Priority": "1", "Created": "2024-01-01", "Team": "a"}]}'
    assert "case's id" in str(doubt(read, content, "export.json"))


def test_a_list_without_unique_ids_is_asked_about(read: Reader) -> None:
    rows = "".join(f"_index.md,Title {n},policy,Owner,2024-01-01\n" for n in range(9))
    assert "only 1 of 9 differ" in str(
        doubt(read, "id,title,kind,owner,approved\n" + rows, "document_register.csv")
    )


BROKEN = {
    "wrong encoding": (
        "номер;тема\n1;принтер сломан\n2;почта не работает\n".encode("cp1251"),
        "encoding cannot be told",
    ),
    "cut off": (__import__("gzip").compress(b"Number,Summary\n" * 999)[:-9], "ends too early"),
    "XML with an entity": (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        "it is XML",
    ),
    "empty": (b"", "it is empty"),
    "log-in page": (b"<!doctype html><title>Sign in</title>", "web page"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_one_clear_message(read: Reader, what: str) -> None:
    content, message = BROKEN[what]
    with pytest.raises(UnreadableInput, match=message):
        read(content, "tickets.csv")
