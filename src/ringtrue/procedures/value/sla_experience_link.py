"""Over the services, meeting agreed times goes together with content customers and users.

Why it matters: where the two do not go together, the targets measure something that those whom the services are for do not care about.
What is judged: the attained share of each service against its satisfied share, customers and users apart, by Kendall's tau-b. Deviation:
the upper bound of tau (services drawn again) is at most 0.3. Untestable: fewer than ten services with enough cases and answers; one of
the two shares differs among the services hardly more than chance gives, so that it can go together with nothing.
Honest explanations: a ceiling: nearly all services meet everything; the share of ties is told.
Choices: services count alike, whatever their size. It says nothing of a single service.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import weak_link

PROCEDURE = GroupProcedure(
    id="value.sla-experience-link",
    item_kind="role",
    object_kind="organisation",
    needs={"survey_responses": ["score", "scale_max"], "cases": ["service"]},
    deviation="meeting agreed times and satisfaction hardly go together",
    within="meeting agreed times and satisfaction go together, or may",
    lead_when=weak_link(
        "most_tau",
        "least_services",
        "least_cases",
        "least_answers",
        "least_reliability",
        names=("attained share", "satisfied share"),
    ),
    settings=[
        Setting(
            "most_tau", 0.3, "D", "upper bound of Kendall's tau-b up to which the two hardly go together"
        ),
        Setting("least_services", 10, "D", "services with enough cases and answers"),
        Setting("least_cases", 20, "D", "cases held against an agreed time, for a service to count"),
        Setting("least_answers", 10, "D", "answers, for a service to count"),
        Setting(
            "least_reliability", 0.5, "D", "part of the variance of either share that chance must not give"
        ),
    ],
    statement=(
        "Over {n} services, the share resolved in the agreed time and the share of satisfied answers ({family}s) hardly go together: "
        "Kendall's tau {estimate:.2f} ({lower:.2f} to {upper:.2f}; ties in {tie_share} of pairs)"
    ),
    explanations=[
        "nearly all services meet everything, and the rest is chance",
        "the answers are about something else than the time to resolve",
        "what users care about is measured, and agreed on, elsewhere",
    ],
    ask=[
        Ask("customer", "If all agreed times were met next year, what would still be wrong?"),
        Ask("service_owner", "Which number tells you first that your users are not content?"),
        Ask("top_management", "How do you know that meeting the targets creates value?"),
    ],
    disproof="Over the services of another period, those that meet their times are those whose users are content.",
    request="survey answers with service, role, scale and date for at least ten services; targets and cases of each",
    measure="kendall_tau",
)
