"""Where agreed times are met, those whom the service is for are content.

Why it matters: a green dashboard over discontent customers is a watermelon: green outside, red inside.
What is judged: each service with agreed times and answers to surveys, customers and users apart.
Deviation: attained share at or above its target, and satisfied share below the satisfaction target by an exact one-sided test.
Untestable: fewer than ten answers with a known scale, or no case that can be held against an agreed time.
Honest explanations: the answers speak of another service; those who answer differ from those who do not; few answers.
Choices: attainment is recomputed from histories where that is possible, else as reported, and the statement says which. The target
is that of the agreement, else 0.95; the satisfaction target that of the agreement, else 0.80.
"""

from collections.abc import Mapping
from dataclasses import replace

from ringtrue.model import Ask, GroupProcedure, Judgement, Rows, Setting, SettingValue
from ringtrue.statistics.judges import green_but_unhappy

_GAP = green_but_unhappy(
    least="least_answers", attainment_target="attainment_target", satisfaction_target="satisfaction_target"
)


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """The gap of each service and role; ``basis`` says whether attainment was recomputed."""
    told = zip(_GAP(rows, settings), rows, strict=True)
    return [replace(one, values={**one.values, "basis": _basis(row)}) for one, row in told]


def _basis(row: Mapping[str, object]) -> str:
    reported = int(str(row["n_reported"] or 0))
    if not reported:
        return "recomputed from their histories"
    if reported == row["n_judged"]:
        return "as the tool reports it"
    return f"{reported:,} of them as the tool reports it, the others recomputed"


PROCEDURE = GroupProcedure(
    id="value.watermelon-gap",
    item_kind="service_and_role",
    worst=["least score"],
    object_kind="service",
    needs={"survey_responses": ["score", "scale_max"], "cases": ["service"]},
    demanded=["survey_responses"],
    deviation="agreed times are met, satisfaction is below its target",
    within="no gap between agreed times and satisfaction",
    lead_when=judge,
    settings=[
        Setting("least_answers", 10, "D", "answers of a role for a service to be judged"),
        Setting(
            "attainment_target",
            0.95,
            "D",
            "share of cases to be resolved in time, where the agreement names none",
        ),
        Setting(
            "satisfaction_target", 0.80, "D", "share of satisfied answers, where the agreement names none"
        ),
    ],
    statement=(
        "{object}: {attainment} of {n_judged} cases were resolved in the agreed time ({basis}; target {attainment_target}), and {share} of {n} "
        "answers ({family}s) say satisfied (target {satisfaction_target})"
    ),
    explanations=[
        "the answers speak of another service",
        "those who answer differ from those who do not",
        "the agreed time is not what the customer cares about",
    ],
    ask=[
        Ask("customer", "Which result did you not get, though the case was closed in time?"),
        Ask("user", "Show me your last interruption. Was it over when the case closed?"),
        Ask("service_owner", "What did you decide on the last satisfaction report?"),
    ],
    disproof="Asked again, a representative group of its customers and users says that they get what they need.",
    request="survey answers with service, role, scale and date, together with the invitations; targets and cases of each service",
    measure="satisfied_share",
    chart="series",
    chart_title="Resolved in the agreed time, and satisfied, by quarter",
)
