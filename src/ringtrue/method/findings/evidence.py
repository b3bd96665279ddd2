"""Judges a piece of evidence as a record: its three dates, who and where, how obtained, and who verified it."""

from collections.abc import Iterator
from datetime import date, datetime

from ringtrue.method.findings.names import Names
from ringtrue.model.evidence import OBTAINED, Evidence
from ringtrue.model.finding import Refusal

_DATES = {
    "event_on": "date of the event",
    "event_until": "end of the event",
    "document_on": "date of the document",
    "captured_at": "date of capture",
    "verified_at": "date of verification",
}
_ORDER = (
    ("event_on", "event_until"),
    ("event_on", "captured_at"),
    ("document_on", "captured_at"),
    ("captured_at", "verified_at"),
)
"""The first does not come after the second."""


def evidence_refusals(evidence: Evidence, names: Names | None = None) -> tuple[Refusal, ...]:
    """Every reason why the evidence cannot be taken. ``names`` are those that no report may show."""
    return (*_missing(evidence), *_dates(evidence), *_verification(evidence), *_persons(evidence, names))


def _missing(evidence: Evidence) -> Iterator[Refusal]:
    needed = {
        "shows": ("what it shows", "Say in a sentence what can be seen from it."),
        "collected_by": ("who obtained it", "Name the auditor."),
        "place": ("where it was obtained", "Name the site, the system or the meeting."),
    }
    for name, (what, remedy) in needed.items():
        if not str(getattr(evidence, name) or "").strip():
            yield Refusal("incomplete", f"The evidence does not say {what}.", remedy)
    if evidence.obtained not in OBTAINED:
        yield Refusal(
            "obtained",
            f'"{evidence.obtained}" is no way to obtain it.',
            f"Choose one of {', '.join(OBTAINED)}.",
        )


def _persons(evidence: Evidence, names: Names | None) -> Iterator[Refusal]:
    """The auditors are named, and nobody else: a record tells by its id who it was."""
    text = " ; ".join(filter(None, (evidence.shows, evidence.place, evidence.party)))
    named = names.found_in(text) if names else ()
    if named:
        told = f"The evidence names a person ({', '.join(named)})."
        yield Refusal(
            "person_named", told, "Name the role or the team; the record tells by its id who it was."
        )


def _dates(evidence: Evidence) -> Iterator[Refusal]:
    days = {}
    for name, told in _DATES.items():
        given = getattr(evidence, name)
        if given is None and name not in ("event_on", "captured_at"):
            continue
        days[name] = _day(given)
        if days[name] is None:
            yield Refusal("date", f'The {told} is "{given or ""}".', "Give a day, such as 2026-04-30.")
    for before, after in _ORDER:
        one, other = days.get(before), days.get(after)
        if one and other and one > other:
            yield Refusal(
                "date",
                f"The {_DATES[before]} ({one}) lies after the {_DATES[after]} ({other}).",
                "Correct the one that is wrong; the three dates are different things.",
            )


def _verification(evidence: Evidence) -> Iterator[Refusal]:
    if bool(evidence.verified_by) != bool(evidence.verified_at):
        yield Refusal(
            "verification", "Only one of who verified it and when is given.", "Give both, or neither."
        )


def _day(given: str | None) -> date | None:
    try:
        return datetime.fromisoformat(given or "").date()
    except ValueError:
        return None
