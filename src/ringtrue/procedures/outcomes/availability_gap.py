"""The availability that is reported is the one that users had.

Why it matters: a figure that stands above its target while users could not work hides the very thing it was agreed for.
What is judged: each reported reading of a measure of availability. Deviation: the reading meets its target, and the availability
recomputed from the outages that users could notice, inside the service hours, misses it. Untestable: no target; the service hours are not
known; the verdict hangs on an outage of which it is not told when it ended, whether users could notice it, or when it was left out; no
percentage.
Lead: any such reading of a service. Honest explanations: exclusions agreed beforehand; partial degradation.
Choices: a reading counts in the audit period if the middle of its time does; overlapping outages count once; what was announced, or
recorded, as left out before it began does not count and is told as a fact. A measure reports availability if it is linked to a
requirement of that metric or facet, or has the word in its name. The target is the measure's own, else the requirement's, else the one
agreed for the service at that time. The hours are those of that target, else of the service, else day and night. A period that is said to
end on the day before the next one begins holds that day. What differs by no more than the rounding of the report is no gap.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="outcomes.availability-gap",
    item_kind="reported_availability",
    needs={"measures": ["name"], "measurements": ["value"], "outages": ["started_at"]},
    untestable={
        "no_target": "no target for it is on record",
        "not_percent": "the reading is no percentage",
        "hours_unknown": "the service hours that it counts in are not known",
    },
    deviation={"hides_a_miss": "reported as meeting its target, and recomputed as missing it"},
    show=[
        "measure",
        "period_start",
        "reported",
        "recomputed",
        "target",
        "gap_points",
        "explained",
        "downtime_minutes",
        "left_out_minutes",
        "service_minutes",
    ],
    worst=["most gap_points"],
    lead_when=any_deviation(),
    settings=[
        Setting("rounding_points", 0.01, "D", "percentage points that a report may round away"),
    ],
    statement=(
        "{object}: {deviations} of {n} reported availabilities meet their target, while the recorded outages, counted in service hours, "
        "miss it ({share})"
    ),
    explanations=[
        "the customer agreed beforehand that some of these outages do not count",
        "only a part of the users, or of the functions, was affected",
        "an outage was recorded longer than it lasted",
    ],
    ask=[
        Ask("customer", "When could your people not work in this month, and did the report say so?"),
        Ask("service_owner", "Show how this figure was reckoned, and which outages went into it."),
    ],
    disproof="An agreement from before the outages leaves them out, or their records are shown to be wrong.",
    request=(
        "the record of outages with start, end, whether users could notice and what was left out when; the service hours; and the reported "
        "availabilities with their targets"
    ),
    facts={
        "readings have downtime explained by exclusions agreed beforehand": "count(*) filter (where explained)",
    },
)
