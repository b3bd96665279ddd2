"""Cases are finished when they are done, not just before their time is up.

Why it matters: a crowd of cases just below the target shows that the target steers the clock, and says nothing of the user.
What is judged: each service, by the recomputed minutes of its finished cases around their target. Deviation: more cases just below the target than
the smooth run of the rest allows, at least five in a hundred of those that met it. Untestable: fewer than a hundred cases near the target.
Honest explanations: alerts make teams hurry; rounding; automatic closing.
Choices: minutes are counted up to the next whole one, so that what met the target lies at or below it; two tests must agree, excess and jump; people who round to full and half hours are allowed for. Bunching proves an answer to a target, not harm.
"""

from ringtrue.model import Ask, GroupProcedure, Setting
from ringtrue.statistics.judges import bunching

PROCEDURE = GroupProcedure(
    id="substance.threshold-bunching",
    item_kind="service",
    worst=["most elapsed_minutes"],
    object_kind="service",
    needs={"case_events": ["state"], "targets": ["value"], "cases": ["service"]},
    deviation="too many cases end just below the target",
    within="no crowd just below the target",
    lead_when=bunching(least_share="least_excess", least="least_cases"),
    settings=[
        Setting(
            "least_excess", 0.05, "D", "excess just below the target, as a share of the cases that met it"
        ),
        Setting(
            "least_cases", 100, "D", "cases between half and twice the target, for a service to be judged"
        ),
    ],
    statement=(
        "{object}: about {deviations} cases more than expected end just below the target of {target:.0f} minutes ({share} of those that met it). "
        "A pattern consistent with finishing, or recording, for the target"
    ),
    explanations=[
        "alerts make the team hurry before the time is up",
        "times are rounded",
        "the tool resolves by itself",
    ],
    ask=[
        Ask("user", "When could you work again?"),
        Ask("practitioner", "What happens in your team when a case comes near its target?"),
    ],
    disproof="Users of the cases just below the target are as content, and come back as seldom, as those of all others.",
    request="histories of the cases with states, and the agreed times with their calendars",
    measure="excess_share",
    chart="histogram",
    chart_title="Recomputed minutes of finished cases around the target",
)
