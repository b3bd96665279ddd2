"""Each live service has an outcome that a customer agreed and that is measured.

Why it matters: a service whose customer's result nobody agreed on or reads is run by its activity.
What is judged: each live service. Deviation: no outcome is stated (an intended outcome, or a requirement of utility); or no named
customer agreed it; or no measure of an outcome is kept; or none was read in the last review period.
Untestable: younger than one review period; neither intended outcomes nor requirements were given; what its measures tell is not rated.
Lead: any such service. Honest explanations: younger than one period.
Choices: a customer agreed where a requirement of utility comes, with a date of agreement, from a party that holds the role of customer
there; or, for an intended outcome, where any requirement does, or where such a party stands in a dated agreement of service levels.
The last review period runs from the last review but one of the service, else it is as long as the agreement says, else 92 days. The
first rater's kind of a measure counts. A service without a status is taken as live.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import any_deviation

_ANY = any_deviation()


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Any service with a deviation, and which it is."""
    judged = zip(rows, _ANY(rows, settings), strict=True)
    return [replace(one, values={"missing": row["reason"]}) if one.testable else one for row, one in judged]


PROCEDURE = RecordProcedure(
    id="outcomes.outcome-coverage",
    item_kind="live_service",
    demanded=["services"],
    needs={
        "services": ["name"],
        "role_assignments": ["role"],
        "measures": ["kind"],
        "measurements": ["period_end"],
    },
    untestable={
        "outcomes_untold": "neither intended outcomes nor requirements were given",
        "too_young": "is younger than one review period",
    },
    deviation={
        "no_outcome": "no intended outcome and no requirement of utility is on record",
        "not_agreed": "no customer is on record as having agreed its outcome",
        "not_measured": "no measure tells what its customer got from it",
        "not_read": "no measure of its outcome was read in the last review period",
    },
    show=["criticality", "last_reading", "counted_since"],
    lead_when=judge,
    settings=[
        Setting(
            "review_days", 92, "D", "days of a review period, where neither reviews nor an agreement tell"
        ),
    ],
    statement="{object}: {missing}",
    explanations=[
        "the outcome is agreed and measured at the customer's side",
        "the service is only a part of another one that has its outcome",
        "the agreement is minuted elsewhere",
    ],
    ask=[
        Ask("customer", "Which result do you buy with this service, and how do you know that you get it?"),
        Ask("service_owner", "Who are your customers; which outcome is at risk; how would you see it?"),
    ],
    disproof="The customer names the outcome, and shows where it was agreed and last read.",
    request=(
        "the service catalogue with intended outcomes, requirements with source and date of agreement, roles, and measures with their "
        "kind and readings"
    ),
)
