"""Who is asked for an opinion does not hang on whether the agreed time was met.

Why it matters: an average of those who were asked says little where the disappointed are asked less often.
What is judged: of each service the finished cases, missed against attained, by whether an invitation followed. Deviation: the two
shares of invited cases differ by at least five points, and more than dealing the labels anew would give (exact, within the same kind of
case, priority and quarter). Untestable: no case had an invitation; too few missed cases. Services that do not stand out by themselves are
also judged together.
Honest explanations: throttling rules: cases of a requester who was invited within the throttle days before are left out.
Choices: both directions count. Open cases, and those of automation and shared mailboxes, are left out.
"""

from collections.abc import Mapping
from typing import Any

from ringtrue.model import Ask, GroupProcedure, Judgement, Rows, Setting, SettingValue
from ringtrue.statistics.judges import selection

_SELECTION = selection("least_points", "least_cases", "least_missed")
POOLED = "other services together"


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Each service by itself, and those that do not stand out together."""
    alone = _SELECTION(rows, settings)
    out = {one.object for one in alone if one.effect and (one.p_value or 0.0) < 0.05}
    rest = [_pooled(row) for row in rows if row["object"] not in out]
    several = len({row["stratum"][0] for row in rest}) > 1
    return [*alone, *(_SELECTION(rest, settings) if several else [])]


def _pooled(row: Mapping[str, Any]) -> dict[str, Any]:
    stratum = (row["object"], row["stratum"])
    return {**row, "object": "organisation", "service": None, "family": POOLED, "stratum": stratum}


PROCEDURE = GroupProcedure(
    id="value.survey-selection",
    item_kind="service",
    object_kind="service",
    needs={"survey_invites": ["case"], "cases": ["service", "resolved_at|closed_at"]},
    deviation="missed cases are invited more or less often than attained ones",
    within="whether an invitation follows does not hang on the agreed time",
    lead_when=judge,
    settings=[
        Setting("least_points", 0.05, "D", "how far the two shares of invited cases must lie apart"),
        Setting("least_cases", 20, "D", "comparable finished cases, for a service to be judged"),
        Setting("least_missed", 10, "D", "missed ones among them"),
    ],
    statement=(
        "{object}: {group_share} of {group_n} cases that missed their agreed time were invited to answer, and {rest_share} of {rest_n} that "
        "met it: {gap_points} points apart among cases of the same kind, priority and quarter. A pattern consistent with choosing whom to ask"
    ),
    explanations=[
        "a rule holds back invitations for another reason that goes together with late cases",
        "late cases were closed in another way, to which no survey belongs",
        "the invitations of some channels are kept elsewhere",
    ],
    ask=[
        Ask("process_owner", "Which cases are left out of the survey, and who decides it?"),
        Ask("user", "What, if anything, were you asked after the case that took long?"),
    ],
    disproof="The rule by which invitations are sent is written down, and explains which cases had none.",
    request="all survey invitations with the case that they follow, and the rules by which they are sent",
    measure="invited_points",
)
