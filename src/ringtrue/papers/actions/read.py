"""Reads answers back: each step is judged after those before it; what cannot be taken now is named with what to do."""

from dataclasses import replace

from ringtrue.method.follow_up.refuse import FollowUp, response_refusals
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.finding import Refusal
from ringtrue.model.follow_up import Response
from ringtrue.papers.actions.forms import RESPONSES
from ringtrue.papers.actions.rows import response_from, response_row
from ringtrue.papers.findings.read import Taken, read_evidence
from ringtrue.papers.findings.records import Records, records_of
from ringtrue.papers.findings.refused import refused
from ringtrue.papers.findings.rows import is_blank
from ringtrue.papers.paper import ReadBack, Reading
from ringtrue.reports.language import Words, words

COLUMNS = {
    "unknown_finding": "finding",
    "no_answer_needed": "finding",
    "step": "step",
    "order": "step",
    "no_text": "text",
    "person_named": "text",
    "no_name": "by",
    "who": "by",
    "own_answer": "by",
    "own_work": "by",
    "date": "on",
    "no_number": "action",
    "number": "action",
    "unknown_evidence": "evidence",
    "evidence_changed": "evidence",
    "major_unverified": "evidence",
    "effect": "effective",
    "new_cases": "cases",
    "not_shown": "cases",
}


def read(reading: Reading) -> ReadBack:
    """The evidence first, then the steps in the order of their rows."""
    records, taken = records_of(reading.folder, reading.journal), Taken()
    evidence = read_evidence(reading, records, taken)
    known = replace(records.known, evidence={**records.evidence, **evidence})
    steps = list(records.responses.values())
    told = words(reading.filled.about.get("language", "en"))
    rows, wrong = RESPONSES.read(reading.filled, told)
    taken.problems += wrong
    for row, values in rows:
        if is_blank(values, "id", "finding", "step", "action", "tolerable", "confidence"):
            continue
        new = response_from(values)
        if new.id in records.responses:
            taken.entries.append(_entry(reading, new))
            continue
        against = _changed(values["id"], records, told) or response_refusals(
            records.findings.get(new.finding), new, FollowUp(steps, records.auditors, known)
        )
        taken.problems += refused(RESPONSES, row, against, COLUMNS, told)
        if not against:
            steps.append(new)
            taken.entries.append(_entry(reading, new))
    return ReadBack(entries=taken.entries, problems=taken.problems)


def _changed(id: str | None, records: Records, told: Words) -> tuple[Refusal, ...]:
    """A recorded step that says something else now."""
    if not id or id not in records.responses:
        return ()
    was = response_row(records.responses[id])
    found = f"Step {id} is recorded and says something else (“{str(was['text'])[:60]}”)."
    return (Refusal("changed", found, "Leave recorded steps as they are and add a row for what is new."),)


def _entry(reading: Reading, new: Response) -> NewEntry:
    return NewEntry(
        kind="response", id=new.id, by=reading.by, at=reading.at, reason=new.step, content=to_content(new)
    )
