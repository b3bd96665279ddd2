"""Cases are closed one by one, when each is done.

Why it matters: many cases closed by one person within minutes were hardly each confirmed with its user.
What is judged: each person who closes cases. Children and duplicates of one case count once with it; closings by the clock and during a
recorded campaign or migration are left out. Deviation: at least twenty closings within ten minutes, more than the person's own rate
explains (scan statistic). Untestable: nobody is named; closings are recorded by the day only.
Honest explanations: a parent incident; a clean-up campaign.
Choices: the time in which a person could act is taken as eight hours for each day with a closing.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, GroupProcedure, Judgement, Rows, Setting, SettingValue
from ringtrue.statistics.judges import burst

_BURST = burst(least="least_closings")


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """The busiest window of each person; rows with a reason in ``unreadable`` are untestable for that reason."""
    unread = [row for row in rows if row["unreadable"]]
    read = [row for row in rows if not row["unreadable"]]
    told = [
        Judgement(object=row["object"], n=row["n"], testable=False, reason=row["unreadable"])
        for row in unread
    ]
    paced = [
        replace(one, values={**one.values, "at_own_pace": one.values.get("expected")})
        for one in _BURST(read, settings)
    ]
    return [*paced, *told]


PROCEDURE = GroupProcedure(
    id="substance.mass-closure",
    item_kind="person",
    worst=["most closings_near"],
    object_kind="person",
    needs={"cases": ["closed_at"]},
    deviation="closed many cases within minutes",
    within="closed cases at their own pace",
    lead_when=judge,
    settings=[
        Setting("least_closings", 20, "D", "closings within ten minutes"),
        Setting("window_seconds", 600, "D", "length of the window, both ends included"),
    ],
    statement="{object} closed {deviations} cases within {window_minutes:.0f} minutes; at this person's own pace {at_own_pace:.1f} would be expected",
    explanations=[
        "the cases had one cause, and its link is not recorded",
        "an agreed clean-up was carried out, and is not on record as an event",
        "somebody else's work was entered together afterwards",
    ],
    ask=[
        Ask("process_owner", "What happened in these minutes, and how was each user told?"),
        Ask("user", "When was it over for you?"),
    ],
    disproof="Each user of these cases confirms that the trouble was over before the closing.",
    request="cases with the time of closing and by whom, links between parent and child cases, and recorded campaigns",
    measure="closings_count",
    facts={
        "closings fell into a recorded campaign or migration and are left out": (
            "nullif(max((select count(*) from closures where in_campaign and not is_automatic)), 0)"
        ),
        "closings were made by the clock and are left out": (
            "nullif(max((select count(*) from closures where is_automatic)), 0)"
        ),
        "closed cases are children or duplicates of another and count once with it": (
            'nullif(max((select count(distinct closures."case") from closures join case_links on case_links."from" = closures."case" '
            "and case_links.kind in ('child_of', 'duplicate_of'))), 0)"
        ),
    },
)
