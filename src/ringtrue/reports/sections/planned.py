"""What was planned, as it was recorded last: objectives, what is left out, team, days and places."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ringtrue.reports.parts import Said, Term
from ringtrue.reports.text import plain

_LINES = (
    ("exclusions", "Left out, and why"),
    ("risks", "Risks to the audit"),
    ("remote", "Remote work"),
    ("confidentiality", "Confidentiality"),
)


def planned(records: Mapping[str, Sequence[Mapping[str, Any]]]) -> tuple[Term, ...]:
    """The plan in terms of a report; nothing where none was recorded."""
    plans = records.get("plan", ())
    return tuple(_terms(plans[-1])) if plans else ()


def _terms(plan: Mapping[str, Any]) -> Iterable[Term]:
    yield _term("Audit objectives", " ".join(plan["objectives"]))
    yield _term(
        "Audit team", "; ".join(f"{one['name']} ({one['role'].replace('_', ' ')})" for one in plan["team"])
    )
    if plan["schedule"]:
        yield _term("Dates and places", _dates(plan["schedule"]))
    for name, title in _LINES:
        if plan[name]:
            yield _term(title, plan[name])


def _dates(schedule: Sequence[Mapping[str, Any]]) -> str:
    days = sorted({one["day"] for one in schedule})
    places = sorted({one["place"] for one in schedule if one["place"]})
    span = days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}"
    return "; ".join([span, *places])


def _term(name: str, text: str) -> Term:
    return Term(name=name, text=Said(plain(text, 2000)))
