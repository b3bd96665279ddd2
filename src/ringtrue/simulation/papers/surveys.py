"""Who was asked and who answered: users after their incidents, customers every second month."""

from collections.abc import Iterator
from datetime import date

from ringtrue.simulation.calendar import DAY, HOUR, moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.rows import Row, Rows
from ringtrue.simulation.phrases import CLOSED_NOT_SOLVED, GOOD, POOR, said
from ringtrue.simulation.services import BY_ID, SERVICES

INVITED = 0.6
CUSTOMER_ANSWERS = 0.225
WAVES = tuple(
    date(year, month, day)
    for year, month, day in (
        (2025, 11, 17),
        (2026, 1, 19),
        (2026, 3, 16),
        (2026, 5, 18),
        (2026, 7, 13),
        (2026, 9, 7),
    )
)
ITEM = "overall"


def survey_invites(organisation: Organisation) -> Rows:
    """All invitations, in order of sending."""
    found = sorted(
        [*_after_incidents(organisation), *_waves(organisation)],
        key=lambda row: (row["sent_at"], row["party"], row["service"]),
    )
    return [{"id": f"I{place:05}", **row} for place, row in enumerate(found, 1)]


def survey_responses(organisation: Organisation) -> Rows:
    """All answers, in order of answering."""
    answers = [row for invite in survey_invites(organisation) for row in _answer(organisation, invite)]
    answers.sort(key=lambda row: (row["answered_at"], row["invite"]))
    return [{"id": f"S{place:04}", **row} for place, row in enumerate(answers, 1)]


def _after_incidents(organisation: Organisation) -> Iterator[Row]:
    for one in organisation.incidents:
        resolved = organisation.histories[one.id].resolved
        dice = organisation.dice.of("invite", one.id)
        if resolved is None or not one.has_service or not dice.chance(INVITED):
            continue
        sent = resolved + int(dice.between(1, 3) * HOUR)
        if sent < organisation.export:
            yield {
                "case": organisation.numbers[one.id], "service": one.service, "party": one.requester, "role": "user", "sent_at": sent,
            }  # fmt: skip


def _waves(organisation: Organisation) -> Iterator[Row]:
    for day in WAVES:
        if organisation.begins <= day <= organisation.ends:
            for service in SERVICES:
                for person in organisation.people.customers:
                    if person.group in service.customer_units:
                        yield {
                            "case": None, "service": service.id, "party": person.id, "role": "customer", "sent_at": moment(day, "09:00"),
                        }  # fmt: skip


def _answer(organisation: Organisation, invite: Row) -> Iterator[Row]:
    dice = organisation.dice.of(
        "answer", invite["role"], invite["service"], invite["party"], invite["sent_at"]
    )
    rate = CUSTOMER_ANSWERS if invite["role"] == "customer" else BY_ID[invite["service"]].answer_rate
    answered = invite["sent_at"] + int(min(dice.skewed(0.7, 1.1), 9) * DAY)
    if not dice.chance(rate) or answered >= organisation.export:
        return
    mood = organisation.satisfied(invite["service"], invite["sent_at"])
    score = _score(dice, mood)
    yield {
        "invite": invite["id"],
        **{name: invite[name] for name in ("case", "service", "party", "role")},
        "item": ITEM,
        "score": score,
        "scale_min": 1,
        "scale_max": 5,
        "answered_at": answered,
        "comment": _comment(dice, organisation, invite["party"], score, mood) if dice.chance(0.3) else None,
    }


def _score(dice: Dice, satisfied: float) -> int:
    if dice.chance(satisfied):
        return dice.weighted({5: 0.55, 4: 0.45})
    return dice.weighted({3: 0.5, 2: 0.32, 1: 0.18})


def _comment(dice: Dice, organisation: Organisation, party: str, score: int, mood: float) -> str:
    language = organisation.people.language(party)
    if score >= 4:
        return said(dice, GOOD, language)
    return said(dice, CLOSED_NOT_SOLVED if mood < 0.7 else POOR, language)
