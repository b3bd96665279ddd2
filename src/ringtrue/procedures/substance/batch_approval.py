"""Each approval is given with time to look at what is approved.

Why it matters: who approves five things within a minute has hardly read any of them.
What is judged: each approval of a person. Deviation: it is one of five or more that the same person gave within sixty seconds, for different
objects, by the stamp of the tool, else by the time of the decision. Untestable: times are recorded by the day only.
Lead: any person with such approvals; sample them. Honest explanations: a board meeting recorded after: approvals decided or written on the day
of a review or change board at which the person was present (or of which nobody is named) are of one sitting; they pass, are counted and shown.
Standard changes are authorised in advance for their sort. Choices: the approvals of programs are left out; what was written during a
recorded migration is taken by the time of the decision.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.batch-approval",
    item_kind="approval",
    object_kind="person",
    needs={"approvals": ["approver", "recorded_at|decided_at"]},
    untestable={"by_the_day": "is recorded by the day only, not by the minute"},
    deviation={"in_batch": "is one of several approvals within a minute"},
    show=["approver", "object", "given_at", "given_within", "is_of_sitting", "is_standard"],
    worst=["most given_within"],
    persons=["approver"],
    lead_by="approver",
    lead_when=any_with_values(),
    settings=[
        Setting("least_approvals", 5, "D", "approvals within the window"),
        Setting("window_seconds", 60, "D", "length of the window, both ends included"),
    ],
    statement="{object} gave {deviations} of {n} approvals in batches, up to {most} of them within {window} seconds",
    explanations=[
        "they were decided together at a meeting that was not given, and recorded afterwards",
        "they belong to one release that was looked at as a whole",
        "the tool wrote them together, and they were decided one by one",
    ],
    ask=[
        Ask("process_owner", "What did you look at before you approved these, and where did you note it?"),
        Ask("practitioner", "Has an approval of yours ever been refused, and why?"),
    ],
    disproof="Minutes or comments show that each of these was looked at before.",
    request="approvals with approver, object, time of decision and stamp of the tool, and the meetings at which approvals are given",
    facts={
        "approvals within a minute are explained by one sitting, a review or board on that day": "count(*) filter (where is_of_sitting)",
        "approvals within a minute are explained as standard changes, authorised in advance": "count(*) filter (where is_standard)",
        "approvals were given by programs and are left out": (
            "nullif(max((select count(*) from approvals join parties on parties.id = approvals.approver and parties.kind = 'automation')), 0)"
        ),
    },
)
