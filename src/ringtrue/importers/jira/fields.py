"""Fields of Jira by all their names: custom fields of the navigator, German labels, names that JSON gives beside its issues."""

import re
from collections.abc import Mapping, Sequence

from ringtrue.importers.described.columns import plain
from ringtrue.importers.described.kinds import words

_CUSTOM = re.compile(r"(?:custom field|benutzerdefiniertes feld) \((.+)\)(?:_\d+)?")
_ID = re.compile(r"fields\.(customfield_\d+)((?:\.[a-z]+)?)")


def aliases(columns: Sequence[str], names: Mapping[str, str] | None = None) -> dict[str, str]:
    """More names for columns: ``organizations`` for "Custom field (Organizations)", for customfield_10002 where it is named so."""
    found: dict[str, str] = {}
    german: dict[str, str] = words("ringtrue.importers.jira")["labels"]
    for column in columns:
        key = plain(column)
        if custom := _CUSTOM.fullmatch(key):
            found.setdefault(custom[1], column)
        if key in german:
            found.setdefault(german[key], column)
        if names and (field := _ID.fullmatch(key)):
            found.setdefault(plain(names.get(field[1], "")) + field[2], column)
    return found
