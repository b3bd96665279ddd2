"""Emergency changes are the exception, in every service and over time.

Why it matters: what is called an emergency goes round the assessment and the test; where that becomes a habit, nobody plans.
What is judged: each change of a known class. Deviation, in the sense of the count: an emergency.
Untestable: its class is not known.
Honest explanations: a crisis, which a recorded major incident of the service shows.
Lead: a service above the funnel of all services; or a share that rises over the months.
Choices: emergencies within a week after a recorded major incident of the service, or of all services, are explained, counted, and do not count
as deviations. The trend is that of all changes by month.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import funnel, rising

_AGAINST_PEERS = funnel("above", ratio="least_ratio", least="least_changes")
_OVER_TIME = rising(
    least="least_months", direction="up", least_change="least_rise", relative=False, least_n=5
)


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Services against one another, and the whole over time."""
    services = [row for row in rows if row["family"] == "above its peers"]
    months = [row for row in rows if row["family"] == "rising over the months"]
    return [*map(_told, _AGAINST_PEERS(services, settings)), *map(_told, _OVER_TIME(months, settings))]


def _told(one: Judgement) -> Judgement:
    if not one.testable:
        return one
    if one.family == "above its peers":
        told = f"{one.deviations:,} of {one.n:,} changes were emergencies ({100 * (one.estimate or 0):.1f} %), more than at its peers"
    else:
        told = f"the share of emergencies among {one.n:,} changes rose by {100 * (one.estimate or 0):.1f} points over the months"
    return replace(one, values={**one.values, "told": told})


PROCEDURE = RecordProcedure(
    id="substance.emergency-share",
    item_kind="change",
    needs={"changes": ["class"]},
    untestable={"class_unknown": "its class is not known"},
    deviation={"is_emergency": "was an emergency"},
    show=["class", "started_at", "in_crisis"],
    lead_when=judge,
    settings=[
        Setting("least_ratio", 1.5, "D", "how many times the share of all services a service must reach"),
        Setting("least_changes", 20, "D", "changes for a service to be judged"),
        Setting("least_months", 12, "D", "months for a trend"),
        Setting("least_rise", 0.10, "D", "by how much the share must rise over the time looked at"),
        Setting(
            "crisis_days",
            7,
            "D",
            "days after a recorded major incident in which emergencies are explained by it",
        ),
    ],
    statement="{object}: {told}",
    explanations=["a crisis made them necessary", "a supplier's fault had to be mended at once"],
    ask=[
        Ask(
            "process_owner",
            "What would have happened to the customer if this change had waited for the next board?",
        ),
        Ask("practitioner", "When do you call a change an emergency?"),
    ],
    disproof="For these changes a threat to a service at the time is shown that could not wait.",
    request="all changes with class, service and date",
    facts={"emergencies are explained by a recorded major incident": "count(*) filter (where in_crisis)"},
    chart="funnel",
    chart_title="Share of emergency changes, by service",
)
