"""What becomes of a filled self-test: an interview without an interviewer, in the trail, with a team and without a person."""

import secrets
from collections.abc import Mapping

from django.db import transaction

from ringtrue.api import NewEntry, Scenario, answer_id, scenario_question, scenarios
from ringtrue.method.banks.told import told_in
from ringtrue.model.entry import to_content
from ringtrue.model.interview import Answer, Interview
from ringtrue.workbench.clock import now
from ringtrue.workbench.interviews.records import SELF_TEST, question_of
from ringtrue.workbench.trail.journal import AuditJournal
from ringtrue.workbench.understanding.models import TestLink

BY = "self-test"
"""Who stands in the trail: nobody."""


def asked_by(link: TestLink) -> list[tuple[Scenario, str, str]]:
    """The scenarios of a link, each with its situation and its question in the language of the test."""
    return [
        (one, told_in(one.situation, link.language), told_in(one.question, link.language))
        for one in scenarios(link.role, link.each)
    ]


def hand_in(link: TestLink, answers: Mapping[str, str]) -> bool:
    """Use the link up and record the answers; False if it was used, withdrawn or ran out in this moment."""
    with transaction.atomic():
        if not TestLink.usable().filter(pk=link.pk).update(used=True):
            return False
        at = now()
        id = f"{SELF_TEST}{secrets.token_hex(6)}"
        interview = Interview(role=link.role, held_at=at[:10], team=link.team, service=link.service or None)
        entries = [_entry("interview", id, interview, at)]
        for one, _, _ in asked_by(link):
            if text := answers.get(one.id, "").strip():
                if question_of(link.audit, one.id) is None:
                    entries.append(_entry("question", one.id, scenario_question(one, link.language), at))
                answer = Answer(interview=id, question=one.id, text=text)
                entries.append(_entry("answer", answer_id(id, one.id), answer, at))
        AuditJournal(link.audit).append(entries)
    return True


def _entry(kind: str, id: str, record: object, at: str) -> NewEntry:
    return NewEntry(kind=kind, id=id, by=BY, at=at, reason="self-test", content=to_content(record))
