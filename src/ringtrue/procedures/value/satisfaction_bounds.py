"""What is claimed of satisfaction holds whatever those who did not answer think.

Why it matters: nine in ten content answers of fifteen in a hundred invited leave open whether most are content at all.
What is judged: each round of a survey for which a satisfied share is claimed. Deviation: the claim lies above the satisfied share of the
answers times the response rate, the least that holds of all invited, and nobody checked whether the silent think alike. Untestable: the
invitations of the round are not known, or its answers do not name them; fewer than ten answers.
Lead: any such round. Honest explanations: a representative panel was asked.
Choices: the invitations of a round are those sent for its service between its first and its last; an answer belongs to one by its id,
else by its case. A claim is given in whole percent, so half a percent is nothing. Without invitations the response rate is not known,
and nothing is said.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import claim_bounds

PROCEDURE = GroupProcedure(
    id="value.satisfaction-bounds",
    item_kind="survey_round",
    object_kind="survey_round",
    needs={
        "survey_responses": ["score", "scale_max"],
        "survey_invites": ["service|case"],
        "survey_rounds": ["claimed_share"],
    },
    deviation="the claim holds only if many of the silent are content, and nobody checked that",
    within="the claim holds whatever the silent think, or they were looked at",
    lead_when=claim_bounds("rounding", "least_answers"),
    settings=[
        Setting("rounding", 0.005, "D", "by how much a claim may lie above its lower bound"),
        Setting("least_answers", 10, "D", "answered invitations, for a round to be judged"),
    ],
    statement=(
        "Survey round {object}: {claimed_share} are claimed to be satisfied. {n} of {invited} invited answered ({response_share}), "
        "{answered_share} of them satisfied; of all invited it may be {lower} to {upper}, and no check of those who did not answer is on record"
    ),
    explanations=[
        "a representative panel was asked",
        "those who did not answer were asked again by other means",
        "the report says itself that the share is one of the answers",
    ],
    ask=[
        Ask("service_owner", "What do you know of those who did not answer?"),
        Ask("user", "Who asked your opinion, and if nobody did, what would you have said?"),
    ],
    disproof="A sample of those who did not answer, asked by other means, is as content as those who did.",
    request="survey rounds with the share claimed from them, all invitations with date and service, and the answers with their invitation",
    measure="claimed_share",
    chart="intervals",
    chart_title="Satisfied share claimed, and what holds of all invited whatever the silent think",
)
