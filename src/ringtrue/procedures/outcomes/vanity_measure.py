"""A measure that is always green moves with what customers get.

Why it matters: a figure that can only be green tells nothing, and its colour hides what customers live through.
What is judged: each measure of activity or output of a live service with twelve readings or more. Deviation: its reported colour was
green throughout; its readings move neither with the satisfaction of its service nor with any measure of an outcome; and while it stayed
green one of these missed its own target at least twice. Untestable: no kind; no colour; too few readings; neither satisfaction nor an
outcome measure to compare with; a law asks for it. Lead: any such measure. Honest explanations: imposed by law or contract; truly stable
while the outcome is stable too.
Choices: a reading counts in the audit period if the middle of its time does; compared month by month, where both have at least eight
months. It moves with nothing where Kendall's tau-b stays below 0.2 either way with p above 0.2; constant readings have no tau and move
with nothing. A month's satisfaction misses its target where an exact test says so (p < 0.05); the target is the agreed one, else 0.80.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges.green_throughout import IMPOSED, green_throughout

PROCEDURE = GroupProcedure(
    id="outcomes.vanity-measure",
    item_kind="measure",
    object_kind="measure",
    needs={"measures": ["kind"], "measurements": ["value", "reported_status"]},
    deviation="stayed green and moved with nothing while what customers got missed its target",
    within="changes its colour, moves with what customers get, or that was never missed",
    lead_when=green_throughout(
        least="least_readings",
        least_months="least_months",
        most_tau="most_tau",
        least_p="least_p",
        least_misses="least_misses",
    ),
    settings=[
        Setting("least_readings", 12, "D", "readings for a measure to be judged"),
        Setting("least_months", 8, "D", "months in which both can be compared"),
        Setting("most_tau", 0.2, "D", "Kendall's tau-b, either way, below which readings move with nothing"),
        Setting("least_p", 0.2, "D", "p value of tau above which readings move with nothing"),
        Setting(
            "least_misses",
            2,
            "D",
            "times that satisfaction or an outcome missed its target while it stayed green",
        ),
        Setting(
            "satisfaction_target", 0.80, "D", "share of satisfied answers to be reached, where none is agreed"
        ),
    ],
    statement=(
        "{object} of {service} ({name}): green in all of {n} readings, and moving with neither satisfaction nor an outcome, while {missed} missed "
        "its target {misses} times"
    ),
    explanations=[
        "a law or a contract asks for the measure",
        "the measure is truly stable, and what missed its target has another cause",
        "the measure guards against something rare that did not happen",
    ],
    ask=[
        Ask("service_owner", "What would have to happen for this figure to turn red?"),
        Ask("customer", "What does this figure tell you, when you are content and when you are not?"),
    ],
    disproof="A time at which the measure changed its colour, or a decision that rests on it.",
    request="measures with their kind and monthly readings with the colour reported, and satisfaction or outcome measures of the same services",
    measure="strongest Kendall tau",
    facts={
        "measures are explained by a law or regulator that asks for them": f"count(*) filter (where reason = '{IMPOSED}')"
    },
)
