"""What a critical service does, and each way in which it is to be relied on, is agreed, has a target, is measured and is tested.

Why it matters: a service is of value where it does what is needed and can be relied on; a side that nobody agreed, measures or tests
shows only when it fails.
What is judged: each live service in its utility, availability, capacity, security and continuity: whether it is agreed, has a target, is
measured, and was tested in its interval. Deviation: nothing on record. Untestable: the column was not given; not yet due.
Lead: any empty cell of a critical service, each side by itself. Honest explanations: a reasoned "not needed".
Choices: agreed is a requirement with a date of agreement, or a target under a dated agreement of service levels; a target is the
requirement's own or a row of targets in force; measured is a measure of the requirement with a reading in the period, or one of the
service whose name tells the side, or, for utility, any outcome measure; tested is a test within the requirement's interval, else a
year; utility is also tested by a reported outcome or an acceptance. A requirement that says "not needed" fills all four.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import any_deviation

_ANY = any_deviation()


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Any empty cell is an effect where the service is critical; ``missing`` names the cells."""
    return [_weighed(row, one) for row, one in zip(rows, _ANY(rows, settings), strict=True)]


def _weighed(row: Mapping[str, object], one: Judgement) -> Judgement:
    if not one.testable:
        return one
    if row["criticality"] is None:
        return replace(one, testable=False, reason="how critical the service is, is not known")
    return replace(
        one,
        effect=one.effect and row["criticality"] == "critical",
        values={"missing": row["missing"], "criticality": row["criticality"]},
    )


_FACETS = ("utility", "availability", "capacity", "security", "continuity")

PROCEDURE = RecordProcedure(
    id="value.warranty-matrix-gap",
    item_kind="cell_of_the_matrix",
    object_kind="service",
    needs={"requirements": ["service", "facet"], "services": ["criticality"]},
    untestable={
        "not_given": "the column that would show it was not given",
        "not_due": "the service is too young for it",
    },
    deviation={
        "not_agreed": "is not agreed",
        "no_target": "has no target",
        "not_measured": "is not measured",
        "not_tested": "was not tested in its interval",
    },
    show=["criticality", "facet", "cell", "last_tested", "not_needed"],
    lead_when=judge,
    settings=[
        Setting("test_days", 365, "D", "days within which a test must lie, where the requirement names no interval"),
        Setting("young_days", 92, "D", "days after going live in which nothing need be measured yet"),
    ],
    statement="{object} is critical, and its {family} {missing}",
    explanations=[
        "it was decided, with a reason, that this is not needed",
        "it is agreed, measured or tested as part of another service",
        "the record is kept by the supplier",
    ],
    ask=[
        Ask("customer", "What would one day without this service cost you, and what was agreed against that?"),
        Ask("service_owner", "When was this last tried out, and what did it show?"),
    ],
    disproof="A dated agreement, reading or test report of the period shows what is missing here.",
    request="the requirements of each service with facet, dates of agreement, targets, tests and test intervals, and the measures with readings",
    facts={
        **{
            f"cells without a record ({facet})": f"count(*) filter (where verdict = 'deviation' and facet = '{facet}')"
            for facet in _FACETS
        },
        "cells are explained by a recorded \"not needed\"": "count(*) filter (where not_needed and verdict = 'pass')",
    },
)  # fmt: skip
