"""A nonconformity is closed when it was seen that its cause is gone.

Why it matters: an action that was done but never looked at again may have changed nothing, and the same fault comes back under a new number.
What is judged: each corrective action that was carried out in the audit period or the year before it, and those of its decisions that answer a
finding. Deviation: nobody checked its effect within three months of its being done; or another corrective action with the same clause and the
same cause was raised within twelve months after it. Untestable: not yet due; when it was done or whether its effect was checked was not given.
Lead: a clause with any such action; actions that name no clause count to the organisation as a whole.
Honest explanations: a new cause. A check that found no effect and a new action that answers it is the loop at work: such returns pass, and
are counted.
Choices: causes are the same if their words are, without regard to case, digits and punctuation. An action without a date of check that says
whether it worked counts as checked.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.toothless-action",
    item_kind="corrective_action",
    object_kind="clause",
    needs={"actions": ["kind", "done_at", "checked_at|effective|cause"]},
    untestable={
        "not_due": "its effect need not be checked yet",
        "checks_untold": "whether the effects of actions were checked was not given",
    },
    deviation={
        "unchecked": "was closed without a check of its effect",
        "came_back": "was followed by the same cause under the same clause within a year",
    },
    show=["clause", "cause", "about", "done_at", "checked_at", "effective", "next_action", "explained"],
    lead_by="clause",
    lead_when=any_with_values(),
    settings=[
        Setting("check_days", 92, "D", "days after an action is done in which its effect must be checked"),
        Setting("return_days", 365, "R", "days in which the same cause must not come back"),
    ],
    statement="{where}: {deviations} of {n} corrective actions closed ({share}) left it open whether the cause is gone ({told})",
    explanations=[
        "the cause is a new one, told in the same words",
        "the effect was checked, and the check is kept elsewhere",
        "too few cases came since to tell whether it worked",
    ],
    ask=[
        Ask(
            "process_owner", "How do you know that this cause is gone? Show me what you looked at, and when."
        ),
        Ask("practitioner", "When did this last happen, and what was different from the time before?"),
    ],
    disproof="A dated check from before the audit shows that the cause did not come back.",
    request="all corrective actions with clause, cause, when they were done, when their effect was checked and what was found",
    facts={
        "causes came back after a check had found no effect, and a new action answered: the loop at work": (
            "count(*) filter (where explained)"
        ),
    },
)
