"""The sheet of an interview: what to ask, with what was answered so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ringtrue.api import interview_agenda, question_put
from ringtrue.model.interview import Answer, Question
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.interviews.forms import AnswerForm
from ringtrue.workbench.interviews.records import question_of
from ringtrue.workbench.trail.models import Record


@dataclass
class Asked:
    """A question of the sheet: its words here, the record that it is kept as, why it is asked, and the form of its answer."""

    id: str
    text: str
    question: Question
    form: AnswerForm
    follow_ups: tuple[str, ...] = ()
    evidence: str = ""
    why: tuple[str, ...] = ()
    answer: Answer | None = None
    record: Record | None = None


def sheet(
    audit: Audit,
    results: Any,
    role: str,
    service: str | None,
    notes: Mapping[str, tuple[Answer, Record]],
    language: str,
) -> list[Asked]:
    """What the leads ask this role of this service and what of the bank suits; then whatever else was put."""
    suited = interview_agenda(results, role, service, language)
    asked = [
        _asked(one.id, one.text, question_put(one, language), notes.get(one.id), one)
        for planned in suited[:1]
        for one in planned.questions
    ]
    known = {one.id for one in asked}
    for id, noted in notes.items():
        put = question_of(audit, id)
        if id not in known and put:
            asked.append(_asked(id, put.text, put, noted))
    for number, one in enumerate(asked):
        one.form.auto_id = f"%s-{number}"
    return asked


def _asked(
    id: str, text: str, question: Question, noted: tuple[Answer, Record] | None, planned: Any = None
) -> Asked:
    answer, record = noted or (None, None)
    start = {
        "question": id,
        "text": answer.text if answer else "",
        "corroborated_by": answer.corroborated_by if answer else "",
        "version": record.version if record else 0,
    }
    return Asked(
        id=id,
        text=text,
        question=question,
        form=AnswerForm(initial=start),
        follow_ups=planned.follow_ups if planned else (),
        evidence=(planned.evidence if planned else question.expected_evidence) or "",
        why=tuple(dict.fromkeys(planned.why))[:3] if planned else (),
        answer=answer,
        record=record,
    )
