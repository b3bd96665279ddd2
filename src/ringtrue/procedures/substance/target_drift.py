"""Targets are loosened only with those to whom they were promised, and before they are counted.

Why it matters: a target that gives way after a miss makes the next month green, and the customer gets what he got before.
What is judged: each target promised to customers that was in force or recorded in the audit period, against the one that it replaced (same service,
customer, metric, kind and priority). Deviation: it is looser (another time, availability or share to be attained, or more states in which
the clock stands), and it was recorded after it began to count, or followed a miss, or was agreed by nobody beforehand. Untestable: it is looser,
and neither approvals nor agreements were given; or when it began is not known. Lead: a service with any such target.
Honest explanations: renegotiated: an approval of the target by somebody other than who asked for it, or a newer agreement, precedes it. Such
targets pass, and are counted.
Choices: an agreement is newer if it was agreed after the replaced target began. A miss is looked for in the three months before: cases attained
less than agreed, or a reading of a measure of its requirement beyond its target. Of two looser rules in one target one is enough. A target that was replaced by
one that begins at the same time is no
sequence (see substance.contradicting-target).
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.target-drift",
    item_kind="target",
    needs={"targets": ["value"]},
    untestable={
        "begin_unknown": "is one of several for the same thing, and when it began to count is not known",
        "agreement_untold": "is looser than before, and neither approvals nor agreements were given",
    },
    deviation={
        "backdated": "was loosened, and recorded only after it had begun to count",
        "after_a_miss": "was loosened after a miss, and nobody agreed to it beforehand",
        "unagreed": "was loosened, and nobody agreed to it beforehand",
    },
    show=["metric", "priority", "before", "after", "valid_from", "recorded_at", "missed_before", "explained"],
    lead_when=any_with_values(),
    settings=[
        Setting("late_hours", 24, "D", "hours after which a record of a target counts as late"),
        Setting("miss_days", 92, "D", "days before a change of target in which a miss is looked for"),
    ],
    statement="{object}: {deviations} of {n} targets were loosened without an agreement beforehand ({told})",
    explanations=[
        "the target was renegotiated, and the record of that was not given",
        "the old number was a slip of the pen",
        "what is counted changed too, so that the two numbers do not compare",
    ],
    ask=[
        Ask("customer", "When did you agree to this target, and what did you get in return?"),
        Ask("service_owner", "What made you change this number, and who decided it?"),
    ],
    disproof="Minutes or a signed agreement from before the new target began show that the customer agreed to it.",
    request="all targets, replaced ones too, with when they held and when they were recorded, agreements, and approvals of targets",
    facts={
        "targets were loosened by an agreement or approval beforehand": "count(*) filter (where explained)"
    },
)
