"""Who completed the training understands what it was for.

Why it matters: a training that was completed and not understood is a signature; the service is then run by people who cannot tell whom it
serves, and what happens if they fail.
What is judged: the answers of the provider's staff to questions of understanding, scored by two raters who do not know each other's score;
by team, and for the whole organisation. Deviation: at least 95 in a hundred trainings of the group are completed, while the share of answers
that pass lies surely below 80 in a hundred. Untestable: fewer than ten answers, or fewer than five persons; nothing known of their training;
or the raters agree too little, so that no score can be relied on.
Lead: any such group. Honest explanations: language; nerves.
Choices: an answer passes from 2.5 in the mean of its raters; answers that only one scored do not count. Agreement is Krippendorff's alpha for
ranks. The questions are those that name a concept; where none does, all that were scored. Customers, users and suppliers are not asked. A
person's team is the party above it. Where fewer persons than a group needs would be left beside the teams shown, the smallest of these is not
shown either: nobody's answers can be had by subtraction.
"""

from collections.abc import Mapping

from ringtrue.model import Ask, GroupProcedure, Judgement, Rows, Setting, SettingValue
from ringtrue.statistics.intervals import clopper_pearson, exact_upper
from ringtrue.statistics.judges.groups import Row, by_object, identity, number, too_few, untestable
from ringtrue.statistics.judges.raters import raters


def judge(rows: Rows, settings: Mapping[str, SettingValue]) -> list[Judgement]:
    """The raters first; then, as far as they can be relied on, each group."""
    if not rows:
        return []
    agreed = raters(
        [row["scores"] for row in rows if row["object"] == "organisation"],
        number("least_alpha", settings),
        "ordinal",
        number("least_answers", settings),
    )
    groups = by_object(rows)
    withheld = _withheld(groups, number("least_persons", settings))
    return [agreed, *(_judge(group, agreed, withheld, settings) for group in groups)]


def _withheld(groups: list[list[Row]], least: float) -> str:
    """The team that must not be shown, as what is left of the whole without all teams shown would be fewer than ``least`` persons."""
    everybody = set().union(*(_persons(group) for group in groups))
    shown = {
        str(group[0]["object"]): persons
        for group in groups
        if group[0]["family"] == "team" and len(persons := _persons(group)) >= least
    }
    left = everybody.difference(*shown.values())
    return min(shown, key=lambda team: (len(shown[team]), team)) if shown and 0 < len(left) < least else ""


def _persons(rows: list[Row]) -> set[str]:
    return {str(row["person"]) for row in rows if len(row["scores"]) >= 2}


def _judge(
    rows: list[Row], agreed: Judgement, withheld: str, settings: Mapping[str, SettingValue]
) -> Judgement:
    scored = [row for row in rows if len(row["scores"]) >= 2]
    n, persons = len(scored), len(_persons(rows))
    passed = sum(sum(row["scores"]) / len(row["scores"]) >= number("pass_score", settings) for row in scored)
    completed = rows[0]["completed_share"]
    reason = _why_not(n, persons, completed, agreed, settings)
    if not reason and rows[0]["family"] == "team" and rows[0]["object"] == withheld:
        reason = "not shown, as the answers of fewer than five others could be told from it and the whole"
    if reason:
        return untestable(rows[0], n, reason)
    lower, upper = clopper_pearson(passed, n)
    is_below = exact_upper(passed, n) < number("least_pass", settings)
    return Judgement(
        **identity(rows[0]),
        n=n,
        deviations=n - passed,
        estimate=passed / n,
        lower=lower,
        upper=upper,
        effect=is_below and completed >= number("least_completed", settings) - 1e-9,
        values={
            "completed_share": completed,
            "persons": persons,
            "alpha": agreed.values.get("alpha", "1.00"),
        },
    )


def _why_not(
    n: int, persons: int, completed: float | None, agreed: Judgement, settings: Mapping[str, SettingValue]
) -> str:
    if not agreed.testable:
        return agreed.reason
    if n < number("least_answers", settings):
        return too_few(n, number("least_answers", settings), "answers")
    if persons < number("least_persons", settings):
        return too_few(persons, number("least_persons", settings), "persons")
    return "nothing is known of their training" if completed is None else ""


PROCEDURE = GroupProcedure(
    id="substance.awareness-gap",
    item_kind="team",
    worst=["least score"],
    object_kind="team",
    needs={"interviews": ["role"], "answers": ["score", "rater"], "training_records": ["completed_at"]},
    deviation="training is completed, and many answers show that it was not understood",
    within="answers show understanding, or the training is not said to be completed",
    lead_when=judge,
    settings=[
        Setting(
            "least_completed",
            0.95,
            "D",
            "share of trainings completed from which understanding can be expected",
        ),
        Setting("least_pass", 0.80, "D", "share of answers that should pass"),
        Setting("pass_score", 2.5, "D", "mean score, from 0 to 4, from which an answer passes"),
        Setting(
            "least_alpha",
            0.667,
            "P",
            "Krippendorff's alpha below which the raters' scores cannot be relied on",
        ),
        Setting("least_answers", 10, "D", "answers, scored by two, for a group to be judged"),
        Setting("least_persons", 5, "D", "persons for a group to be shown"),
    ],
    statement=(
        "{object}: {completed_share} of trainings are completed, and {share} of {n} answers show understanding (95 %: {lower} to {upper}; "
        "{persons} persons, two raters, alpha {alpha})"
    ),
    explanations=[
        "the questions were put in a language that is not their own",
        "being questioned made them nervous",
        "the training is about something else than the questions",
    ],
    ask=[
        Ask("practitioner", "Whom does your work serve, and what happens to them if you fail?"),
        Ask(
            "process_owner",
            "How do you find out whether a training was understood, and what did you change when it was not?",
        ),
    ],
    disproof="Observed work shows that they act as the training says, whatever they answered.",
    request="interviews with staff, each answer scored by two raters, and the records of who completed which training when",
    facts={
        "Krippendorff's alpha of the raters": "round(max(estimate) filter (where item = 'organisation|agreement'), 3)",
        "its lower 95 % bound": "round(max(lower) filter (where item = 'organisation|agreement'), 3)",
        "its upper 95 % bound": "round(max(upper) filter (where item = 'organisation|agreement'), 3)",
    },
    measure="passed_answers_share",
)
