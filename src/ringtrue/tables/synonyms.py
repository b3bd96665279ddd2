"""The headers under which real tools and offices keep what a column holds, as ``synonyms.toml`` lists them."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.tables import table as declared

_WORD_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_NO_LETTER = re.compile(r"[\W_]+")
_LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def normalise_header(text: str) -> str:
    """The header in lower case, without accents, one space for everything that is no letter or digit.

    ``OpenedAt``, ``opened_at`` and ``Opened (at):`` all become ``opened at``. The sign % is a word, for
    it tells a share from other values: ``Target %`` becomes ``target percent``.
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("%", " percent "))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    folded = _WORD_BORDER.sub(" ", bare).casefold().translate(_LIGATURES)
    return _NO_LETTER.sub(" ", folded).strip()


def synonyms(table: str) -> dict[str, str]:
    """Each known header of that canonical table, normalised, and the column that it means.

    KeyError if there is no such table. Where a file has several headers of one column, the one that stands
    first here is the surest.
    """
    columns = declared(table).columns
    known = {normalise_header(column.name): column.name for column in columns}
    for column in columns:
        for header in _headers(_content().get(table, {}).get(column.name, {})):
            known.setdefault(header, column.name)
    return known


@cache
def without_place(table: str) -> frozenset[str]:
    """Headers, normalised, that are known and hold nothing that the table has a column for.

    They are not to be taken for a column that sounds alike: ``SLA breached`` is the opposite of
    ``reported_attained``.
    """
    return frozenset(map(normalise_header, _content()["without_place"].get(table, ())))


def _headers(languages: dict[str, list[str]]) -> Iterator[str]:
    for language, headers in languages.items():
        for header in headers:
            yield normalise_header(header)
            if language == "de":
                yield normalise_header(header.translate(_WRITTEN_OUT))


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("synonyms.toml").read_text(encoding="utf-8"))
