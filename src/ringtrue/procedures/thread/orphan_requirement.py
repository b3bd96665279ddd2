"""Each requirement serves a need, a law, a policy or a contract that somebody can name.

Why it matters: a requirement that nobody asked for costs as much as one that matters, and nobody misses it when it is met.
What is judged: each requirement of a live service. Deviation: it names no need on record, and nothing shows a law, a policy, a contract or
another requirement behind it. Untestable: the requirements were given without the needs that they serve.
Honest explanations: it is derived from another requirement.
Lead: more than a tenth of all requirements, by the exact bound.
Choices: a law, policy or contract is shown by a target under an agreement, or by its words in the statement (four languages); a link
from another requirement counts as derived. What these explain is counted.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import share_above

PROCEDURE = RecordProcedure(
    id="thread.orphan-requirement",
    item_kind="requirement",
    object_kind="organisation",
    needs={"requirements": ["statement"], "needs": ["statement"]},
    untestable={"links_untold": "nothing that was given says which need a requirement serves"},
    deviation={
        "unknown_need": "names a need that is not on record",
        "no_need": "names no need, law, policy or contract",
    },
    show=["facet", "statement", "source_party", "explained"],
    lead_when=share_above("most_orphans", least="least_requirements"),
    settings=[
        Setting("most_orphans", 0.10, "D", "share of requirements that may serve nothing on record"),
        Setting("least_requirements", 20, "D", "requirements for the share to be judged"),
    ],
    statement="{deviations} of {n} requirements ({share}; at least {lower}) name no need, law, policy or contract on record",
    explanations=["the requirement is derived from another one", "the needs are kept in another register"],
    ask=[
        Ask(
            "service_owner", "For whom does this requirement stand here, and what would they lose without it?"
        ),
        Ask("customer", "Which of these requirements did you ask for?"),
    ],
    disproof="For these requirements a need, a law, a policy or a contract of the time is shown.",
    request="the needs of each service, and the requirements with the needs that they serve",
    facts={
        "requirements without a need are explained by a law, policy, contract or another requirement": (
            "count(*) filter (where explained)"
        )
    },
)
