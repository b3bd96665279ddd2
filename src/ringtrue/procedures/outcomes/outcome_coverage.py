"""Every live service has an outcome that its customer agreed to, and a measure of it that is read.

Why it matters: a service without an agreed outcome can only be managed by its activity.
What is judged: each live service. Deviation: no outcome agreed by a named customer, or no outcome measure with a reading in the last review period.
Untestable: the service is younger than one review period.
Honest explanations: younger than one period; the outcome is measured at the customer's side.
Choices: agreed is a utility requirement with a date of agreement whose source holds the customer role there, or an intended outcome in the catalogue with
an agreement that names a customer. The review period lies between the last two reviews of the service, else it is that of its agreement, else 92 days.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="outcomes.outcome-coverage",
    item_kind="service",
    needs={"services": ["intended_outcome"], "measures": ["kind"], "measurements": ["period_end"]},
    untestable={"young": "younger than one review period"},
    deviation={
        "not_agreed": "no outcome is agreed by a named customer",
        "not_measured": "an outcome is agreed, and no measure of it exists",
        "not_read": "its outcome measures have no reading in the last review period",
    },
    show=["criticality", "intended_outcome", "outcome_measures", "last_reading_at", "period_days"],
    lead_when=any_deviation(),
    settings=[Setting("review_days", 92, "D", "review period where neither reviews nor an agreement give one")],
    statement="{object} has no outcome that is both agreed by a named customer and read in the last review period",
    explanations=["the outcome is measured at the customer's side", "the agreement is minuted elsewhere"],
    ask=[
        Ask("customer", "Which result do you buy? Who agreed it, and when?"),
        Ask("service_owner", "Which outcome is at risk, and how would you see it?"),
    ],
    disproof="A minuted agreement with the customer and a reading of the outcome within the last review period are produced.",
    request="the service catalogue with intended outcomes, requirements with their source and date of agreement, measures with their kind and readings",
)
