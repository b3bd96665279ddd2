"""Questions, concepts, understanding, and the words of a language."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal

if TYPE_CHECKING:
    from ringtrue.method.understanding import Understanding
    from ringtrue.papers.questionnaire.checked import CheckedQuestionnaire


def questions(
    role: str | None = None,
    lesson: str | None = None,
    clause: str | None = None,
    service: str | None = None,
    language: str = "en",
) -> list[dict[str, Any]]:
    """The interview questions of the bank for a role, a lesson and a clause; a service's name stands in them where it is given."""
    from ringtrue.papers.guide import question_rows

    return question_rows(role, lesson, clause, service, language)


def check_questionnaire(path: Path, role: str | None = None, language: str = "en") -> "CheckedQuestionnaire":
    """An auditor's own questions, each with what is wrong with its wording or its role. ``role`` holds where a row names none."""
    from ringtrue.papers.questionnaire.checked import check_questionnaire as check

    return check(path, role, language)


def concepts(term: str | None = None, language: str = "en") -> list[dict[str, Any]]:
    """The concept or lesson of that name, with a right and a wrong example; all of them where none is named."""
    from ringtrue.papers.guide import concept_rows

    return concept_rows(term, language)


def understanding(folder: AuditFolder, journal: Journal | None = None) -> "Understanding":
    """How far two raters agree on the answers of staff, and what share of these passes, by concept and by team."""
    from ringtrue.engine.records.scores import scores_of
    from ringtrue.method.understanding import understanding as judged

    return judged(scores_of(folder, journal))


def words(language: str) -> Callable[[str], str]:
    """What turns fixed English words into the language."""
    from ringtrue.reports.language import words as told

    return told(language)
