"""Cases do not take longer and longer.

Why it matters: a time that creeps up month by month breaks no target on any day, until it has broken them all.
What is judged: the median time to resolve of the cases opened in each month (Kaplan-Meier: what is open is censored, never left out), by
service, team and category. Deviation: it rises (Mann-Kendall) by at least a quarter of its own median over at least twelve months with
twenty cases each, and does so within kind and priority too. Untestable: fewer months; or it rose only because the mix changed.
Honest explanations: the mix of work changed. Where what rose for the whole did not rise within kind and priority, this is counted as a fact.
Choices: time runs round the clock, as users wait, from opening to resolution, or to closing where no resolution is recorded. A month in which
more than half is still open counts with the longest time seen so far. Months are those of UTC; part months at both ends are left out.
Children and duplicates of another incident, problems and cancelled cases are left out.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges.drifting import MIX, drifting

PROCEDURE = GroupProcedure(
    id="flow.time-drift",
    item_kind="service_or_category_or_team",
    worst=["most hours"],
    needs={"cases": ["opened_at", "resolved_at|closed_at", "service|team|category"]},
    deviation="the time to resolve rises month by month",
    within="the time to resolve does not rise month by month",
    lead_when=drifting(
        least="least_months",
        least_change="least_change",
        least_n="least_cases",
        least_in_stratum="least_in_stratum",
    ),
    settings=[
        Setting("least_months", 12, "D", "months for a service, team or category to be judged"),
        Setting("least_cases", 20, "D", "cases opened in a month for the month to count"),
        Setting("least_change", 0.25, "D", "rise over the whole time, as a part of the median month"),
        Setting("least_in_stratum", 5, "D", "cases of a kind and priority in a month for it to count there"),
    ],
    weakness=(
        "of rises planted in twenty invented organisations one in ten was missed: twelve months are few, and a course that wavers is not told "
        "from chance"
    ),
    statement=(
        "{object} ({family}): the median time to resolve rose from {first_period} to {last_period} by {change_share} of its median month "
        "({n} cases, {periods} months); within kind and priority: {within}"
    ),
    explanations=[
        "harder work came within the same kind and priority",
        "the easy cases are prevented, or solved by the users themselves",
        "cases are kept open longer on purpose, such as until the user confirms",
    ],
    ask=[
        Ask(
            "process_owner",
            "What do you see of the time to resolve over the months, and what did you decide on it?",
        ),
        Ask("practitioner", "What takes longer today than a year ago?"),
        Ask("user", "Has it become slower, and from when?"),
    ],
    disproof="Cases of the same kind took as long at the end of the time as at its beginning.",
    request="all cases, open ones too, over at least twelve whole months, with kind, priority, service, team, category, opening and resolution",
    facts={
        "services, teams or categories took longer only because what they do changed": f"count(*) filter (where reason = '{MIX}')",
    },
    measure="change_of_median_minutes",
    chart="series",
    chart_title="Median time to resolve of the cases opened in a month, in hours",
)
