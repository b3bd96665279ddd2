"""Complaints, and what was done about everything that called for it."""

from collections.abc import Iterator
from datetime import timedelta

from ringtrue.simulation.calendar import DAY, HOUR, moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.readings import is_missed, measurements
from ringtrue.simulation.papers.reviews import reviews
from ringtrue.simulation.papers.rows import Row, Rows
from ringtrue.simulation.papers.surveys import survey_responses
from ringtrue.simulation.papers.thread import measure_id
from ringtrue.simulation.papers.thread_texts import wishes
from ringtrue.simulation.services import SERVICES

OUTCOMES = (
    "Explained, accepted",
    "Rule changed",
    "Apologised, work done again",
    "Training for the team",
    "Contact person named",
)
CAUSES = {
    "8.5.1.3": "review template has no question on effect", "8.2.6": "no owner for store devices", "8.6.3": "known errors are not searched",
    "7.5.3": "two places for work instructions", "8.3.4.1": "supplier report comes late", "9.4": "report has no decision column",
    "8.4.3": "growth of the stores not told", "7.2": "no training plan for new staff", "8.6.1": "no rule for calling back",
    "8.3.2": "complaints reach three mailboxes", "10.1": "no date for the check of effect", "8.2.4": "catalogue not shown in the portal",
    "8.1": "supplier access not listed", "8.5.3": "release notes not sent", "8.7.1": "no threshold for short outages",
    "5.3": "deputies not named", "6.1": "risks not scored again", "8.7.3.2": "access list in two copies", "7.3": "no words on customers at the start",
    "8.4.2": "sales dates not asked for",
}  # fmt: skip
"""Causes of findings by clause, each used once."""


def complaints(organisation: Organisation) -> Rows:
    """About thirty complaints, each decided within a few weeks."""
    dice, rows = organisation.dice.of("complaints"), []
    for place in range(30):
        one = dice.of(place)
        service = one.pick(SERVICES[:7])
        by_customer = one.chance(0.4)
        people = organisation.people.customers if by_customer else organisation.people.users
        units = service.customer_units if by_customer else tuple(service.units)
        day = organisation.begins + timedelta(
            days=one.whole(4, (organisation.ends - organisation.begins).days - 30)
        )
        received = moment(day, f"{one.whole(8, 17)}:{one.whole(10, 59)}")
        rows.append(
            {
                "service": service.id,
                "party": one.pick([person for person in people if person.group in units]).id,
                "role": "customer" if by_customer else "user",
                "received_at": received,
                "decided_at": received + int(one.between(2, 14) * DAY),
                "outcome": one.pick(OUTCOMES),
            }
        )
    rows.sort(key=lambda row: str(row["received_at"]))
    return [{"id": f"B{place:03}", **row} for place, row in enumerate(rows, 1)]


def actions(organisation: Organisation) -> Rows:
    """One action for each complaint, low score, decision, finding and missed reading, in order of raising."""
    found = [
        *_on_complaints(organisation),
        *_on_low_scores(organisation),
        *_on_reviews(organisation),
        *_on_missed_readings(organisation),
    ]
    found.sort(key=lambda row: (row["raised_at"], row["origin"], row.get("cause") or ""))
    return [
        {"id": f"A{place:04}", **_known_at(organisation.export, row)} for place, row in enumerate(found, 1)
    ]


def _known_at(export: int, row: Row) -> Row:
    """Times after the export are not known yet."""
    times = ("decided_at", "done_at", "checked_at")
    known = {name: None if name in times and (value or 0) >= export else value for name, value in row.items()}
    return {**known, "effective": None} if known.get("checked_at") is None else known


def _times(dice: Dice, raised: int, decided_days: float, check_days: float | None = None) -> Row:
    """When it was raised, decided, done and, where effect matters, checked."""
    decided = raised + int(dice.between(0.3, 1) * decided_days * DAY)
    done = decided + int(dice.between(1, 9) * DAY)
    row: dict[str, object] = {"raised_at": raised, "decided_at": decided, "done_at": done}
    if check_days is not None:
        row |= {"checked_at": done + int(dice.between(0.6, 1) * check_days * DAY), "effective": True}
    return row


def _on_complaints(organisation: Organisation) -> Iterator[Row]:
    for row in complaints(organisation):
        dice = organisation.dice.of("action", row["id"])
        yield {
            **_times(dice, row["received_at"], 10), "decided_at": row["decided_at"], "done_at": row["decided_at"] + 3 * DAY,
            "kind": "correction", "origin_kind": "complaint", "origin": row["id"], "service": row["service"],
            "owner": organisation.people.owner(row["service"], row["received_at"]).id,
        }  # fmt: skip


def _on_low_scores(organisation: Organisation) -> Iterator[Row]:
    """Whoever gives the lowest scores is called back."""
    for row in survey_responses(organisation):
        if row["score"] <= 2:
            dice = organisation.dice.of("action", row["invite"])
            yield {
                **_times(dice, row["answered_at"], 11), "kind": "correction", "origin_kind": "survey", "origin": row["id"],
                "service": row["service"], "owner": organisation.people.owner(row["service"], row["answered_at"]).id,
            }  # fmt: skip


def _on_reviews(organisation: Organisation) -> Iterator[Row]:
    causes = iter(CAUSES.items())
    for row in reviews(organisation):
        service = row.get("service")
        owner = (
            organisation.people.owner(service, row["held_at"]).id
            if service
            else organisation.people.offices["quality"].id
        )
        for number in range(row["decisions"]):
            dice = organisation.dice.of("decision", row["id"], number)
            yield {
                **_times(dice, row["held_at"] + HOUR, 2), "kind": "decision", "origin_kind": "review", "origin": row["id"], "service": service,
                "owner": owner,
            }  # fmt: skip
        for number in range(row["findings"]):
            dice = organisation.dice.of("finding", row["id"], number)
            clause, cause = next(causes)
            yield {
                **_times(dice, row["held_at"] + HOUR, 9, 20), "kind": "corrective_action", "origin_kind": "finding", "origin": row["id"],
                "service": service, "clause": clause, "cause": cause, "owner": owner,
            }  # fmt: skip


def _on_missed_readings(organisation: Organisation) -> Iterator[Row]:
    by_measure = {
        measure_id(service.id, wish.facet): (service.id, wish)
        for service in SERVICES
        for wish in wishes(service.id, service.id not in organisation.without_outcome)
    }
    for row in measurements(organisation):
        service, wish = by_measure[row["measure"]]
        raised = row["period_end"] + 2 * DAY
        if is_missed(wish, row["value"]) and raised < organisation.export:
            dice = organisation.dice.of("missed", row["measure"], row["period_start"])
            yield {
                **_times(dice, raised, 5, 14), "kind": "improvement", "origin_kind": "measure", "origin": row["measure"], "service": service,
                "measures": (row["measure"],), "owner": organisation.people.owner(service, raised).id,
            }  # fmt: skip
