"""Encodings: proven, or guessed and said; never garbled in silence."""

import pytest

from ringtrue.model.errors import UnreadableInput
from tests.importers.reading.conftest import Reader

GERMAN = "id;titel;team\n1;Drucker läuft über;Büro Köln\n2;Schlüssel größer;Süd\n3;Tür öffnen;Prüfung\n"
FRENCH = "id;titre;équipe\n1;réseau coupé à l'été;dépôt\n2;clé brisée;générale\n3;très gêné;hôtel\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp850"]
)
@pytest.mark.parametrize("text", [GERMAN, FRENCH])
def test_accents_survive(read: Reader, codec: str, text: str) -> None:
    found = read(text.encode(codec))
    lines = [line.split(";") for line in text.splitlines()]
    assert found.table.columns == tuple(lines[0])
    assert [list(row[2:]) for row in found.rows] == lines[1:]


@pytest.mark.parametrize(("codec", "word"), [("cp1252", "Windows-1252"), ("cp850", "DOS code page 850")])
def test_a_guess_is_said(read: Reader, codec: str, word: str) -> None:
    assert any(f"read as {word}" in note for note in read(GERMAN.encode(codec)).notes)


def test_what_is_proven_is_not_said(read: Reader) -> None:
    assert read(GERMAN.encode()).notes == ["the delimiter is the semicolon"]


def test_typographic_signs_of_windows_are_no_reason_to_doubt(read: Reader) -> None:
    found = read("id;note\n1;don’t – “stop”\n2;5 € … it’s\n".encode("cp1252"))
    assert found.rows[0][3] == "don’t – “stop”"


def test_some_damaged_bytes_in_utf_8_cost_their_own_values_only(read: Reader) -> None:
    content = GERMAN.encode().replace("größer".encode(), b"gr\xf6\xdfer")
    found = read(content)
    assert [row[3] for row in found.rows] == ["Drucker läuft über", None, "Tür öffnen"]
    (issue,) = found.table.issues
    assert (issue.row, issue.line, issue.column, issue.kind, issue.outcome) == (
        2,
        3,
        "titel",
        "unreadable",
        "loaded",
    )
    assert issue.value == "Schlüssel gr\\xf6\\xdfer"
    assert any("bytes mean nothing" in note for note in found.notes)


def test_bytes_that_windows_does_not_define_cost_their_own_values_only(read: Reader) -> None:
    found = read("id;titel\n1;Tür\n2;".encode("cp1252") + b"a \x81 b\n3;M\xfcller\n")
    assert [row[3] for row in found.rows] == ["Tür", None, "Müller"]
    assert found.table.issues[0].value == "a \\x81 b"


def test_letters_of_other_scripts_in_one_byte_are_refused(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="encoding cannot be told"):
        read("номер;тема\n1;принтер сломан\n2;почта не работает\n".encode("cp1251"))


def test_a_person_can_name_the_encoding(read: Reader) -> None:
    found = read("номер;тема\n1;принтер\n2;почта\n".encode("cp1251"), encoding="cp1251")
    assert found.table.columns == ("номер", "тема")


def test_an_encoding_that_does_not_exist_is_a_clear_message(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match='"latin-99" is no encoding'):
        read("id;title\n1;x\n", encoding="latin-99")


def test_half_a_letter_at_the_end_of_utf_16_is_refused(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="encoding cannot be told, or some of it is damaged"):
        read(GERMAN.encode("utf-16")[:-1])


def test_a_long_text_in_windows_encoding_with_accents_only_at_its_end(read: Reader) -> None:
    found = read(("id;titel\n" + "1;plain\n" * 100_000 + "2;Tür\n").encode("cp1252"))
    assert found.table.rows == 100_001
    assert found.rows[-1][3] == "Tür"
