"""Priorities are lowered because the impact fell, not because the time ran out.

Why it matters: a lower priority brings a longer target; lowered late, it turns a miss into a success on paper.
What is judged: each lowering of a priority. Deviation: after seven tenths of the first priority's target, with no lower impact and no note of a
workaround within the hour. Untestable: no target is known for the first priority, or the clock cannot be read.
Honest explanations: a workaround was in place.
Lead: a service whose lowerings per running hour in that last stretch are at least twice those before it (exact Poisson).
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import rate_ratio

PROCEDURE = RecordProcedure(
    id="substance.late-downgrade",
    item_kind="lowered_priority",
    needs={"case_events": ["field", "old", "new"], "targets": ["value"]},
    untestable={"clock_unknown": "no agreed time is known for the first priority"},
    deviation={
        "late_without_reason": "lowered late in the agreed time, without a lower impact or a workaround on record"
    },
    show=["case", "team", "before", "after", "share_of_target", "explained"],
    lead_when=rate_ratio(least_ratio="least_ratio", least_events="least_events"),
    settings=[
        Setting("late_from", 0.7, "D", "part of the first target after which a lowering is late"),
        Setting("least_ratio", 2.0, "D", "how many times the earlier rate the late one must be"),
        Setting("least_events", 20, "D", "lowerings for a service to be judged"),
    ],
    statement=(
        "{object}: {deviations} of {n} priorities were lowered late in the agreed time, without a recorded reason: {estimate:.1f} times the "
        "earlier rate per running hour ({lower:.1f} to {upper:.1f}). A pattern consistent with lowering priorities to keep targets"
    ),
    explanations=[
        "a workaround was in place, and not recorded",
        "the first priority was set too high as a rule",
    ],
    ask=[
        Ask(
            "practitioner",
            "Walk me through this case. What had changed for the user when its priority was lowered?",
        ),
        Ask("service_owner", "Who may lower a priority, and who learns of it?"),
    ],
    disproof="The users of these cases say that the trouble had become smaller when the priority was lowered.",
    request="histories of the cases with changes of priority and impact, and the agreed times for each priority",
    measure="rate_ratio",
    chart="intervals",
    chart_title="Late rate of lowering, as a multiple of the earlier one",
    facts={
        "lowered late, with a lower impact or a workaround on record": "count(*) filter (where explained)"
    },
)
