"""Each requirement comes from the customer's side, with a date, and was accepted.

Why it matters: what the provider asks of itself is easily met, and says nothing about what the customer needs.
What is judged: each requirement of a live service. Deviation: set by the provider alone; no source; no date of agreement; not accepted.
Untestable: it follows from a law or an internal policy.
Honest explanations: law, internal policy.
Lead: a service with any requirement that the provider set alone.
Choices: the provider set it alone if its source is on the provider's side, holds no customer role, and nobody with a customer role approved
it. Accepted is a dated agreement together with an approval of the requirement, or a signed agreement of service levels in force.
"""

from ringtrue.model import Ask, RecordProcedure
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="roles.requirement-provenance",
    item_kind="requirement",
    needs={"requirements": ["source_party"], "role_assignments": ["role"]},
    untestable={
        "by_law": "follows from a law or a policy",
        "side_unknown": "on which side its source stands was not given",
    },
    deviation={
        "by_provider": "was set by the provider alone",
        "no_source": "names no source",
        "no_date": "has no date of agreement",
        "not_accepted": "is not shown to be accepted",
    },
    show=["facet", "statement", "source", "agreed_at"],
    lead_when=any_deviation(),
    statement="{object}: {deviations} of {n} requirements were set by the provider alone",
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
        "requirements follow from a law or a policy": "count(*) filter (where reason = 'follows from a law or a policy')",
        "requirements without source, date or acceptance": (
            "count(*) filter (where verdict = 'deviation' and reason <> 'was set by the provider alone')"
        ),
    },
)
