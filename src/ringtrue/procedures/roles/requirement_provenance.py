"""Each requirement comes from the customer's side, has a date, and was accepted.

Why it matters: what the provider asks of itself is easily met, and says nothing about what the customer needs.
What is judged: each requirement of a live service. Deviation: set by the provider alone; no source; no date of agreement; not accepted.
Untestable: it follows from a law, a policy or a contract; on which side its source stands is not known; what would show it was not given.
Honest explanations: law, internal policy.
Lead: a service with any requirement that the provider set alone; all of them together, where more than a tenth lack source, date or
acceptance, by the exact bound.
Choices: accepted is a dated agreement on the requirement together with an approval of it or a signed agreement of service levels in force.
Where the source is on the provider's side, only an approval by the customer's side or a target in a signed agreement that names the
requirement shows that the provider did not set it alone; this is counted. A source that holds a customer's role is on the customer's side.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_or_share

PROCEDURE = RecordProcedure(
    id="roles.requirement-provenance",
    item_kind="requirement",
    needs={"requirements": ["source_party"]},
    untestable={
        "is_imposed": "follows from a law, a policy or a contract",
        "side_unknown": "on which side its source stands is not known",
    },
    deviation={
        "by_provider": "was set by the provider alone",
        "no_source": "names no source",
        "no_date": "has no date of agreement",
        "not_accepted": "is not shown to be accepted",
    },
    show=["facet", "statement", "source", "agreed_at", "came_from_provider"],
    lead_when=any_or_share("most_unaccepted", least="least_requirements"),
    settings=[
        Setting(
            "most_unaccepted", 0.10, "D", "share of requirements that may lack source, date or acceptance"
        ),
        Setting("least_requirements", 20, "D", "requirements for that share to be judged"),
    ],
    statement="{object}: {deviations} of {n} requirements are {family}",
    explanations=[
        "the requirement follows from a law or a policy",
        "the customer accepted it in minutes that were not given",
    ],
    ask=[
        Ask("customer", "Did you ask for this, and when did you last agree to it?"),
        Ask("service_owner", "Who wanted this requirement, and where can I see it?"),
    ],
    disproof="Minutes or a signature of the time show that somebody on the customer's side asked for it or accepted it.",
    request="the source, the date of agreement and the acceptance of each requirement, and on which side each party stands",
    facts={
        "requirements are explained by a law, a policy or a contract": (
            "count(*) filter (where reason = 'follows from a law, a policy or a contract')"
        ),
        "requirements came from the provider and were accepted by the customer": "count(*) filter (where came_from_provider)",
    },
)
