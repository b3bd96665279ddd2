"""Each requirement says how anybody could tell that it is met: a metric, a comparison, a value and a unit.

Why it matters: "fast" and "user friendly" can neither be missed nor be met; whoever is not served has nothing to point at.
What is judged: each requirement of a live service. Deviation: it, and every target that names it, lacks metric, operator, value or unit;
where its words are vague the reason says so. Vague words alone do not matter where these are given. Untestable: the columns were not given.
Honest explanations: qualitative by nature, and accepted by a named customer.
Lead: any on a critical service; else more than a twentieth of all requirements, by the exact bound.
Choices: the vague words are a list in English, German, French and Spanish (view vague_words). A metric whose name ends with its unit
tells the unit. Facets utility, experience, sustainability and other count as qualitative; the acceptance is an approval of the
requirement by a party that holds the role customer.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_or_share

PROCEDURE = RecordProcedure(
    id="thread.unmeasurable-requirement",
    item_kind="requirement",
    demanded=["requirements"],
    needs={"requirements": ["statement"]},
    untestable={
        "measures_untold": "columns for metric and value were not given, and no target names a requirement"
    },
    deviation={
        "vague": "is worded vaguely, and lacks metric, comparison, value or unit",
        "no_metric": "names no metric",
        "no_value": "names no value to be reached",
        "no_operator": "does not say whether more or less is better",
        "no_unit": "names no unit",
    },
    show=["facet", "statement", "vague_word", "accepted"],
    lead_when=any_or_share("most_unmeasurable", least="least_requirements"),
    settings=[
        Setting("most_unmeasurable", 0.05, "D", "share of all requirements that may be unmeasurable"),
        Setting("least_requirements", 20, "D", "requirements, for the share of all of them to be judged"),
    ],
    statement="{object}: {deviations} of {n} requirements {family} do not say how anybody could tell that they are met",
    explanations=[
        "the requirement is qualitative by nature, and its acceptance is recorded elsewhere",
        "the value stands in the agreement, which was not given",
    ],
    ask=[
        Ask("customer", "How would you notice that this requirement is not met?"),
        Ask("service_owner", "When was this requirement last missed, and how did you know?"),
    ],
    disproof="A target with metric, value and unit for the requirement, in force in the period, is shown.",
    request="the requirements with metric, operator, target and unit, and the targets with the requirements that they serve",
    facts={
        "requirements are worded vaguely": "count(*) filter (where vague_word is not null)",
        "requirements without a measure are explained by the acceptance of a customer": "count(*) filter (where accepted)",
    },
)
