"""How auditors head the columns of a questionnaire, and call the roles."""

import re
from collections.abc import Sequence

from ringtrue.method.questions.role_fit import ROLE_NAMES

_HEADINGS = {
    "text": (
        "text",
        "question",
        "questions",
        "question text",
        "wording",
        "frage",
        "fragen",
        "fragetext",
        "wortlaut",
    ),
    "role": (
        "role",
        "asked role",
        "put to",
        "interviewee",
        "respondent",
        "rolle",
        "gestellt an",
        "befragte rolle",
        "befragter",
    ),
    "allowed_roles": ("allowed roles", "roles", "for roles", "erlaubte rollen", "rollen", "zulässige rollen"),
    "id": ("id", "no", "nr", "number", "nummer", "question id", "frage nr"),
}

_CALLED = {
    "end user": "user",
    "enduser": "user",
    "endanwender": "user",
    "nutzer": "user",
    "benutzer": "user",
    "client": "customer",
    "auftraggeber": "customer",
    "budget owner": "sponsor",
    "budgetverantwortliche": "sponsor",
    "service manager": "service_owner",
    "serviceverantwortlicher": "service_owner",
    "service owner": "service_owner",
    "process manager": "process_owner",
    "prozessverantwortlicher": "process_owner",
    "prozesseigner": "process_owner",
    "agent": "practitioner",
    "staff": "practitioner",
    "mitarbeiter": "practitioner",
    "mitarbeiterin": "practitioner",
    "ausführender": "practitioner",
    "supplier": "external_supplier",
    "vendor": "external_supplier",
    "lieferant": "external_supplier",
    "management": "top_management",
    "executive": "top_management",
    "geschäftsführung": "top_management",
    "geschäftsleitung": "top_management",
    "vorstand": "top_management",
    "kundin": "customer",
    "anwenderin": "user",
}
"""What auditors call the roles, besides their names."""


def column_of(name: str, columns: Sequence[str]) -> str | None:
    """The column that is headed so in one of the ways known; None if there is none."""
    bare = {_bare(column): column for column in reversed(columns)}
    return next((bare[heading] for heading in _HEADINGS[name] if heading in bare), None)


def role_of(word: str) -> str | None:
    """The role that a word names; None if it names none."""
    known = {_bare(role): role for role in ROLE_NAMES} | _CALLED
    known |= {_bare(name): role for role, names in ROLE_NAMES.items() for name in names.values()}
    return known.get(_bare(word))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("_", " ")))
