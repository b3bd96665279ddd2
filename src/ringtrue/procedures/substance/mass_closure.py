"""Cases are closed one by one, when each is done.

Why it matters: many cases closed by one person within minutes were hardly each confirmed with its user.
What is judged: each person who closes cases. Children of one parent count once; closings by the clock and during a recorded campaign or migration
are left out. Deviation: at least twenty closings within ten minutes, more than the person's own rate explains (scan statistic).
Untestable: nobody is named. Honest explanations: a parent incident; a clean-up campaign.
Choices: the time in which a person could act is taken as eight hours for each day with a closing.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import burst

PROCEDURE = GroupProcedure(
    id="substance.mass-closure",
    item_kind="person",
    object_kind="person",
    needs={"cases": ["closed_at"]},
    deviation="closed many cases within minutes",
    within="closed cases at their own pace",
    lead_when=burst(least="least_closings"),
    settings=[
        Setting("least_closings", 20, "D", "closings within ten minutes"),
        Setting("window_seconds", 600, "D", "length of the window, both ends included"),
    ],
    statement="{object} closed {deviations} cases within ten minutes; at this person's own pace {expected:.1f} would be expected",
    explanations=[
        "the cases had one cause, and its link is not recorded",
        "an agreed clean-up was carried out, and is not on record as an event",
        "somebody else's work was entered together afterwards",
    ],
    ask=[
        Ask("process_owner", "What happened in these minutes, and how was each user told?"),
        Ask("user", "Was it over when your case was closed?"),
    ],
    disproof="Each user of these cases confirms that the trouble was over before the closing.",
    request="cases with the time of closing and by whom, links between parent and child cases, and recorded campaigns",
    measure="closings_count",
)
