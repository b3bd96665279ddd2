"""Answers to the six questions, for the whole, for each service, and what was seen of each clause."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ringtrue.engine.running.assess import Assessed
from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.result import (
    QUESTIONS,
    Answer,
    ClauseResult,
    ProcedureResult,
    QuestionResult,
    ServiceResult,
)

ENOUGH = 0.5
"""The share of its applicable procedures that must have had data enough for a question to be supported [D]."""

_PAPER = frozenset(
    [
        "services",
        "needs",
        "trace_links",
        "requirements",
        "agreements",
        "targets",
        "objectives",
        "measures",
        "documents",
        "document_versions",
        "controls",
        "questions",
        "role_assignments",
        "calendars",
        "holidays",
    ]
)
"""Tables that say what is meant to be; all others say what happened."""

_WORK = frozenset(["record"])
"""Kinds of item that are work done, though the procedure needs only tables of the other kind to say anything."""


def answer_questions(results: Sequence[ProcedureResult]) -> tuple[QuestionResult, ...]:
    """The answer to each of the six questions."""
    return tuple(_question(name, [one for one in results if one.question == name]) for name in QUESTIONS)


def answer_services(
    services: Sequence[Mapping[str, Any]], assessed: Sequence[Assessed]
) -> tuple[ServiceResult, ...]:
    """The six answers for each service: only what was judged of it, and leads that name it, count."""
    return tuple(_service(service, assessed) for service in services)


def answer_clauses(
    criteria: Sequence[Criteria], results: Sequence[ProcedureResult], needs: Mapping[str, Sequence[str]]
) -> tuple[ClauseResult, ...]:
    """What kind of evidence this run looked at for each clause, and how many leads bear on it."""
    by_id = {one.id: one for one in results}
    return tuple(
        _clause(one, clause, [by_id[name] for name in clause.procedures if name in by_id], needs)
        for one in criteria
        for clause in one.clauses
    )


def _question(name: str, results: Sequence[ProcedureResult]) -> QuestionResult:
    applicable = [one for one in results if one.result != "not_applicable"]
    enough = [one for one in applicable if one.result in ("lead", "no_lead")]
    leads = sum(len(one.leads) for one in results)
    told = f"{len(enough)} of {len(applicable)} procedures that apply had enough data"
    if leads:
        return QuestionResult(
            id=name, answer="contradicted", why=f"{leads} lead{'s' if leads > 1 else ''}; {told}"
        )
    if not results:
        return QuestionResult(
            id=name, answer="undetermined", why="there is no procedure for this question yet"
        )
    if not applicable:
        return QuestionResult(
            id=name, answer="undetermined", why="no procedure of this question applies to the data given"
        )
    answer: Answer = "supported" if len(enough) >= ENOUGH * len(applicable) else "undetermined"
    return QuestionResult(id=name, answer=answer, why=f"no lead; {told}")


def _service(service: Mapping[str, Any], assessed: Sequence[Assessed]) -> ServiceResult:
    name = str(service["id"])
    leads = [lead.id for one in assessed for lead in one.result.leads if lead.service == name]
    answers = {question: _service_answer(name, question, assessed) for question in QUESTIONS}
    return ServiceResult(
        id=name,
        name=str(service["name"] or name),
        criticality=service["criticality"],
        questions=answers,
        leads=tuple(leads),
    )


def _service_answer(service: str, question: str, assessed: Sequence[Assessed]) -> Answer:
    asked = [
        one for one in assessed if one.result.question == question and one.result.result != "not_applicable"
    ]
    if any(lead.service == service for one in asked for lead in one.result.leads):
        return "contradicted"
    judged = [
        one
        for one in asked
        if one.result.result in ("lead", "no_lead") and (one.judged_by_service or {}).get(service)
    ]
    return "supported" if asked and len(judged) >= ENOUGH * len(asked) else "undetermined"


def _clause(
    criteria: Criteria,
    clause: Clause,
    results: Sequence[ProcedureResult],
    needs: Mapping[str, Sequence[str]],
) -> ClauseResult:
    judged = [one for one in results if one.judged]
    operating = any(one.item_kind in _WORK or not set(needs[one.id]) <= _PAPER for one in judged)
    evidence: Literal["operating", "documented", "none"] = (
        "operating" if operating else "documented" if judged else "none"
    )
    return ClauseResult(
        id=clause.id,
        title=clause.title,
        evidence=evidence,
        leads=sum(len(one.leads) for one in results),
        procedures=tuple(one.id for one in results),
        criteria=criteria.id,
    )
