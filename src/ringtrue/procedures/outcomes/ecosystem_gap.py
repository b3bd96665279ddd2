"""Everybody whom a live service needs is bound to it.

Why it matters: a service stands between a customer, an owner and suppliers; where one of them is missing, nobody answers for that part.
What is judged: for each live service, that a customer is assigned, that somebody accountable owns it, that an agreement of service levels
is in force, and that every supplier it depends on is under an agreement in force. Deviation: any of these is missing at the end of the
period.
Untestable: the service was in transfer then; or the records that would show it were not given.
Lead: any missing of a critical or high service; of all the others together, a share whose lower bound is above five in a hundred.
Honest explanations: the service is in transfer.
Choices: the owner is the one in the catalogue, else whoever holds the role, or is accountable for the service. An owner who has left, or
whose assignment has ended, is none. Suppliers are those that the service is said to depend on, and those assigned to it as suppliers. A
customer or an agreement of the service that it is a part of counts. A transfer without an end counts for ninety days.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import any_deviation, share_above

_OF_WEIGHT = any_deviation()
_OF_OTHERS = share_above("most_missing")


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Any gap of a service of weight; the share of gaps of all the others."""
    weighty = [row for row in rows if row["object"] != "organisation"]
    others = [row for row in rows if row["object"] == "organisation"]
    return [
        *(_told(one, row) for one, row in zip(_OF_WEIGHT(weighty, settings), weighty, strict=True)),
        *(_told(one, row) for one, row in zip(_OF_OTHERS(others, settings), others, strict=True)),
    ]


def _told(judgement: Judgement, row: Mapping[str, object]) -> Judgement:
    of = "of the services of less weight " if row["object"] == "organisation" else ""
    return replace(judgement, values={**judgement.values, "missing": row["missing"], "of": of})


PROCEDURE = RecordProcedure(
    id="outcomes.ecosystem-gap",
    item_kind="link_of_a_service",
    needs={"services": ["name"]},
    untestable={"in_transfer": "the service was in transfer"},
    deviation={
        "no_customer": "no customer is assigned",
        "no_owner": "nobody accountable is on record as its owner",
        "owner_gone": "its owner has left, or the assignment has ended",
        "no_agreement": "no agreement of service levels is in force",
        "supplier_unbound": "no agreement with this supplier is in force",
    },
    show=["link", "criticality", "found"],
    lead_when=judge,
    settings=[
        Setting(
            "most_missing",
            0.05,
            "D",
            "share of links that may be missing for services that are neither critical nor high",
        ),
        Setting("transfer_days", 90, "D", "days for which a transfer without a recorded end explains a gap"),
    ],
    statement="{object}: {deviations} of {n} links {of}to customer, owner, agreement and suppliers are missing: {missing}",
    explanations=[
        "the service is being handed over",
        "the agreement or the assignment is kept elsewhere, or covers it as a part of another service",
        "the customer is the same for a whole family of services, and recorded once",
    ],
    ask=[
        Ask(
            "service_owner",
            "Who are your customers and suppliers, and which agreement binds each of them today?",
        ),
        Ask("top_management", "Who answers for this service from end to end?"),
    ],
    disproof="The missing assignment or agreement, with a date from before the end of the period.",
    request=(
        "the service catalogue with owners and criticality, role assignments with their dates, dependencies on suppliers, and all agreements "
        "with their dates"
    ),
    demanded=("services",),
    facts={
        "links of services in transfer are explained by it": "count(*) filter (where reason = 'the service was in transfer')"
    },
)
