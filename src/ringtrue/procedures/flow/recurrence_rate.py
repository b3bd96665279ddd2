"""Trouble whose problem was resolved does not come back as often as before.

Why it matters: a problem record that ends without ending the trouble closes a form, not a loop.
What is judged: each resolved incident. Deviation: the same trouble (service and configuration item) came again within thirty days of the
resolution. Untestable: service or configuration item are not known; resolved in the last thirty days of the data; times that cannot be.
Lead: a problem marked resolved and linked to incidents, if incidents of its trouble are not rarer after the fix than before (exact
Poisson, 5 %), though a halving would have been seen with a power of 0.8. Without that power, or without such a problem: not enough data.
Honest explanations: low power. Children and duplicates of another incident are no trouble of their own.
Choices: where fewer than half of the incidents name a configuration item, service and category are taken, which is coarse; a fact says so.
A problem's trouble is that of most of its incidents. Windows before and after the fix are equally long, at most half a year.
The statement gives the other incidents in the same windows, for the whole volume may have changed.
"""

from collections.abc import Mapping
from typing import Any

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.poisson import power_of_halving, rate_ratio, rate_ratio_bounds, rate_ratio_test

ALPHA = 0.05


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Whether the rate of incidents after each fix is lower than before it, where that could be seen."""
    return [_judge(row, float(settings["least_days"]), float(settings["least_power"])) for row in rows]


def _judge(row: Mapping[str, Any], least_days: float, least_power: float) -> Judgement:
    days, early, late = row["days"], row["early_events"], row["late_events"]
    if days is None:
        return _silent(
            row, "no problem record is marked resolved and linked to incidents whose trouble is known"
        )
    if days < least_days:
        return _silent(
            row, f"the data reach less than {least_days:g} days before or after the fix: {max(0, days):.0f}"
        )
    if early + late == 0:
        return _silent(row, "no incident of this trouble near the fix")
    fell = rate_ratio_test(late, days, early, days, "less") < ALPHA
    power = power_of_halving(early, days, days, ALPHA)
    if not fell and power < least_power:
        return _silent(
            row,
            f"{early} incidents before the fix and {late} after it are too few: had their rate halved, that would have been seen with a "
            f"chance of {100 * power:.0f} %",
        )
    return _compared(row, fell, power)


def _compared(row: Mapping[str, Any], fell: bool, power: float) -> Judgement:
    days, early, late = row["days"], row["early_events"], row["late_events"]
    lower, upper = rate_ratio_bounds(late, days, early, days)
    ratio = rate_ratio(late, days, early, days)
    return Judgement(
        object=row["object"],
        service=row["service"],
        n=early + late,
        deviations=late,
        estimate=_finite(ratio),
        lower=lower,
        upper=_finite(upper),
        effect=not fell,
        values={
            "trouble": row["trouble"],
            "before_count": early,
            "after_count": late,
            "window_days": round(days),
            "others_before_count": row["others_before"],
            "others_after_count": row["others_after"],
            "power_share": power,
        },
    )


def _silent(row: Mapping[str, Any], reason: str) -> Judgement:
    n = row["early_events"] + row["late_events"]
    return Judgement(object=row["object"], service=row["service"], n=n, testable=False, reason=reason)


def _finite(value: float | None) -> float | None:
    return None if value is None or value == float("inf") else value


PROCEDURE = RecordProcedure(
    id="flow.recurrence-rate",
    item_kind="incident",
    object_kind="problem",
    needs={
        "cases": ["kind", "service", "configuration_item|category", "opened_at", "resolved_at|closed_at"],
        "case_links": ["kind"],
    },
    untestable={
        "trouble_unknown": "service, or configuration item or category, are not known",
        "times_impossible": "resolved before it was opened",
        "too_late": "resolved so late in the data that its coming back could not be seen",
    },
    deviation={"came_back": "the same trouble came again within thirty days of the resolution"},
    show=["trouble", "matched_by", "resolved_at", "days_to_next"],
    lead_when=judge,
    settings=[
        Setting("recurrence_days", 30, "D", "days after a resolution in which the same trouble comes back"),
        Setting("least_days", 30, "D", "days that the data must reach before and after a fix"),
        Setting("most_days", 180, "D", "longest window before and after a fix, in days"),
        Setting(
            "least_power",
            0.8,
            "S",
            "chance with which a halved rate would have been seen, for a problem to be judged",
        ),
    ],
    statement=(
        "{object} is marked resolved; of its trouble ({trouble}) {before_count} incidents were opened in the {window_days} days before the "
        "fix and {after_count} in the {window_days} days after it (all others: {others_before_count} before, {others_after_count} after)"
    ),
    explanations=[
        "the fix was only planned or rolled out in part when the record was closed",
        "the incidents after the fix have another cause on the same component",
        "use of the service grew, so that as many incidents as before are fewer for each user",
    ],
    ask=[
        Ask("process_owner", "How do you check that a resolved problem does not come back, and when?"),
        Ask("user", "Show me your last interruption. Had you met it before?"),
        Ask("service_owner", "What did you decide on the problems that came back?"),
    ],
    disproof="The incidents after the fix turn out to have other causes than the problem that was resolved.",
    request="incidents and problems with service, configuration item and times, over some months before and after each fix, and their links",
    facts={
        "incidents are matched by service and category only, for fewer than half name a configuration item: a coarse match": (
            "nullif(count(*) filter (where matched_by = 'category'), 0)"
        ),
    },
    measure="rate_ratio",
    chart="intervals",
    chart_title="Rate of incidents after the fix, as a multiple of the rate before it",
)
