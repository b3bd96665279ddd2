"""The judge of services that meet their targets while those who answer are not satisfied. Rows: object,
n_attained, n_judged, attainment_target, n_satisfied, n_answers, satisfaction_target, invited.
"""

from dataclasses import dataclass

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.intervals import binomial_test, clopper_pearson, wilson
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    count,
    identity,
    measure,
    number,
    too_few,
    untestable,
)


@dataclass(frozen=True)
class _Targets:
    attainment: float
    satisfaction: float


def green_but_unhappy(
    least: Number = 10, attainment_target: Number = 0.95, satisfaction_target: Number = 0.80
) -> Judge:
    """An effect where the attained share reaches its target and fewer are satisfied than the satisfaction
    target asks: the exact one-sided test is below 5 %.

    Targets are shares, 0 to 1; where a row has none, those given here hold. Fewer than ``least`` answers,
    or no judged case, are untestable. n: answers; deviations: the dissatisfied. Estimate: the satisfied
    share with exact two-sided 95 % bounds. p: of the exact one-sided test. ``values``: ``attainment`` with
    Wilson bounds ``attainment_lower``, ``attainment_upper``; ``n_judged``; ``satisfied_lower``,
    ``satisfied_upper`` (Wilson); both targets; and, where the number invited is known, ``response_rate``
    and between what the satisfied share of all invited lies whatever the silent think,
    ``satisfied_at_least`` and ``satisfied_at_most``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        defaults = _Targets(number(attainment_target, settings), number(satisfaction_target, settings))
        return [_judge(row, defaults, number(least, settings)) for row in rows]

    return judge


def _judge(row: Row, defaults: _Targets, least: float) -> Judgement:
    answers, satisfied = count(row, "n_answers") or 0, count(row, "n_satisfied")
    judged, attained = count(row, "n_judged") or 0, count(row, "n_attained")
    targets = _targets(row, defaults)
    if answers < max(1, least) or satisfied is None:
        return untestable(row, answers, too_few(answers, least, "answers"))
    if judged == 0 or attained is None:
        return untestable(row, answers, "no case of it can be said to have met its target or missed it")
    if not (0 <= targets.attainment <= 1 and 0 <= targets.satisfaction <= 1):
        return untestable(row, answers, "one of its targets is not a share between 0 and 1")
    p_value = binomial_test(satisfied, answers, targets.satisfaction, "less")
    lower, upper = clopper_pearson(satisfied, answers)
    green = attained >= targets.attainment * judged - 1e-9
    return Judgement(
        **identity(row),
        n=answers,
        deviations=answers - satisfied,
        estimate=satisfied / answers,
        lower=lower,
        upper=upper,
        p_value=p_value,
        effect=green and p_value < 0.05,
        values={
            **_attainment(attained, judged),
            **_satisfaction(satisfied, answers, count(row, "invited")),
            "attainment_target": targets.attainment,
            "satisfaction_target": targets.satisfaction,
        },
    )


def _targets(row: Row, defaults: _Targets) -> _Targets:
    attainment, satisfaction = measure(row, "attainment_target"), measure(row, "satisfaction_target")
    return _Targets(
        defaults.attainment if attainment is None else attainment,
        defaults.satisfaction if satisfaction is None else satisfaction,
    )


def _attainment(attained: int, judged: int) -> dict[str, float]:
    lower, upper = wilson(attained, judged)
    return {
        "attainment": attained / judged,
        "attainment_lower": lower,
        "attainment_upper": upper,
        "n_judged": judged,
    }


def _satisfaction(satisfied: int, answers: int, invited: int | None) -> dict[str, float | None]:
    lower, upper = wilson(satisfied, answers)
    values: dict[str, float | None] = {"satisfied_lower": lower, "satisfied_upper": upper}
    # More answers than invitations: the list of invitations is not whole, and the response unknown.
    known = invited is not None and invited >= answers
    rate = answers / invited if known and invited else None
    share = satisfied / answers
    values["response_rate"] = rate
    values["satisfied_at_least"] = None if rate is None else share * rate
    values["satisfied_at_most"] = None if rate is None else share * rate + 1 - rate
    return values
