"""How what judges give beside an estimate is called in a report, and in which unit it is; other names are read by ``named_unit``."""

from ringtrue.reports.numbers import named_unit

OWN = "own"
"""Stands for the unit of the estimate."""

_VALUES: dict[str, tuple[str, str | None]] = {
    "limit": ("Compared with", OWN),
    "limit_days": ("Compared with", "days"),
    "pooled": ("All together", OWN),
    "median": ("Median", OWN),
    "expected": ("Expected", None),
    "lower_one_sided": ("Lower bound, one-sided (95 %)", OWN),
    "lower_days": ("Lower bound", "days"),
    "standardised_ratio": ("Against what was expected", "ratio"),
    "peers": ("Peers compared", None),
    "n_judged": ("Cases with an agreed time", None),
    "attainment": ("Resolved in the agreed time", "share"),
    "attainment_target": ("Target of agreed times", "share"),
    "satisfaction_target": ("Target of satisfaction", "share"),
    "response_rate": ("Answered, of those invited", "share"),
    "satisfied_at_least": ("Satisfied, if nobody else is", "share"),
    "satisfied_at_most": ("Satisfied, if everybody else is", "share"),
    "completed_share": ("Trainings completed", "share"),
    "alpha": ("Agreement of the raters (alpha)", None),
    "late_rate": ("An hour, late in the agreed time", None),
    "early_rate": ("An hour, before that", None),
    "target": ("Target", "minutes"),
    "attained": ("Cases that met the target", None),
    "below": ("Just below the target", None),
    "targets": ("Targets looked at", None),
    "higher_mean": ("Mean mark of the role that answers better", None),
    "worse_mean": ("Mean mark of the other", None),
    "misses": ("Times that a target was missed", None),
    "relative_change": ("Change, of the median", "share"),
    "tail_rate": ("A day, at the end of the month", None),
    "other_rate": ("A day, on the others", None),
    "inside_rate": ("A day, inside the windows", None),
    "outside_rate": ("A day, outside", None),
    "inside_days": ("Inside the windows", "days"),
    "outside_days": ("Outside", "days"),
    "group_n": ("Missed cases compared", None),
    "group_share": ("Invited, of the missed cases", "share"),
    "rest_n": ("Other cases compared", None),
    "rest_share": ("Invited, of the others", "share"),
    "first_n": ("Looked at in the first half", None),
    "first_share": ("In the first half", "share"),
    "second_share": ("In the second half", "share"),
    "segments": ("Segments below their target", None),
    "segment_target_share": ("Target of the segment", "share"),
    "whole_n": ("In the whole service", None),
    "whole_share": ("The whole service", "share"),
    "whole_target_share": ("Target of the whole service", "share"),
    "open": ("Still open", None),
    "answered_share": ("Answered, of those invited", "share"),
    "tie_share": ("Pairs that do not differ", "share"),
    "before_count": ("Incidents before the fix", None),
    "after_count": ("Incidents after the fix", None),
    "others_before_count": ("Other incidents before", None),
    "others_after_count": ("Other incidents after", None),
    "power_share": ("Chance of seeing a halving", "share"),
    "windows": ("Hours compared", None),
    "events": ("Changes compared", None),
    "usual": ("Usual in the same hours", None),
    "window": ("Seconds looked at together", None),
    "orders": ("Orders of magnitude", None),
}

_MEASURES = {"cliffs_delta": "Cliff's delta", "kendall_tau": "Kendall's tau"}

UNSHOWN = frozenset(
    {
        "object",
        "service",
        "dispersion",
        "standardised_dispersion",
        "satisfied_lower",
        "satisfied_upper",
        "attainment_lower",
        "attainment_upper",
        "at_own_pace",
        "delta",
        "delta_lower",
    }
)
"""Values that say nothing, or nothing new, to a reader of the report; they stay in the results."""


def value_name(name: str, unit: str | None) -> tuple[str, str | None]:
    """The label and the unit of a value of a lead whose estimate has ``unit``."""
    label, own = _VALUES.get(name) or named_unit(name)
    return label, unit if own == OWN else own


def measure_label(measure: str) -> str:
    """What a measure is called."""
    return _MEASURES.get(measure) or named_unit(measure)[0]
