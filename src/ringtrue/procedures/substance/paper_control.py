"""Every control in force leaves records, as often as it is due.

Why it matters: a control that leaves no trace exists on paper only.
What is judged: each control in force in the period. Deviation: no record in the period; or a gap longer than one and a half of its intervals, where the
start and the end of the period count as ends of gaps. Untestable: it is not yet due.
Honest explanations: not yet due; the records are kept elsewhere.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="substance.paper-control",
    item_kind="control",
    object_kind="control",
    needs={"controls": ["statement"], "control_records": ["performed_at"]},
    untestable={"not_due": "not yet due"},
    deviation={
        "no_record": "no record in the period",
        "gap": "a gap longer than one and a half of its intervals",
    },
    show=["control", "statement", "interval_days", "records", "longest_gap_days"],
    lead_by="control",
    lead_when=any_deviation(),
    settings=[Setting("most_intervals", 1.5, "D", "intervals that may pass between two records")],
    statement="Control {object} has {family}",
    explanations=["the records are kept elsewhere", "the control was replaced, and its end is not on record"],
    ask=[
        Ask("process_owner", "When was this control last carried out, and what did it find?"),
        Ask("practitioner", "Show me the last time. What would have happened without it?"),
    ],
    disproof="Dated records of the control in the gap are produced from where they are kept.",
    request="controls with their intervals, and the records of carrying them out",
)
