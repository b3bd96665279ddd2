"""The banks as plain rows in one language: for lists, for machines, for the manual."""

from typing import Any

from ringtrue.method.banks.concepts import Concept, all_concepts, all_lessons, concepts_named
from ringtrue.method.banks.questions import chosen
from ringtrue.method.banks.questions.for_service import for_service
from ringtrue.method.banks.told import told_in
from ringtrue.method.questions.role_fit import ROLE_NAMES
from ringtrue.reports.language import words


def question_rows(
    role: str | None, lesson: str | None, clause: str | None, service: str | None, language: str
) -> list[dict[str, Any]]:
    """The questions of the bank for a role, a lesson and a clause."""
    words(language)
    return [
        {
            "id": one.id,
            "text": for_service(told_in(one.text, language), service, language),
            "lesson": one.lesson,
            "clauses": list(one.clauses),
            "allowed_roles": list(one.roles),
            "role_names": [told_in(ROLE_NAMES[name], language) for name in one.roles],
            "concept": one.concept,
            "open": True,
            "evidence": told_in(one.evidence, language),
            "follow_ups": [
                for_service(text, service, language) for text in told_in(one.follow_ups, language)
            ],
        }
        for one in chosen(role, lesson, clause)
    ]


def concept_rows(term: str | None, language: str) -> list[dict[str, Any]]:
    """The concept or lesson of that name; all of them, lessons first, where no name is given."""
    words(language)
    found = concepts_named(term) if term else (*all_lessons(), *all_concepts())
    return [_concept(one, language) for one in found]


def _concept(one: Concept, language: str) -> dict[str, Any]:
    names = {other.id: told_in(other.name, language) for other in all_concepts()}
    return {
        "id": one.id,
        "lesson": one.lesson,
        "name": told_in(one.name, language),
        "meaning": told_in(one.meaning, language),
        "right": told_in(one.right, language),
        "wrong": told_in(one.wrong, language),
        "see": [names[other] for other in one.see],
    }
