"""Work that is handed over is soon taken up.

Why it matters: a case that lies with a team that has not looked at it is a wait that no target of that team shows.
What is judged: each pair of teams that hand cases to one another, by month of the handover: the time from the assignment to the new
team's first act, as a part of the whole time of these cases. Deviation: the part rises (Mann-Kendall) by at least a quarter of its
median over at least twelve months with twenty handovers each. Untestable: fewer months.
Honest explanations: out of hours. Where the new team has a roster, only time inside it counts as lying.
Choices: months are those of UTC; part months at both ends are left out. A case that is passed on untouched lay there all the time.
Acts of automation touch nothing. The whole time runs from opening to resolution, round the clock, for open cases to the end of the data.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, GroupProcedure, Judgement, Rows, Setting, SettingValue
from ringtrue.statistics.judges import rising

_RISING = rising(least="least_months", direction="up", least_change="least_change", least_n="least_handovers")


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """The trend of each pair of teams, its numbers also under names that say that they are shares."""
    return [_with_shares(one) for one in _RISING(rows, settings)]


def _with_shares(one: Judgement) -> Judgement:
    shares = {"change_share": one.estimate, "median_share": one.values.get("median")}
    rest = {name: value for name, value in one.values.items() if name != "median"}
    return replace(one, values={**rest, **shares} if one.testable else one.values)


PROCEDURE = GroupProcedure(
    id="flow.queue-share",
    item_kind="team_pair",
    worst=["most of_these_in_roster"],
    object_kind="team_pair",
    needs={"case_events": ["team", "state|activity|acting_team"]},
    deviation="cases lie untouched for a growing part of their time after handovers",
    within="cases do not lie untouched for a growing part of their time",
    lead_when=judge,
    settings=[
        Setting("least_months", 12, "D", "months for a pair of teams to be judged"),
        Setting("least_handovers", 20, "D", "handovers in a month for the month to count"),
        Setting("least_change", 0.25, "D", "rise over the whole time, as a part of the median month"),
    ],
    weakness=(
        "of rises planted in twenty invented organisations one in ten was missed: twelve months are few, and a course that wavers is not told "
        "from chance"
    ),
    statement=(
        "Between {object}, the part of the time that cases lie untouched after a handover rose from {first_period} to {last_period} by "
        "{change_share} of the whole time of the cases (median month {median_share}; {n} handovers in {periods} months)"
    ),
    explanations=[
        "the new team has hours that no roster shows",
        "the team works on cases without recording it before they are done",
        "work of another kind came to this interface",
    ],
    ask=[
        Ask(
            "process_owner", "Who sees how long a case lies after it was handed over, and what changed here?"
        ),
        Ask("practitioner", "Walk me through this case. When did you learn that it had come to you?"),
    ],
    disproof="The teams' own records show that work on these cases began soon after each handover, throughout the time.",
    request="histories of the cases with teams, states and acting teams over at least twelve whole months, and the rosters of the teams",
    measure="change_of_untouched_share",
    chart="series",
    chart_title="Part of their time that cases lie untouched after a handover, by month",
)
