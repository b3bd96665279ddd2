"""What becomes of a filled self-test: an interview without an interviewer, in the trail, with a team and without a person."""

import secrets
from collections.abc import Mapping

from django.db import transaction

from ringtrue.api import NewEntry, Scenario, answer_id, scenario_question, scenarios
from ringtrue.method.banks.told import told_in
from ringtrue.model.entry import to_content
from ringtrue.model.interview import Answer, Interview
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.interviews.records import SELF_TEST, question_of
from ringtrue.workbench.trail.journal import AuditJournal
from ringtrue.workbench.understanding.models import TestLink

BY = "self-test"
"""Who stands in the trail: nobody."""

FEWEST = 5
"""Of how many persons of a team something is told [D]."""


def asked_by(link: TestLink) -> list[tuple[Scenario, str, str]]:
    """The scenarios of a link, each with its situation and its question in the language of the test."""
    return [
        (one, told_in(one.situation, link.language), told_in(one.question, link.language))
        for one in scenarios(link.role, link.each)
    ]


def hand_in(link: TestLink, answers: Mapping[str, str]) -> bool:
    """Use the link up and record the answers; False if it was used, withdrawn or ran out in this moment.

    The trail calls a team by an alias, and no service, until five of it have answered: it can be read, and taken outside.
    """
    with transaction.atomic():
        Audit.objects.select_for_update().get(pk=link.audit_id)
        id = f"{SELF_TEST}{secrets.token_hex(6)}"
        if not TestLink.usable().filter(pk=link.pk).update(used=True, interview=id):
            return False
        at = now()
        entries = [_entry("interview", id, _interview(link, link.alias or link.team, at[:10]), at)]
        for one, _, _ in asked_by(link):
            if text := answers.get(one.id, "").strip():
                if question_of(link.audit, one.id) is None:
                    entries.append(_entry("question", one.id, scenario_question(one, link.language), at))
                answer = Answer(interview=id, question=one.id, text=text)
                entries.append(_entry("answer", answer_id(id, one.id), answer, at))
        AuditJournal(link.audit).append([*entries, *_named(link, at)])
    return True


def _named(link: TestLink, at: str) -> list[NewEntry]:
    """The interviews of the team under its own name, once there are enough of them."""
    of_team = TestLink.objects.filter(audit=link.audit_id, team=link.team, used=True)
    if of_team.count() < FEWEST:
        return []
    hidden = list(of_team.exclude(interview=""))
    days = dict(
        link.audit.records.filter(kind="interview", record__in=[one.interview for one in hidden]).values_list(
            "record", "content__held_at"
        )
    )
    of_team.update(interview="")
    return [
        _entry(
            "interview",
            one.interview,
            _interview(one, one.team, days.get(one.interview, at[:10]), one.service),
            at,
        )
        for one in sorted(hidden, key=lambda one: one.interview)
    ]


def _interview(link: TestLink, team: str, day: str, service: str = "") -> Interview:
    return Interview(role=link.role, held_at=day, team=team, service=service or None)


def _entry(kind: str, id: str, record: object, at: str) -> NewEntry:
    return NewEntry(kind=kind, id=id, by=BY, at=at, reason="self-test", content=to_content(record))
