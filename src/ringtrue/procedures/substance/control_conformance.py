"""Every step that the organisation has made mandatory is taken, in its order, by somebody entitled.

Why it matters: a control acts where it is carried out, on each thing that it holds for; one skipped step is one thing uncontrolled.
What is judged: each case, change or service that a mandatory control holds for. Deviation: its step is not there; it came before the
step that must precede it; or none of those who carried it out held an entitled role then. Untestable: not yet due; dropped; nothing was
given that would show the step; or the roles of who did it are not known. Lead: a control with any such breach.
Honest explanations: an authorised deviation: an approval of the very thing that speaks of a waiver or an exception, or an approval of the
control record by somebody else. Such breaches pass, and are counted.
Choices: a step is shown by an event of the case with that activity, by a record of the control (or of one with the same step) on the thing,
by a gate item of that name, and, for changes, approval and review also by the approvals and the date of the review. A role held
for any service entitles, so that a stand-in from next door is no breach. A thing that ended within the last week is not yet due. Where no
history at all shows an activity it may not be recorded, and nothing is said.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.control-conformance",
    item_kind="control_step",
    object_kind="control",
    needs={
        "controls": ["statement", "mandatory", "object_kind"],
        "control_records|case_events|approvals": ["performed_by|actor|approver"],
    },
    untestable={
        "dropped": "was withdrawn or never carried out",
        "not_due": "is not yet due",
        "not_shown_anywhere": "nothing was given that would show this step",
        "order_unknown": "nothing was given that would show the step that must come before it",
        "roles_unknown": "the roles of those who carried out the step are not known",
    },
    deviation={
        "missing": "went without a step that is mandatory",
        "out_of_order": "took the step before the one that must precede it",
        "not_entitled": "had its step taken by somebody without an entitled role",
    },
    show=["control", "object", "step", "taken_at", "taken_by", "after_step", "preceded_at", "explained"],
    persons=["taken_by"],
    lead_by="control",
    lead_when=any_with_values(),
    settings=[
        Setting("not_due_days", 7, "D", "days after the end of a thing in which a step may still come"),
        Setting("clock_minutes", 1, "D", "minutes by which two clocks may differ"),
    ],
    statement="{object}: {deviations} of {n} times ({share}) the step was not taken as laid down ({told}): {control_statement}",
    explanations=[
        "the deviation was authorised, and the record of that was not given",
        "the step was taken, and its record is kept elsewhere",
        "the one who took it stood in by a delegation that is not on record",
    ],
    ask=[
        Ask("practitioner", "Walk me through this one. What was done instead of the step, and who knew?"),
        Ask("process_owner", "Who may let a thing go without this step, and where is that written down?"),
    ],
    disproof="A record of the time shows the step, or somebody entitled authorised its absence beforehand.",
    request="the mandatory controls with what they hold for, their records, the histories of the cases, and who held which role when",
    facts={
        "breaches are explained by an authorised deviation": "count(*) filter (where explained)",
    },
)
