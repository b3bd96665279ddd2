"""What suppliers promise is enough for what is promised to the customer.

Why it matters: a promise that rests on a weaker promise is kept by luck.
What is judged: each agreed target together with each target of a supplier on the same metric that it rests on.
Deviation: the supplier's is looser; it is not in force while the agreed one is; it is counted on a calendar that does not cover the agreed one;
or the availabilities in series multiply to less than the agreed one. Untestable: what counts as better is not known for the metric.
Honest explanations: a buffer or redundancy is documented.
Lead: a service with any such pair.
Choices: a target rests on those of agreements with a supplier for the same service, and on those of its suppliers that hold for all services. Times
are better when shorter, percentages when higher; priorities and kinds of case must agree where both name one. A supplier's target without a
calendar holds round the clock; calendars in different zones are not compared. Tighter promises of suppliers are as they should be.
Contracts of one supplier that follow one another within a day are one promise, and count once in a series, by the better of them. What a
service rests on in other services is not followed.
"""

from ringtrue.model import Ask, RecordProcedure
from ringtrue.statistics.judges import any_deviation

PROCEDURE = RecordProcedure(
    id="flow.supplier-target-fit",
    item_kind="pair_of_targets",
    needs={"targets": ["metric", "value"], "agreements": ["kind"]},
    untestable={
        "direction_unknown": "what counts as better is not known for this metric",
        "units_differ": "the two targets are given in different units",
    },
    deviation={
        "looser": "the supplier's target is looser than the agreed one",
        "not_in_force": "the supplier's target is not in force while the agreed one is",
        "not_covered": "the supplier's calendar does not cover the agreed one",
        "short_in_series": "the availabilities in series multiply to less than the agreed one",
    },
    show=["metric", "agreed", "promised", "in_series", "supplier"],
    lead_when=any_deviation(),
    statement="{object}: {deviations} of {n} agreed targets rest on a promise of a supplier that is not enough for them",
    explanations=[
        "a buffer or redundancy is documented",
        "the supplier keeps more than it promises, and the risk was accepted",
    ],
    ask=[
        Ask("external_supplier", "Which of our customer's targets depend on you, and how do you know?"),
        Ask("service_owner", "What happens to your promise when this supplier only just keeps his?"),
    ],
    disproof="A documented buffer, redundancy or accepted risk explains the difference, dated before the period.",
    request="the targets agreed with customers and with suppliers, with calendars and validity, and what each service depends on",
)
