"""A control that is in force leaves records of being carried out.

Why it matters: a control that nobody carries out protects nobody, however well it is written.
What is judged: each control in force in the audit period. Deviation: no record in the period; or a gap of more than one and a half of its
intervals, where the start and the end of the period count as ends of gaps. Untestable: not yet due; it follows events, and nothing that
it holds for happened. Lead: any such control. Honest explanations: not yet due.
Choices: a control is not yet due if the time since its last record, or since it came into force or the period began, is shorter than its
interval. A control whose step is an activity of the case histories is also shown by them. Without a declared period, the period runs
from the first record of any control to the end of the data.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import any_deviation

_ANY = any_deviation()


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Any control with a deviation, and which it is."""
    judged = zip(rows, _ANY(rows, settings), strict=True)
    return [replace(one, values=_told(row)) if one.testable else one for row, one in judged]


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    every = "" if row["interval_days"] is None else f", to be carried out every {row['interval_days']:g} days"
    longest = (
        ""
        if row["interval_days"] is None or row["longest_gap_days"] is None
        else f"; the longest time without a record is {row['longest_gap_days']:g} days"
    )
    return {
        "told": f"{row['reason']} ({row['records']:,} records{every}{longest})",
        "records_count": row["records"],
    }


PROCEDURE = RecordProcedure(
    id="substance.paper-control",
    item_kind="control",
    object_kind="control",
    needs={"controls": ["statement"], "control_records": ["performed_at"]},
    demanded=["controls"],
    untestable={
        "not_due": "is not yet due in the period",
        "no_occasion": "follows events, and nothing that it holds for happened in the period",
    },
    deviation={
        "no_record": "has no record in the period",
        "long_gap": "has a gap between its records that is much longer than its interval",
    },
    show=["statement", "interval_days", "records", "last_record", "longest_gap_days", "shown_by_histories"],
    worst=["most longest_gap_days"],
    lead_by="item",
    lead_when=judge,
    settings=[
        Setting("most_intervals", 1.5, "D", "intervals that may pass between two records"),
    ],
    statement="{object} {told}",
    explanations=[
        "the control is not yet due",
        "the control is carried out, and its records are kept elsewhere",
        "the control was replaced by another one, and only its text stayed",
    ],
    ask=[
        Ask("process_owner", "Show the last time this control acted. What did it change?"),
        Ask("practitioner", "When did you last carry out this control, and what would happen without it?"),
    ],
    disproof="Records from the time itself, kept elsewhere, show that the control was carried out when it was due.",
    request="the controls in force with their intervals, and all records of carrying them out in the audit period and before it",
    facts={"controls are shown to act by the case histories": "count(*) filter (where shown_by_histories)"},
)
