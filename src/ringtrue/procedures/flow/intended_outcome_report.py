"""Each major new or changed service is held against what it was meant to bring.

Why it matters: without the comparison nobody learns whether the change was worth its cost, and the next one is decided just as blindly.
What is judged: each major change that went live and is due. Deviation: no intended outcome was stated, or nobody recorded what was
achieved. Untestable: not yet due; whether the change is major was not given.
Honest explanations: not yet due.
Lead: a service with any such change.
Choices: due three months after its end. Changes that were backed out or cancelled need no report.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="flow.intended-outcome-report",
    item_kind="major_change",
    needs={"changes": ["major", "achieved_outcome|intended_outcome"]},
    untestable={"not_due": "is not yet due"},
    deviation={
        "not_intended": "names no outcome that it was meant to bring",
        "not_achieved": "nobody recorded what it brought",
    },
    show=["intended_outcome", "achieved_outcome", "ended_at"],
    lead_when=any_deviation(),
    settings=[Setting("due_days", 92, "D", "days after its end in which the comparison must be made")],
    statement="{object}: {deviations} of {n} major changes were never held against what they were meant to bring",
    explanations=[
        "the comparison is not yet due",
        "the comparison stands in a project report that was not given",
    ],
    ask=[
        Ask("customer", "What was this meant to bring you, and did it?"),
        Ask("service_owner", "What would you do otherwise next time?"),
    ],
    disproof="A dated report that compares the intended with the achieved outcome is shown.",
    request="the major changes with the outcome intended and the outcome achieved",
)
