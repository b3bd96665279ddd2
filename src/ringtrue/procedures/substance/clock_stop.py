"""The agreed clock stands still only while somebody really waits.

Why it matters: a target that is met because its clock was stopped says nothing about the user, who waited all the same.
What is judged: each case that met its target by the recomputed clock. Deviation: with the clock running in its empty waits it would have
missed it. A wait for the user is empty without a message within half an hour of its start, or where staff ended it without a reply; a wait
without a named reason is empty. Where the histories hold no messages and no replies at all, every wait for the user counts as empty.
Untestable: cases without a history of states or a target; open cases within their time; impossible times.
Honest explanations: contact by phone; real waits.
Lead: a team above its peers (funnel), or a team whose waits for the user are empty in more than a fifth (exact bound).
Choices: waits with message and reply, waits for suppliers and changes, and the time between a resolution and a reopening explain a case
and are counted as a fact.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import funnel, share_above

_AGAINST_PEERS = funnel("above", ratio="least_ratio", least="least_cases")
_EMPTY_WAITS = share_above("most_empty", least="least_cases")
_COUNTED = {
    "met by pauses": "cases met their target only because the clock stood still without a sign of a real wait",
    "empty waits": "waits for the user began without a message, or were ended by staff without a reply",
}


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """Cases against peers; empty waits against the limit."""
    cases = [row for row in rows if row["family"] == "met by pauses"]
    waits = [row for row in rows if row["family"] == "empty waits"]
    judged = [*_AGAINST_PEERS(cases, settings), *_EMPTY_WAITS(waits, settings)]
    return [replace(one, values={**one.values, "counted": _COUNTED[one.family]}) for one in judged]


PROCEDURE = RecordProcedure(
    id="substance.clock-stop",
    item_kind="case",
    object_kind="team",
    needs={"case_events": ["state"], "targets": ["value"]},
    untestable={
        "impossible_times": "resolved before it was opened",
        "still_open": "still open, and its agreed time is not over",
        "clock_unknown": "no agreed time can be recomputed for this case",
    },
    deviation={
        "met_by_pauses": "met its target only because the clock stood still without a sign of a real wait"
    },
    show=["team", "target_minutes", "elapsed_minutes", "minutes_without_pauses", "explained"],
    worst=["most minutes_without_pauses", "most waited_minutes"],
    lead_by="team",
    lead_when=judge,
    settings=[
        Setting("least_ratio", 1.5, "D", "how many times the share of all teams a team must reach"),
        Setting("least_cases", 20, "D", "cases, or waits, for a team to be judged"),
        Setting("most_empty", 0.20, "D", "share of waits for the user that may be without message or reply"),
    ],
    statement=(
        "{object}: {deviations} of {n} ({share}) {counted}. A pattern consistent with stopping the clock to keep the target"
    ),
    explanations=[
        "the user was called by phone, and the call was not recorded",
        "the user really did not answer",
        "the tool stops the clock by itself in this state",
    ],
    ask=[
        Ask(
            "practitioner",
            "Walk me through this case. Why did the clock stop, and how did the user learn of it?",
        ),
        Ask("user", "What, if anything, were you asked for while this case was open?"),
    ],
    disproof="Telephone records or users confirm that they were asked, and that the work could not go on without their answer.",
    request="histories of the cases with states and messages to and from users, and the agreed times with their calendars",
    facts={
        "cases met their target only by pauses, with a message and a reply, or somebody else named to wait for": (
            "count(*) filter (where explained)"
        ),
    },
    chart="intervals",
    chart_title="Share by team, with exact bounds",
)
