"""A requirement is confirmed by its customer as often as agreed, and after events that may change what is needed.

Why it matters: value shifts with time; a service can keep every promise that it made to needs of the day before yesterday.
What is judged: each requirement of a service that is not retired. Deviation: the last agreement, change of substance or confirmation by
the customer is older than the requirement's own interval; or an event around its service is newer.
Untestable: no confirmations were given; no interval of its own, and no events were given; no date at all, and nothing that says when one
is due.
Lead: a service with any such requirement. Honest explanations: the confirmation is minuted elsewhere.
Choices: events are contracts, reorganisations, laws, major incidents and shifts of demand, of its own service or of all; they count
thirty days after they began. An approval by somebody of the customer's side is a confirmation.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import any_deviation

_ANY = any_deviation()


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Any service with a deviation; ``told`` says how many requirements are overdue, and how many older than an event."""
    return [replace(one, values=_told(row)) for row, one in zip(rows, _ANY(rows, settings), strict=True)]


def _told(row: Mapping[str, object]) -> dict[str, object]:
    parts = []
    if row["overdue"]:
        parts.append(f"{row['overdue']} are past their own interval")
    if row["outrun"]:
        parts.append(f"{row['outrun']} are older than {row['events']}")
    return {"told": "; ".join(parts), "overdue": row["overdue"], "outrun": row["outrun"]}


PROCEDURE = RecordProcedure(
    id="value.stale-requirement",
    item_kind="requirement",
    needs={"requirements": ["service", "agreed_at|confirmed_at|changed_at"]},
    untestable={
        "confirmations_unknown": "may have been confirmed since: confirmations were not given",
        "nothing_due": "has neither an interval of its own nor events around its service to be held against",
        "no_date": "has no date, and nothing says when it was to be confirmed",
    },
    deviation={
        "past_interval": "was not confirmed within its own interval",
        "older_than_event": "was not confirmed after an event that may change what is needed",
    },
    show=[
        "statement", "last_confirmed", "days_since", "review_days", "event", "event_kind", "event_at", "confirmed_by_approval",
    ],
    worst=["most days_since"],
    lead_when=judge,
    settings=[
        Setting("grace_days", 30, "D", "days after an event within which a requirement may be confirmed"),
    ],
    statement="{object}: {deviations} of {n} requirements were not confirmed when it was due ({told})",
    explanations=[
        "the confirmation is minuted elsewhere",
        "the event does not touch what this requirement asks for",
        "the interval belongs to a document, and the requirement was confirmed with it",
    ],
    ask=[
        Ask("customer", "What changed since you last agreed this, and does it still hold?"),
        Ask("service_owner", "Which of your requirements is oldest, and how do you know that it still holds?"),
    ],
    disproof="Minutes or messages of the time show that the customer confirmed the requirement when it was due.",
    request="the requirements with dates of agreement, change and confirmation and their review intervals, and the events around the services",
    facts={
        "requirements are confirmed by an approval of the customer's side": "count(*) filter (where confirmed_by_approval)",
    },
)  # fmt: skip
