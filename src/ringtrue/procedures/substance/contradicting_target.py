"""One thing has one target at a time.

Why it matters: where two sources in force give two values, each side holds the one that suits it, and nobody can say what was missed.
What is judged: each service and metric for which a target, a requirement or an agreement gives a value, apart by customer or supplier, priority,
kind of case, calendar, share to be reached and direction. Deviation: two sources that were in force at once, for more than a day, give
different values. Lead: any such service. Honest explanations: different customers, priorities, calendars: these are other things, and are never
compared; what a supplier promised may be tighter, and is compared only with what the same supplier promised elsewhere.
Choices: values are compared in one unit. A target without a calendar is counted in that of its service. A requirement names neither customer
nor priority: it is compared with targets for all priorities and kinds of the service's only customer. Availability that the latest text of a
service's document states in prose is a fact, never a lead.
"""

from ringtrue.model import Ask, RecordProcedure
from ringtrue.statistics.judges import any_with_values

PROCEDURE = RecordProcedure(
    id="substance.contradicting-target",
    item_kind="target_of_a_service",
    needs={"targets|requirements": ["metric"]},
    deviation={"contradicts": "has different values in two sources that are in force at once"},
    show=[
        "metric",
        "sources",
        "lower_value",
        "higher_value",
        "one_source",
        "other_source",
        "documents_that_differ",
    ],
    lead_when=any_with_values(),
    statement="{object}: {told}",
    explanations=[
        "the older source was replaced, and its end is not recorded",
        "the sources are about different customers, priorities or hours, and do not say so",
    ],
    ask=[
        Ask("customer", "Which of these values do you hold the provider to?"),
        Ask("service_owner", "Which of these values do you report against?"),
    ],
    disproof="One of the two sources was not in force, or is about something else, by a document of the time.",
    request="all targets, requirements and agreements with metric, value, unit, customer, priority, calendar and dates of force",
    facts={
        "documents state another availability in prose than was agreed: to be read, no lead": "sum(documents_that_differ)",
    },
)
