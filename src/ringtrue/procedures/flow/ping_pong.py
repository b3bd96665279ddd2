"""Work does not go back to a team that has already passed it on.

Why it matters: each return costs the user a wait, and shows that neither team was sure whose work it is.
What is judged: each case whose teams are known. Deviation: at least one return A, B, A.
Lead: a pair of teams whose returns, per case that touched both, lie above the funnel of all pairs.
"""

from ringtrue.model import Ask, RecordProcedure, Setting
from ringtrue.statistics.judges import funnel

PROCEDURE = RecordProcedure(
    id="flow.ping-pong",
    item_kind="case",
    object_kind="team_pair",
    needs={"case_events": ["team"]},
    untestable={"team_unknown": "no team is known for this case"},
    deviation={"came_back": "went back to a team that had passed it on"},
    show=["path", "returns", "returned_pairs"],
    worst=["most returns"],
    lead_by="returned_pairs",
    lead_when=funnel("above", ratio="least_ratio", least="least_cases"),
    settings=[
        Setting("least_ratio", 1.5, "D", "how many times the share of all pairs a pair must reach"),
        Setting("least_cases", 20, "D", "cases that touched both teams, for a pair to be judged"),
    ],
    statement="Between {object}, {deviations} of {n} cases came back to the team that had passed them on ({share}; all pairs: {pooled})",
    explanations=[
        "the case is given back so that the first team confirms the result with the user",
        "one team is a dispatcher for the other by design",
    ],
    ask=[
        Ask(
            "practitioner",
            "Walk me through this case. Why did it come back, and what was missing when you passed it on?",
        ),
        Ask("process_owner", "Who decides which of the two teams a case belongs to, and how do they know?"),
    ],
    disproof="The returns are a step of the agreed procedure, and the user did not wait longer for it.",
    request="histories of the cases with the assigned team after each change",
    chart="funnel",
    chart_title="Share of cases that came back, by pair of teams",
)
