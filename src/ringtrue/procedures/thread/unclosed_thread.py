"""Each need can be followed to a requirement, a measure, a reading, a review and, where it was missed, an action whose effect was checked.

Why it matters: a thread that breaks anywhere leaves a need to chance, however full the registers on both sides of the break are.
What is judged: each need of a live service, by the way that reaches furthest. Deviation: the first break: no requirement, no target or
measure, no reading in the period, no review, no action after two or more misses, no look at the effect three months after the action.
Untestable: younger than three months; what would show the next step was not given.
Honest explanations: not yet due.
Lead: a break before the reading on a critical service; else more than a tenth of all needs, by the exact bound.
Choices: suspect links, where the need was confirmed anew after its requirement, or the requirement changed after its confirmation,
are shown and counted; they break no thread. A recorded decision about the need itself closes it. What cannot be followed back to a need, and
what lacks on its way, is told among the facts of the run.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_or_share

PROCEDURE = RecordProcedure(
    id="thread.unclosed-thread",
    item_kind="need",
    needs={"needs": ["statement"], "requirements": ["statement"]},
    untestable={
        "young": "was captured too short a time ago",
        "untold": "what would show the next step was not given",
    },
    deviation={
        "no_requirement": "no requirement names it",
        "no_measure": "its requirements have no target and no measure",
        "no_reading": "nothing was read in the period",
        "no_review": "what was read was looked at in no review",
        "no_action": "a target was missed at least twice, and no action followed",
        "no_check": "an action was taken, and nobody looked at its effect",
    },
    show=["importance", "statement", "suspect", "refused"],
    lead_when=any_or_share("most_broken", least="least_needs"),
    settings=[
        Setting("most_broken", 0.10, "D", "share of all needs whose thread may be broken"),
        Setting("least_needs", 20, "D", "needs, for the share of all of them to be judged"),
        Setting("young_days", 92, "D", "days after its capture in which a need's thread may still be open"),
    ],
    statement="{object}: {deviations} of {n} needs {family}",
    explanations=["the next step is not yet due", "the step was taken, and its record is kept elsewhere"],
    ask=[
        Ask("service_owner", "Take this need: where can I see today whether it is met?"),
        Ask("customer", "When did you last hear how far this need is met?"),
    ],
    disproof="For these needs the missing step is shown, dated in the period.",
    request="needs, requirements, targets, measures, readings, reviews and actions, each with what it belongs to",
    facts={
        "needs hang on a suspect link: confirmed anew, or changed, after the requirement was confirmed": "count(*) filter (where suspect)",
        "broken threads are closed by a recorded decision about the need": "count(*) filter (where refused)",
    },
)
