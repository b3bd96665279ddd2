"""Interviews and self-tests: whom to ask what, what was put, what is to be scored, and whether a question is fit to be put."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.model.interview import Question

if TYPE_CHECKING:
    from ringtrue.method.banks.scenarios import Scenario
    from ringtrue.model.result import Results
    from ringtrue.papers.interview.agenda import Planned, ToAsk
    from ringtrue.papers.rating.to_rate import ToRate


def interview_agenda(
    results: "Results | None",
    role: str | None = None,
    service: str | None = None,
    language: str = "en",
    from_bank: int | None = None,
) -> "tuple[Planned, ...]":
    """The interviews that the leads of a run ask for, each with the questions that suit; those of a role or a service alone, if named."""
    from ringtrue.papers.interview.agenda import FROM_BANK, Choice, agenda
    from ringtrue.reports.language import words

    most = FROM_BANK if from_bank is None else from_bank
    choice = Choice(role=role, service=service, from_bank=most, language=language)
    return agenda(results, choice, words(language))


def interviewed_roles(language: str = "en") -> dict[str, str]:
    """The roles that can be asked, in their order, each in words."""
    from ringtrue.papers.interview.forms import ROLE_WORDS
    from ringtrue.reports.language import words

    told = words(language)
    return {role: told(name) for role, name in ROLE_WORDS.items()}


def tested_roles(language: str = "en") -> dict[str, str]:
    """The roles whose understanding is tested, each in words."""
    from ringtrue.papers.self_test.forms import TESTED_WORDS
    from ringtrue.reports.language import words

    told = words(language)
    return {role: told(name) for role, name in TESTED_WORDS.items()}


def question_put(asked: "ToAsk", language: str = "en") -> Question:
    """A planned question as the record of the audit. One of the bank keeps the words of the bank, so that it is one for all services."""
    from ringtrue.papers.interview.agenda import bank_question, from_bank
    from ringtrue.papers.interview.read import put_question

    bank = bank_question(asked.id)
    one = from_bank(bank, None, language) if bank else asked
    row = {"id": one.id, "text": one.text, "lesson": one.lesson, "clauses": one.clauses}
    return put_question({**row, "evidence": one.evidence or None})[1]


def own_question(text: str, concept: str | None = None) -> tuple[str, Question]:
    """An auditor's own question as a record, with the id that its words give. ``concept``: what an answer shows understanding of."""
    from dataclasses import replace

    from ringtrue.papers.interview.read import put_question

    id, found = put_question({"id": None, "text": text, "lesson": None, "clauses": (), "evidence": None})
    return id, replace(found, concept=concept)


def question_faults(
    text: str, role: str | None, allowed: Sequence[str] = (), language: str = "en"
) -> list[dict[str, str]]:
    """What is wrong with a question for somebody in a role: of each fault its name, the words, the reason, a better way."""
    from ringtrue.method.questions import AskedQuestion, check_question

    found = check_question(AskedQuestion(text=text, role=role, allowed_roles=tuple(allowed)))
    return [one.told(language) for one in found]


def answer_id(interview: str, question: str, rater: str | None = None) -> str:
    """The id of the record of an answer: as it was noted, or as a rater scored it."""
    from ringtrue.papers.interview.read import answer_id as id_of

    return id_of(interview, question, rater)


def answers_to_rate(journal: Journal, rater: str, language: str = "en") -> "tuple[ToRate, ...]":
    """Answers that a rater has not scored, question by question, with what an answer of each level sounds like."""
    from ringtrue.papers.rating.to_rate import answers_to_rate as found

    return found(journal, rater, language)


def concept_names(language: str = "en") -> Mapping[str, str]:
    """What somebody has to have understood, each in words."""
    from ringtrue.method.banks.scenarios import CONCEPTS
    from ringtrue.reports.language import words

    told = words(language)
    return {one: told(one) for one in CONCEPTS}


def scenarios(role: str, each: int = 2) -> "tuple[Scenario, ...]":
    """So many scenarios of each concept, for a role."""
    from ringtrue.method.banks.scenarios import scenarios_for

    return scenarios_for(role, each)


def scenario_question(one: "Scenario", language: str = "en") -> Question:
    """A scenario as a question of the audit."""
    from ringtrue.papers.self_test.read import question_of

    return question_of(one, language)


def teams(folder: AuditFolder) -> dict[str, str]:
    """The teams and units that the records name, by their ids; none before an import."""
    from ringtrue.engine.audit.teams import teams_of

    return teams_of(folder)
