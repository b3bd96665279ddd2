"""What a case is, and whether it counts, is settled by what happened, not by the time that is left.

Why it matters: an incident that becomes a request, is left out or is cancelled just before its time runs out was missed all the same.
What is judged: each change of an incident into a request, each mark that leaves a case out of the count, each cancellation and each deletion in the
histories; and, where the audit file says that the ids of cases have no gaps by design, each gap. Deviation: after seven tenths of the target, without
a reason on record; a gap. Untestable: no target is known, or the clock cannot be read.
Honest explanations: misfiled. A word of the user within the day before, an act of the user's own, or a link to the case that it is a child or
a duplicate of is a reason on record; such are counted, and not against it.
Lead: a service where these acts, per running hour of its cases, are in that last stretch at least twice those before it (exact Poisson);
and any gap where there may be none.
Choices: the stretch runs from seven tenths of the target to the end of the case. Where the new kind has no target, the one of the old kind
for the same service and priority counts.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import any_deviation, rate_ratio

_RATES = rate_ratio(least_ratio="least_ratio", least_events="least_events")
_ANY = any_deviation()


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """The late rate against the early one of each service; and the gaps in the ids."""
    acts = [row for row in rows if row["family"] == "near the target"]
    gaps = [row for row in rows if row["family"] == "gaps in the ids"]
    return [*map(_late, _RATES(acts, settings)), *map(_missing, _ANY(gaps, settings))]


def _late(one: Judgement) -> Judgement:
    if not one.testable:
        return one
    times = (
        f"none happened earlier, so at least {one.lower:.1f} times the earlier rate"
        if one.estimate is None
        else f"{one.estimate:.1f} times the earlier rate ({one.lower:.1f} to {one.upper or 0:.1f})"
    )
    told = (
        f"of {one.n:,} cases made something else, left out or cancelled without a recorded reason, {one.deviations:,} were so late in the agreed "
        f"time; per running hour: {times}. A pattern consistent with keeping misses out of the count"
    )
    return replace(one, values={**one.values, "told": told})


def _missing(one: Judgement) -> Judgement:
    told = (
        f"{one.deviations:,} gaps in the ids of the cases given, which have none by design; a pattern consistent with records that were deleted, "
        "or not given"
    )
    return replace(one, values={"told": told})


PROCEDURE = RecordProcedure(
    id="substance.recategorise",
    item_kind="recategorisation",
    needs={"case_events": ["field|state"], "targets": ["value"]},
    untestable={
        "impossible_times": "happened before the case was opened",
        "clock_unknown": "no agreed time is known for it, or its clock cannot be read",
    },
    deviation={
        "gap": "is missing among ids that have no gaps by design",
        "late_without_reason": "was made something else, left out or cancelled late in the agreed time, without a reason on record",
    },
    show=[
        "case",
        "what",
        "before",
        "after",
        "happened_at",
        "share_of_target",
        "is_late",
        "has_reason",
        "explained",
    ],
    worst=["most share_of_target"],
    lead_when=judge,
    settings=[
        Setting("late_from", 0.7, "D", "part of the target after which such an act is late"),
        Setting("least_ratio", 2.0, "D", "how many times the earlier rate the late one must be"),
        Setting("least_events", 20, "D", "such acts without a recorded reason, for a service to be judged"),
        Setting("reason_hours", 24, "D", "hours before it in which a word of the user is a reason for it"),
    ],
    statement="{object}: {told}",
    explanations=[
        "the cases were misfiled, and it was seen only when somebody took them up",
        "the users withdrew them by telephone",
        "a number was drawn for a case that was never saved",
    ],
    ask=[
        Ask("practitioner", "Walk me through this case. What made it something else, and why at that hour?"),
        Ask("service_owner", "Who may leave a case out of the count, and who learns of it?"),
        Ask("user", "How did what you reported end for you?"),
    ],
    disproof="The users of these cases say that they were misfiled or withdrawn when that was recorded.",
    request="histories of the cases with changes of kind, exclusion and state, and the agreed times",
    measure="rate_ratio",
    facts={
        "such acts late in the agreed time have a reason on record": "count(*) filter (where explained)",
    },
)
