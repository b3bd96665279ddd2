"""A change goes live only with all that its gate asks for.

Why it matters: what is missing at the gate is found by the user.
What is judged: each change with items at its gate that has gone live. Deviation: an acceptance that the gate requires is not there, or came
only after the start; another required item is not there. Untestable: which items are required, or present, is not known.
Honest explanations: an emergency whose items were completed afterwards.
Lead: a service with any go-live without evidence of acceptance.
Choices: an item is about acceptance if its name says so in English, German, French or Spanish; where no item of any gate does, every
required item counts as one. Emergencies completed within the time for their review are explained and counted. Changes sent back are counted.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_deviation

ACCEPTANCE = "went live without evidence of acceptance"

PROCEDURE = RecordProcedure(
    id="flow.handover-completeness",
    item_kind="change",
    needs={"gate_items": ["required|present"], "changes": ["started_at|ended_at"]},
    untestable={
        "change_unknown": "the change is not on record, or when it started is not known",
        "items_unknown": "which items were required, or present, is not known",
    },
    deviation={"no_acceptance": ACCEPTANCE, "incomplete": "went live without all that its gate requires"},
    show=["class", "missing", "items", "sent_back", "completed_later"],
    lead_when=any_deviation(),
    settings=[
        Setting("later_hours", 72, "D", "hours after an emergency change in which its items may be completed")
    ],
    statement="{object}: {deviations} of {n} changes went live without evidence of acceptance",
    explanations=[
        "an emergency, checked afterwards",
        "the acceptance was given in a meeting and is minuted elsewhere",
    ],
    ask=[
        Ask("practitioner", "Who said that this could go live, and what had they seen?"),
        Ask("customer", "Were you asked before this changed, and what did you try out?"),
    ],
    disproof="A dated acceptance from before the start is shown.",
    request="the items that each change must have at its gate, whether they were there, and when that was recorded",
    facts={
        "changes were sent back at the gate": "count(*) filter (where sent_back)",
        "emergencies are explained by items completed soon afterwards": "count(*) filter (where completed_later)",
    },
)
