"""What does not count as downtime was said before the outage began.

Why it matters: time that is taken out of the reckoning after the fact makes any availability reachable, and no user was spared by it.
What is judged: each outage that the reports leave out. Deviation: recorded as left out after it had begun, and not announced before; or
announced only after it had begun. Untestable: neither time is known; or whether it was announced was not given.
Lead: any such outage of a service. Honest explanations: late entry of a window that was provably announced.
Choices: an announcement before the start is enough, whenever it was recorded; such late entries pass and are counted.
"""

from ringtrue.model import Ask, RecordProcedure
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="outcomes.retro-exclusion",
    item_kind="excluded_outage",
    needs={"outages": ["excluded", "exclusion_recorded_at|exclusion_announced_at"]},
    untestable={
        "time_unknown": "when it was announced or recorded as left out is not known",
        "announcement_untold": "whether it was announced beforehand was not given",
    },
    deviation={
        "announced_late": "announced only after the outage had begun",
        "recorded_late": "recorded as left out after the outage had begun, with no announcement before it",
    },
    show=[
        "started_at",
        "ended_at",
        "exclusion_announced_at",
        "exclusion_recorded_at",
        "recorded_hours_after_start",
        "explained",
    ],
    worst=["most recorded_hours_after_start"],
    lead_when=any_deviation(),
    statement="{object}: {deviations} of {n} outages that the reports leave out were taken out only after they had begun ({share})",
    explanations=[
        "the window was announced beforehand, and only entered late",
        "the customer agreed beforehand that such causes never count",
        "the clocks of the two systems differ",
    ],
    ask=[
        Ask("customer", "When were you told that this outage would not count, and did you agree?"),
        Ask("service_owner", "Who decides that an outage is left out, by which rule, and when?"),
    ],
    disproof="A notice to customers from before the start of each outage, or an agreement from before it that names its cause.",
    request="the record of outages with those left out, when that was announced to customers, and when it was entered",
    facts={
        "outages left out were recorded late, but announced before they began": "count(*) filter (where explained)",
    },
)
