"""Priorities are lowered because the impact fell, not because the time ran out.

Why it matters: a lower priority brings a longer target; lowered late, it turns a miss into a success on paper.
What is judged: each lowering of a priority. Deviation: after seven tenths of the first priority's target, with no lower impact and no note of a
workaround within the hour. Untestable: no target is known for the first priority, the clock cannot be read, or the impact was changed in words
whose order is not known.
Honest explanations: a workaround was in place.
Lead: a service whose lowerings without a recorded reason, per running hour of its cases, are in that last stretch at least twice those
before it (exact Poisson).
Choices: the stretch runs from seven tenths of the target to the end of the case; time runs on the clock of the first priority's target.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import rate_ratio

_RATES = rate_ratio(least_ratio="least_ratio", least_events="least_events")


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """The late rate against the early one; ``times`` says their ratio in words, also where nothing was early."""
    return [replace(one, values={**one.values, "times": _times(one)}) for one in _RATES(rows, settings)]


def _times(one: Judgement) -> str:
    if one.lower is None:
        return "unknown"
    if one.estimate is None or one.upper is None:
        return f"none was lowered earlier, so at least {one.lower:.1f} times the earlier rate"
    return f"{one.estimate:.1f} times the earlier rate ({one.lower:.1f} to {one.upper:.1f})"


PROCEDURE = RecordProcedure(
    id="substance.late-downgrade",
    item_kind="lowered_priority",
    needs={"case_events": ["field", "old", "new"], "targets": ["value"]},
    untestable={
        "impossible_times": "lowered before the case was opened",
        "clock_unknown": "no agreed time is known for the first priority, or its clock cannot be read",
    },
    deviation={
        "late_without_reason": "lowered late in the agreed time, without a lower impact or a workaround on record"
    },
    show=["case", "team", "before", "after", "share_of_target", "is_late", "has_reason", "explained"],
    worst=["most share_of_target"],
    lead_when=judge,
    settings=[
        Setting("late_from", 0.7, "D", "part of the first target after which a lowering is late"),
        Setting("least_ratio", 2.0, "D", "how many times the earlier rate the late one must be"),
        Setting("least_events", 20, "D", "lowerings without a recorded reason, for a service to be judged"),
    ],
    statement=(
        "{object}: of {n} priorities lowered without a recorded reason, {deviations} were lowered late in the agreed time; per running hour: "
        "{times}. A pattern consistent with lowering priorities to keep targets"
    ),
    explanations=[
        "a workaround was in place, and not recorded",
        "the first priority was set too high as a rule",
    ],
    ask=[
        Ask(
            "practitioner",
            "Walk me through this case. What had changed for the user when its priority was lowered?",
        ),
        Ask("service_owner", "Who may lower a priority, and who learns of it?"),
    ],
    disproof="The users of these cases say that the trouble had become smaller when the priority was lowered.",
    request="histories of the cases with changes of priority and impact, and the agreed times for each priority",
    measure="rate_ratio",
    chart="intervals",
    chart_title="Late rate of lowering, as a multiple of the earlier one",
    facts={
        "lowered late, with a lower impact or a workaround on record": "count(*) filter (where explained)"
    },
)
