"""Labels of tables, columns and fixed words."""

import pytest

from ringtrue.tables import all_tables
from ringtrue.tables.form import Form
from ringtrue.tables.labels import label_languages, labels


@pytest.mark.parametrize("language", label_languages())
def test_no_two_tables_columns_or_words_share_a_label(language: str) -> None:
    known = labels(language)
    names = [known.table(one).casefold() for one in all_tables().values()]
    assert len(set(names)) == len(names)
    for one in all_tables().values():
        headings = [heading.casefold() for heading in Form(one, known).headings.values()]
        assert len({*headings, known.word("remark").casefold()}) == len(headings) + 1, one.name
        for column in one.columns:
            assert len({word.casefold() for word in known.values(column)}) == len(column.values)


@pytest.mark.parametrize("language", [one for one in label_languages() if one != "en"])
def test_everything_has_a_label_in_every_language(language: str) -> None:
    content = labels(language).content
    columns = {column.name for one in all_tables().values() for column in one.columns}
    words = {w for one in all_tables().values() for column in one.columns for w in column.values}
    assert set(all_tables()) == set(content["tables"])
    assert columns <= set(content["columns"])
    assert words - {"R", "A", "C", "I"} <= set(content["values"])
    assert set(content["examples"]) == set(labels("en").content["examples"])
    assert set(content["form"]) == set(labels("en").content["form"])


def test_english_fixed_words_are_those_of_the_contract() -> None:
    assert labels("en").value("in_progress") == "in_progress"


def test_an_unknown_language_is_english() -> None:
    assert labels("../de") == labels("xx") == labels("en")
