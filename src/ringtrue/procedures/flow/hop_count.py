"""Work finds the team that can do it without wandering.

Why it matters: each change of team costs the user a wait and a part of what was known of the trouble.
What is judged: each case whose teams are known. Deviation: three or more changes of team after the first assignment.
Untestable: no team is known. Lead: a first team whose share of such cases lies above the funnel of all first teams, also when each
is compared on its own mix of services and priorities.
Honest explanations: follow-the-sun. Handovers from a team whose hours end to one that is on duty then, by the
rosters, are not counted; how many cases this explains is a fact.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import funnel

PROCEDURE = RecordProcedure(
    id="flow.hop-count",
    item_kind="case",
    object_kind="team",
    needs={"case_events": ["team"]},
    untestable={"team_unknown": "no team is known for this case"},
    deviation={"passed_on_often": "was passed on again and again"},
    show=["first_team", "path", "moves", "with_the_sun", "explained"],
    worst=["most moves"],
    lead_by="first_team",
    lead_when=funnel("above", ratio="least_ratio", least="least_cases"),
    settings=[
        Setting("many_hops", 3, "D", "changes of team from which a case was passed on too often"),
        Setting(
            "least_ratio", 1.5, "D", "how many times the share of all first teams a first team must reach"
        ),
        Setting("least_cases", 20, "D", "cases for a first team to be judged"),
    ],
    statement=(
        "Of {n} cases that began with {object}, {deviations} were passed on again and again ({share}; all first teams: "
        "{pooled}{mix})"
    ),
    explanations=[
        "the work goes round the world with the working day, and no roster shows it",
        "the first team only takes calls, and others share the work by design",
        "several teams each had their own part to do, in an agreed order",
    ],
    ask=[
        Ask(
            "practitioner",
            "Walk me through this case. How did each team learn what the one before had found?",
        ),
        Ask(
            "process_owner",
            "How does the first team know whose work a case is, and who tells it when it erred?",
        ),
    ],
    disproof="Each change of team was a step of the agreed way of work, and the user did not wait longer for it.",
    request="histories of the cases with the assigned team after each change, and the rosters of the teams",
    facts={
        "cases changed hands often, but only with the working day from one roster to the next: not counted": (
            "count(*) filter (where explained)"
        ),
    },
    chart="funnel",
    chart_title="Share of cases that were passed on again and again, by first team",
)
