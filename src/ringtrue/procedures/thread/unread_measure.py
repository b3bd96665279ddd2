"""Each measure that is to show whether a requirement or an objective is met is read, and is looked at in a review.

Why it matters: a measure that nobody reads is a promise to look, broken every month.
What is judged: each measure of a requirement or an objective of a live service. Deviation: no reading in the last review period; or named
in no review of the last two periods. Untestable: the service is younger than its review period.
Honest explanations: the measure was replaced by another one.
Lead: any on a critical service; else more than a twentieth of all measures, by the exact bound.
Choices: shown beside each measure is the need to which it leads back, or what lacks on the way (view threads_back); that is no deviation
here. The review period is the time since the last service review but one, else that of the agreement, else 92 days. Where the reviews
do not say what was read, readings alone are judged.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_or_share

PROCEDURE = RecordProcedure(
    id="thread.unread-measure",
    item_kind="measure",
    demanded=["measures"],
    needs={"measures": ["name"], "measurements": ["value"]},
    untestable={"young": "its service is younger than a review period"},
    deviation={
        "not_read": "has no reading in the last review period",
        "not_reviewed": "was named in no review of the last two review periods",
    },
    show=["name", "last_reading", "counted_since", "reviews_tell", "serves_need", "way_back_breaks_at"],
    lead_when=any_or_share("most_unread", least="least_measures"),
    settings=[
        Setting("most_unread", 0.05, "D", "share of all measures that may be unread"),
        Setting("least_measures", 20, "D", "measures, for the share of all of them to be judged"),
    ],
    statement="{object}: {deviations} of {n} measures {family} were not read, or looked at in no review",
    explanations=["the measure was replaced by another one", "the readings are kept elsewhere"],
    ask=[
        Ask("service_owner", "What did you last learn from this measure, and what did you decide?"),
        Ask("process_owner", "Who reads this measure, and what happens when it is missed?"),
    ],
    disproof="Readings of the period, and the minutes of a review that looked at them, are shown.",
    request="the readings of all measures in the audit period, and the reviews with the measures that were looked at",
    facts={
        "measures are judged by their readings alone, as reviews do not say what was read": "count(*) filter (where not reviews_tell)"
    },
)
