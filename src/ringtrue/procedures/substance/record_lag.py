"""What was done is recorded when it was done.

Why it matters: a record that was written days later was written from memory or for the file; one that was written before its own time cannot
be true. What is judged: each control record, approval, version of a document, case and resolution with the time that it claims and the stamp
of the tool. Deviation: written later than the organisation's own rule for the control allows, else later than a day; or before the time that
it claims. Untestable: the tool's stamp is not there; the stamps are those of one import.
Lead: a control with a rule of its own where any record breaks it; else a control, a service, or a sort of record where more than a twentieth are
such, by the exact bound. Honest explanations: migration: what was written during a recorded migration (of its service, or of all) passes, and is
counted; offline work.
Choices: where a time has no hour, the whole day counts. A quarter of an hour is left for clocks that differ. A version of a document may be
written before it is released. Where the stamps of a sort of record fall on one day and its claims on many, they are those of an import.
A control has few records in a period: the exact bound guards against small numbers, so five are enough.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_or_share

PROCEDURE = RecordProcedure(
    id="substance.record-lag",
    item_kind="record",
    object_kind="control_or_service",
    needs={"control_records|approvals|cases|case_events|document_versions": ["recorded_at"]},
    untestable={
        "stamp_unknown": "when the tool wrote it is not known",
        "is_imported": "its stamp is that of the day on which nearly all such records were written together",
    },
    deviation={
        "written_before": "was written before the time that it claims",
        "written_late": "was written long after the time that it claims",
    },
    show=[
        "sort",
        "object",
        "claimed_at",
        "recorded_at",
        "lag_hours",
        "allowed_hours",
        "own_rule",
        "in_migration",
    ],
    worst=["most lag_hours"],
    lead_by="object",
    lead_when=any_or_share("most_late", least="least_records"),
    settings=[
        Setting("usual_hours", 24, "D", "hours in which a thing is to be recorded, where no rule tells"),
        Setting("clock_minutes", 15, "D", "minutes by which clocks may differ"),
        Setting(
            "most_late",
            0.05,
            "D",
            "share of records that may be late or early, where no rule of the organisation tells",
        ),
        Setting(
            "least_records",
            5,
            "D",
            "records of a control, service or sort to be judged, where no rule of the organisation tells",
        ),
    ],
    statement="{object}: {deviations} of {n} {family} were written long after, or before, the time that they claim ({share})",
    explanations=[
        "the work was done offline, and entered afterwards",
        "the records were moved from another tool, and the move is not on record as an event",
        "the stamp is that of a later correction of the record",
    ],
    ask=[
        Ask("practitioner", "When do you write this record, and from what?"),
        Ask("process_owner", "Within what time must this be recorded, and who looks at it?"),
    ],
    disproof="Another source of the time itself, such as a log or a mail, shows that it was done when the record says.",
    request="records of controls, approvals, documents and cases with the time that they claim and the stamp of the tool",
    facts={
        "records are explained by a recorded migration": "count(*) filter (where in_migration)",
        "records bear the stamp of an import": "count(*) filter (where reason like 'its stamp is that%')",
        "records were written before the time that they claim": "count(*) filter (where reason = 'was written before the time that it claims')",
    },
)
