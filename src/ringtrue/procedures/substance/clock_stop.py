"""The agreed clock stands still only while somebody really waits.

Why it matters: a target that is met because its clock was stopped says nothing about the user, who waited all the same.
What is judged: each case that met its target by the recomputed clock. Deviation: it would have missed it with the clock running, and its
wait for the user shows no message within half an hour of its start, or no reply before its end. Where the histories hold no
messages at all, every case that met its target only by its pauses counts.
Untestable: cases without a history or a target. Honest explanations: contact by phone; real waits.
Lead: a team above its peers (funnel), or a team whose waits for the user are empty in more than a fifth.
Choices: waits with message and reply, and waits for suppliers, explain a case and are counted as a fact.
"""

from ringtrue.model import Ask, Judgement, RecordProcedure, Rows, Setting, SettingValue
from ringtrue.statistics.judges import funnel, share_above

_AGAINST_PEERS = funnel("above", ratio="least_ratio", least="least_cases")
_EMPTY_WAITS = share_above("most_empty", least="least_cases")


def judge(rows: Rows, settings: dict[str, SettingValue]) -> list[Judgement]:
    """Cases against peers; empty waits against the limit."""
    cases = [row for row in rows if row["family"] == "met by pauses"]
    waits = [row for row in rows if row["family"] == "empty waits"]
    return [*_AGAINST_PEERS(cases, settings), *_EMPTY_WAITS(waits, settings)]


PROCEDURE = RecordProcedure(
    id="substance.clock-stop",
    item_kind="case",
    object_kind="team",
    needs={"case_events": ["state"], "targets": ["value"]},
    untestable={"clock_unknown": "no agreed time can be recomputed for this case"},
    deviation={
        "met_by_pauses": "met its target only because the clock stood still without a sign of a real wait"
    },
    show=["team", "target_minutes", "elapsed_minutes", "minutes_without_pauses", "explained"],
    lead_by="team",
    lead_when=judge,
    settings=[
        Setting("least_ratio", 1.5, "D", "how many times the share of all teams a team must reach"),
        Setting("least_cases", 20, "D", "cases, or waits, for a team to be judged"),
        Setting("most_empty", 0.20, "D", "share of waits for the user that may be without message or reply"),
    ],
    statement=(
        "{object}: {deviations} of {n} ({share}), {family}. A pattern consistent with stopping the clock to keep the target"
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
        Ask("user", "Were you asked for anything while this case was open?"),
    ],
    disproof="Telephone records or users confirm that they were asked, and that the work could not go on without their answer.",
    request="histories of the cases with states and messages to and from users, and the agreed times with their calendars",
    facts={
        "cases met their target only by pauses, with a message and a reply or a supplier to wait for": (
            "count(*) filter (where explained)"
        ),
    },
    chart="intervals",
    chart_title="Share by team, with exact bounds",
)
