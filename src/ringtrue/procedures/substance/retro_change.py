"""Changes are asked for and approved before they start, and emergencies are reviewed soon after.

Why it matters: an approval after the deed decides nothing; it only makes the record look whole.
What is judged: each change that has started. Deviation, other than emergencies: no approval before its start, or created after it.
Emergencies: no review within the organisation's own time. Untestable: its start is not known; approvals or reviews were not given; the time
for the review is not over.
Honest explanations: clocks of two systems that differ.
Lead: a service with any such change.
Choices: standard changes are authorised in advance and need no approval of their own, counted as explained; a few minutes count as clocks
that differ; the actual start counts, else the planned one. Cancelled changes that never started are left out.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="substance.retro-change",
    item_kind="change",
    needs={"changes": ["started_at|planned_start", "class"]},
    untestable={
        "start_unknown": "when it started is not known",
        "approvals_untold": "approvals of changes were not given, and nothing else shows a fault",
        "reviews_untold": "reviews of emergency changes were not given",
        "not_due": "an emergency whose review is not yet due",
    },
    deviation={
        "created_after": "was recorded after it had started",
        "approved_after": "was approved after it had started",
        "not_approved": "started without an approval",
        "reviewed_late": "was an emergency, and not reviewed in time",
    },
    show=["class", "created_at", "started_at", "approved_at", "reviewed_at", "authorised_in_advance"],
    lead_when=any_deviation(),
    settings=[
        Setting("clock_minutes", 5, "D", "minutes by which the clocks of two systems may differ"),
        Setting("review_hours", 72, "D", "hours after its end in which an emergency change must be reviewed"),
    ],
    statement="{object}: {deviations} of {n} changes ({share}) were recorded or approved after they had started, or were emergencies reviewed too late",
    explanations=[
        "the clocks of two systems differ",
        "the approval was given by telephone and entered later",
        "the change was an emergency under another name",
    ],
    ask=[
        Ask("practitioner", "Who knew of this change before it began, and how?"),
        Ask("process_owner", "What happens to a change that starts without an approval?"),
    ],
    disproof="A record of the time, kept elsewhere, shows the approval before the start, or the review in time.",
    request="the changes with class, creation, actual start and review, and their approvals with the time of the decision",
    facts={
        "changes needed no approval of their own, as their class is authorised in advance": "count(*) filter (where authorised_in_advance)"
    },
)
