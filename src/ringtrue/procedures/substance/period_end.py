"""Work is finished at an even pace, not for the end of the reporting month.

Why it matters: a rush before the figures are drawn shows that the figures are the aim.
What is judged: each team, over whole calendar months. Deviation: cases finished per working day in the last two working days of a month are more
than one and a half times those of its other days (lower bound, bootstrap by month). Untestable: fewer than six whole months.
Honest explanations: billing; freezes: months with a freeze on record in their last third are left out.
Choices: finished means resolved where closing is automatic, else closed. Working days are those of the team's roster; without one, days from
Monday to Friday on which anybody finished anything. Days are those of the audit's time zone. Where no audit period is declared, the first and
the last month of the data count as parts.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import period_ratio

PROCEDURE = GroupProcedure(
    id="substance.period-end",
    item_kind="team",
    object_kind="team",
    needs={"cases": ["closed_at|resolved_at", "team"]},
    deviation="finishes much more in the last two working days of a month",
    within="finishes at an even pace over the month",
    lead_when=period_ratio(limit="most_ratio", least_periods="least_months", least="least_cases"),
    settings=[
        Setting("most_ratio", 1.5, "D", "how many times the pace of other days the last two may have"),
        Setting("least_months", 6, "D", "whole months for a team to be judged"),
        Setting("least_cases", 20, "D", "cases for a team to be judged"),
    ],
    statement=(
        "{object} finishes {estimate:.1f} times as many cases per working day in the last two working days of a month as on its other days "
        "({lower:.1f} to {upper:.1f}; {n} cases in {periods} months)"
    ),
    explanations=[
        "work is billed or ordered by the month",
        "a freeze or release falls on the end of the month",
    ],
    ask=[
        Ask("process_owner", "What is different for this team in the last days of a month?"),
        Ask("practitioner", "Which cases do you take up first when a month ends, and why?"),
    ],
    disproof="The same cases were done earlier, and only their records were closed at the end of the month, as agreed.",
    request="cases with the times of resolution and closing over at least six whole months, and recorded freezes",
    facts={
        "freezes are on record; months in whose last third one falls are left out": (
            "nullif(max((select count(*) from context_events where kind = 'freeze')), 0)"
        ),
    },
    measure="pace_ratio",
    chart="intervals",
    chart_title="Pace in the last two working days of a month, as a multiple of the other days",
)
