"""Each live service has a measure of what its customer gets from it.

Why it matters: a service that is steered by what was done, or by what was delivered, can be green while its customer gets nothing.
What is judged: the measures of each live service, by the kind that two raters gave them without knowing each other's. Deviation: neither
rater sees an outcome in any measure of the service. Untestable: a measure of it has no kind, so that it may be one of an outcome; or the
raters agree too little, so that no kind can be relied on.
Lead: any such service. Honest explanations: the outcome is measured at the customer's side.
Choices: what only one of the two takes for an outcome counts as one, in favour of the service. Agreement is Krippendorff's alpha for
names, with bounds from measures drawn again. Services without any measure are outcome-coverage's.
"""

from collections.abc import Mapping

from ringtrue.model import Ask, GroupProcedure, Judgement, Rows, Setting, SettingValue
from ringtrue.statistics.intervals import clopper_pearson
from ringtrue.statistics.judges.groups import Row, by_object, identity, number, untestable
from ringtrue.statistics.judges.raters import raters


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """The raters first; then, as far as they can be relied on, each service."""
    if not rows:
        return []
    measures = {row["measure"]: (row["first_kind"], row["second_kind"]) for row in rows}
    agreed = raters(
        list(measures.values()),
        number("least_alpha", settings),
        "nominal",
        number("least_measures", settings),
    )
    return [agreed, *(_judge(group, agreed) for group in by_object(rows))]


def _judge(rows: list[Row], agreed: Judgement) -> Judgement:
    n, outcomes = len(rows), sum("outcome" in (row["first_kind"], row["second_kind"]) for row in rows)
    if not agreed.testable:
        return untestable(rows[0], n, agreed.reason)
    unrated = sum(row["first_kind"] is None and row["second_kind"] is None for row in rows)
    if unrated and not outcomes:
        return untestable(rows[0], n, "a measure of it has no kind, and may tell an outcome")
    lower, upper = clopper_pearson(outcomes, n)
    return Judgement(
        **identity(rows[0]),
        n=n,
        deviations=outcomes,
        estimate=outcomes / n,
        lower=lower,
        upper=upper,
        effect=outcomes == 0,
        values={"alpha": agreed.values.get("alpha", "1.00")},
    )


PROCEDURE = GroupProcedure(
    id="outcomes.kpi-outcome-share",
    item_kind="live_service",
    needs={"services": ["name"], "measures": ["kind", "kind_second_rater"]},
    deviation="none of its measures tells what its customer got from it",
    within="a measure tells what its customer got from it",
    lead_when=judge,
    settings=[
        Setting(
            "least_alpha",
            0.667,
            "P",
            "Krippendorff's alpha below which the raters' kinds cannot be relied on",
        ),
        Setting("least_measures", 10, "D", "measures that two must have rated"),
    ],
    statement=(
        "{object}: none of {n} measures tells what its customer got from it; all tell what was done or delivered (two raters, alpha {alpha})"
    ),
    explanations=[
        "the outcome is measured at the customer's side",
        "the service is only a part of another one that has its outcome measured",
        "the outcome is looked at in reviews without a figure",
    ],
    ask=[
        Ask(
            "service_owner",
            "Which of these figures would fall if your customer got nothing from the service?",
        ),
        Ask("customer", "Which figure tells you whether the service did for you what you buy it for?"),
    ],
    disproof="The customer or the owner shows a figure of what the customer gets, and who reads it.",
    request="the list of measures with their definitions, each rated activity, output or outcome by two persons who do not know each other's word",
    facts={
        "Krippendorff's alpha of the two raters": "round(max(estimate) filter (where item = 'organisation|agreement'), 3)",
        "its lower 95 % bound": "round(max(lower) filter (where item = 'organisation|agreement'), 3)",
        "its upper 95 % bound": "round(max(upper) filter (where item = 'organisation|agreement'), 3)",
    },
    measure="outcome_measures_share",
    chart=None,
)
