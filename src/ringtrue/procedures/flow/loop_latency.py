"""What customers, users and audits say is decided upon in time.

Why it matters: a loop that closes after half a year teaches nobody anything, and those who spoke stop speaking.
What is judged: each service and kind of input (complaints, low answers, decisions of reviews, findings): the median time until an action
that names the input is decided, by Kaplan-Meier; inputs still open count as censored, never as missing.
Deviation: the lower 95 % bound of the median lies above the limit. Untestable: fewer than ten inputs, or none ever decided by an action.
Honest explanations: boards that meet seldom.
Choices: low answers are those in the lowest 40 % of their scale; a complaint's own date of decision counts too. Where no action names any
input of a kind, nothing is said of that kind: the links were not kept. Inputs of the organisation as a whole stand under organisation.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import slow_median

PROCEDURE = GroupProcedure(
    id="flow.loop-latency",
    item_kind="service_and_kind_of_input",
    object_kind="service",
    needs={"actions": ["origin", "decided_at"]},
    deviation="inputs wait too long for a decision",
    within="inputs are decided upon in time, or it cannot be told apart from that",
    lead_when=slow_median(limit="limit_days", least="least_inputs"),
    settings=[
        Setting("limit_days", 30, "D", "days in which half of the inputs should have been decided upon"),
        Setting("least_inputs", 10, "D", "inputs for a median, as for survey answers"),
    ],
    statement=(
        "{object}: half of {n} {family} still wait for a decision after {median_days} days (at least {lower_days}; limit {limit_days}); "
        "{open} are not decided at all"
    ),
    explanations=[
        "the board that decides meets seldom",
        "decisions are recorded without naming what they answer",
    ],
    ask=[
        Ask("customer", "When you last complained, when did you hear what was decided?"),
        Ask(
            "process_owner", "How does a complaint or a finding become a decision, and who watches the time?"
        ),
    ],
    disproof="Dated decisions that name these inputs are shown.",
    request="complaints, survey answers, decisions of reviews and findings, and the actions with what they answer and when they were decided",
    measure="median_days",
)
