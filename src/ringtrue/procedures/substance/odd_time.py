"""Times of work are recorded when the work is done.

Why it matters: stamps outside a team's hours, or on the full and half hour, show times that were entered, not times that happened.
What is judged: each team, by its resolutions entered by people. Deviation: the share outside its roster rises by ten points from the first half of
its own history to the second; or the share at :00 or :30 is at least three times what the clock gives. Untestable: fewer than twenty stamps
(in each half, for the roster); minutes so coarse that the second cannot be seen.
Honest explanations: on-call duty (where it was always there, nothing shifts); scheduled jobs; time zones.
Choices: the expected share allows for tools that keep coarser minutes. Without rosters only the second is judged. A closing without a
resolution before it counts as one.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, GroupProcedure, Judgement, Rows, Setting, SettingValue
from ringtrue.statistics.judges import own_shift, share_against_expected

_OUTSIDE = own_shift(points="least_points", least="least_stamps")
_ROUNDED = share_against_expected(times="times_expected", least="least_stamps")


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Stamps outside the roster against the team's own past; rounded stamps against the clock."""
    outside = [row for row in rows if row["family"] == "outside its hours"]
    rounded = [row for row in rows if row["family"] == "on the full or half hour"]
    judged = [*_OUTSIDE(outside, settings), *_ROUNDED(rounded, settings)]
    return [replace(one, values={**one.values, "against": _against(one)}) for one in judged]


def _against(one: Judgement) -> str:
    if not one.testable:
        return ""
    if one.family == "outside its hours":
        return f"in the later half of its history; in the earlier half {one.values['first_share']:.1%} of {one.values['first_n']}"
    return f"where the clock gives {one.values['expected']:.1%}"


PROCEDURE = GroupProcedure(
    id="substance.odd-time",
    item_kind="team",
    object_kind="team",
    needs={"case_events": ["state", "actor"]},
    deviation="stamps that look entered, not happened",
    within="stamps as the clock and the roster give them",
    lead_when=judge,
    settings=[
        Setting(
            "least_points",
            0.10,
            "D",
            "rise of the share outside the roster against the team's own first half",
        ),
        Setting("times_expected", 3.0, "D", "how many times the expected share of full and half hours"),
        Setting("least_stamps", 20, "D", "stamps for a team to be judged"),
    ],
    statement=(
        "{object}: {deviations} of {n} resolutions are stamped {family} ({against}). A pattern consistent with times entered afterwards"
    ),
    explanations=[
        "on-call duty that the roster does not show",
        "scheduled jobs under a person's name",
        "another time zone",
    ],
    ask=[
        Ask(
            "practitioner", "Walk me through this case. When did you do the work, and when did you record it?"
        )
    ],
    disproof="The tool's own log shows that the work was recorded at these very times.",
    request="histories of the cases with actors, and the rosters of the teams",
)
