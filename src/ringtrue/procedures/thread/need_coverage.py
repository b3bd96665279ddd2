"""Each need of those whom a live service is for has a requirement that names it.

Why it matters: what nobody wrote down as a requirement is built, measured and improved only by luck.
What is judged: each need of a live service. Deviation: no requirement names it. Untestable: nothing given could show the link; the need
is younger than three months.
Honest explanations: the need was refused, with a recorded decision.
Lead: any need of high or critical importance; else more than a twentieth of all needs, by the exact bound.
Choices: a decision that names the need as its origin explains it and is counted.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_or_share

PROCEDURE = RecordProcedure(
    id="thread.need-coverage",
    item_kind="need",
    demanded=["needs"],
    needs={"needs": ["statement"], "requirements": ["statement"]},
    untestable={
        "links_untold": "nothing that was given says which requirement serves which need",
        "young": "was captured too short a time ago",
    },
    deviation={"no_requirement": "no requirement names it"},
    show=["importance", "statement", "refused"],
    lead_when=any_or_share("most_uncovered", least="least_needs"),
    settings=[
        Setting("most_uncovered", 0.05, "D", "share of all needs that may have no requirement"),
        Setting("least_needs", 20, "D", "needs, for the share of all of them to be judged"),
        Setting(
            "young_days", 92, "D", "days after its capture in which a need may still wait for its requirement"
        ),
    ],
    statement="{object}: {deviations} of {n} needs {family} have no requirement that names them",
    explanations=[
        "the need was refused, and the decision is recorded elsewhere",
        "a requirement serves the need without naming it",
    ],
    ask=[
        Ask("customer", "Which of your needs was never answered, and who told you so?"),
        Ask("service_owner", "How does a need become a requirement here, and who decides that it does not?"),
    ],
    disproof="Dated requirements that serve these needs, or decisions that refuse them, are shown.",
    request="the needs of each service with their importance, and the requirements with the needs that they serve",
    facts={
        "needs without a requirement are explained by a recorded decision": "count(*) filter (where refused)"
    },
)
