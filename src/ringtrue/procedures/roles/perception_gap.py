"""Customers, users and the provider see the same service alike.

Why it matters: where those who deliver are content and those who receive are not, nobody will mend what nobody sees.
What is judged: for each service and question every two roles that answered it on the same scale. Deviation: Cliff's delta of at least 0.33
in size, with bootstrap bounds that exclude 0, and a difference that chance seldom gives.
Untestable: fewer than ten answers of one of the two roles; of groups below five nothing is shown.
Honest explanations: they had different services in mind.
Choices: a respondent's role is that of the answer, else of the invitation, else the one held for the service; without any, whoever is on the
provider's side speaks as provider. Of each respondent the latest answer to a question counts. p by the Mann-Whitney test, corrected for
ties. The object is the service with the two roles.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import perceived_apart

PROCEDURE = GroupProcedure(
    id="roles.perception-gap",
    item_kind="service_and_roles",
    object_kind="service_and_roles",
    needs={"survey_responses": ["score", "service|case"]},
    deviation="two roles see the service differently",
    within="the two roles see the service alike",
    lead_when=perceived_apart(least_delta="least_delta", least="least_answers"),
    settings=[
        Setting(
            "least_delta", 0.33, "P", "Cliff's delta that counts as a medium effect (Romano and others 2006)"
        ),
        Setting("least_answers", 10, "D", "answers of each of the two roles, for them to be compared"),
    ],
    statement=(
        '{about}: asked "{question}", the role {higher} answers better than the role {worse} (means {higher_mean} and {worse_mean}; '
        "Cliff's delta {delta}, at least {delta_lower}; {n} answers)"
    ),
    explanations=[
        "they had different services, or different parts of it, in mind",
        "those who answered differ from those who did not",
    ],
    ask=[
        Ask("customer", "What would have to happen for you to give the highest mark?"),
        Ask("service_owner", "What do you think your customers and users would answer, and how do you know?"),
    ],
    disproof="Asked again about the same service in the same words, the roles answer alike.",
    request="survey answers with role, service and question, from customers, users and the provider's own people",
    measure="cliffs_delta",
)
