"""Interviews, and each answer as it was noted and as each rater scored it."""

from collections.abc import Iterator, Mapping
from typing import Any

from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.pieces import Piece, line, moment, props, prose, subjects, without_empty

Record = Mapping[str, Any]


def interviewed(given: Given) -> Iterator[Piece]:
    """Interviews, then answers, in the order in which they were recorded."""
    for id, interview in given.interviews.items():
        yield _interview(given, id, interview)
    for id, answer in given.answers.items():
        yield _answer(given, id, answer)


def _interview(given: Given, id: str, one: Record) -> Piece:
    role = str(one.get("role") or "not known")
    who = given.people.pseudonym(one.get("party")) or "somebody"
    return without_empty(
        {
            "uuid": given.ids.thing("interview", id),
            "title": line(f"Interview {id}"),
            "description": line(f"Interview with {who} as {role.replace('_', ' ')}."),
            "props": props(
                {"interview": id, "role": role, "team": one.get("team"), "held-at": one.get("held_at")}
            ),
            "methods": ["INTERVIEW"],
            "types": ["interview"],
            "origins": given.people.origins(one.get("auditor")),
            "subjects": _subjects(given, one),
            "collected": _held(given, one),
        }
    )


def _answer(given: Given, id: str, one: Record) -> Piece:
    interview = given.interviews.get(str(one.get("interview")), {})
    asked = given.questions.get(str(one.get("question")), {})
    scored = one.get("score") is not None
    return without_empty(
        {
            "uuid": given.ids.thing("answer", id),
            "title": line(asked.get("text"), f"Question {one.get('question')}"),
            "description": prose(one.get("text") or "-"),
            "props": props(
                {
                    "interview": one.get("interview"),
                    "question": one.get("question"),
                    "lesson": asked.get("lesson"),
                    "concept": asked.get("concept"),
                    "clauses": ", ".join(asked.get("clauses") or ()),
                    "score": one.get("score"),
                    "rater": given.people.pseudonym(one.get("rater")),
                    "corroborated-by": one.get("corroborated_by"),
                }
            ),
            "links": _links(given, one),
            "methods": ["INTERVIEW"],
            "types": ["answer"],
            "origins": given.people.origins(one.get("rater") if scored else interview.get("auditor")),
            "subjects": _subjects(given, interview),
            "collected": _held(given, interview),
        }
    )


def _links(given: Given, one: Record) -> list[Piece]:
    """An answer belongs to its interview, where the journal holds it."""
    id = str(one.get("interview"))
    return [{"href": f"#{given.ids.thing('interview', id)}", "rel": "related"}] if id in given.interviews else []  # fmt: skip


def _subjects(given: Given, interview: Record) -> list[Piece]:
    who = given.people.party(interview.get("party"))
    return [
        *([{"subject-uuid": who, "type": "party"}] if who else []),
        *subjects([given.component(interview.get("service"))]),
    ]


def _held(given: Given, interview: Record) -> str:
    return moment(str(interview.get("held_at") or "")) or given.known_until
