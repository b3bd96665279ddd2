"""Times of unusual demand are foreseen, or at least named.

Why it matters: who does not know that twice as much is coming has nobody there when it comes, and the users wait.
What is judged: the cases of each day by service, by category and by team. Deviation: a window of a week or more in which cases come at least
twice as often as otherwise, or at most half as often (Poisson likelihood, permutation within weekdays), in which more of them miss their
time or they take longer, and which no action, forecast or event around the service names. Untestable: less than twelve weeks, or few cases.
Honest explanations: launch, season, migration. A window in which an event of demand, a campaign, migration, freeze, transfer, reorganisation or
contract falls, or an action or event that speaks of demand or capacity, is named. How many are so explained is a fact.
Choices: children and duplicates of another incident are no demand of their own; problems and cancelled cases are left out. Days are those of
UTC, in the months that the data hold whole (view whole_arrivals): what stayed open from before an export began is no usual rate, and a window that
reaches to an end of the data cannot be told from the way they were cut. Worse: five points more misses, or a geometric mean of the times longer by a quarter; open cases count with their time so far.
A category or a team is named by what names all services, or most of its own.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges.demand_windows import NAMED, demand_windows

PROCEDURE = GroupProcedure(
    id="flow.demand-window",
    item_kind="service_or_category_or_team",
    worst=["most hours"],
    needs={"cases": ["opened_at", "service|category|team", "resolved_at|closed_at"]},
    deviation="demand changed for a time, cases fared worse in it, and nobody named it",
    within="no time of unusual demand in which cases fared worse is left unnamed",
    lead_when=demand_windows(
        least_days="least_days",
        least="least_cases",
        ratio="least_ratio",
        points="least_points",
        longer="least_longer",
        edge="edge_days",
    ),
    settings=[
        Setting("least_ratio", 2.0, "D", "how many times as often as otherwise cases come, or as seldom"),
        Setting("least_days", 84, "D", "days with data for a service, category or team to be judged"),
        Setting("least_cases", 20, "D", "cases inside the window, and outside it"),
        Setting("least_points", 0.05, "D", "how much larger the share of missed cases must be in the window"),
        Setting("least_longer", 0.25, "D", "how much longer the cases of the window must take"),
        Setting("edge_days", 7, "D", "days at either end of the data into which a window must not reach"),
        Setting(
            "named_days",
            30,
            "D",
            "days before and after a window in which an action that speaks of it may be raised",
        ),
    ],
    statement=(
        "{object} ({family}): from {first_day} to {last_day} cases came at {rate_ratio} times the usual rate ({deviations} of {n}), {worse}; no "
        "action, forecast or event on record names it"
    ),
    explanations=[
        "a launch, a season or a migration that is on record elsewhere",
        "one fault caused many cases that were not linked to it",
        "work was recorded under another service, category or team before or after",
    ],
    ask=[
        Ask("service_owner", "Was the last peak foreseen, and who learned of it in time?"),
        Ask("process_owner", "Who saw that more work came than usual, and what was decided?"),
    ],
    disproof="A forecast or a decision from the time, kept elsewhere, that names this demand.",
    request="all cases with service, category, team and times over at least twelve weeks, forecasts of demand, and what was decided on capacity",
    facts={
        "services, categories or teams had another demand for a time, explained by what is on record": (
            f"count(*) filter (where reason = '{NAMED}')"
        ),
    },
    measure="ratio_of_daily_rates",
)
