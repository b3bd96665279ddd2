"""The judge of a share that is claimed of all, from those who answered. Rows: object, claimed, invited,
answered, n_satisfied, n_answers, checked, unknown.
"""

from ringtrue.model import Judge, Judgement, Rows
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


def claim_bounds(rounding: Number = 0.005, least: Number = 10) -> Judge:
    """An effect where more is claimed than holds of all invited whatever the silent think, and nobody checked
    what they think.

    With a response rate r and a satisfied share s of the answers, between s r and s r + 1 - r of all invited
    are satisfied (Manski 1989): no chance is in it, so there is no p value. A claim may lie above the lower
    bound by ``rounding``. n: those who answered, at least ``least``; deviations: the silent. Estimate: the
    claimed share, with these bounds. A row whose ``unknown`` holds a reason is untestable. ``values``:
    ``response_share``, ``answered_share`` (s), ``invited``, ``claimed_share``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        return [_judge(row, number(rounding, settings), number(least, settings)) for row in rows]

    return judge


def _judge(row: Row, rounding: float, least: float) -> Judgement:
    answered, invited = count(row, "answered") or 0, count(row, "invited") or 0
    claimed, checked = measure(row, "claimed"), row.get("checked")
    if row.get("unknown"):
        return untestable(row, answered, str(row["unknown"]))
    if claimed is None or not 0 <= claimed <= 1:
        return untestable(row, answered, "what is claimed is not a share between 0 and 1")
    if answered < max(1, least) or not count(row, "n_answers"):
        return untestable(row, answered, too_few(answered, least, "answers"))
    if answered > invited:
        return untestable(row, answered, "more answered than were invited")
    share = (count(row, "n_satisfied") or 0) / (count(row, "n_answers") or 1)
    rate = answered / invited
    lower, upper = bounds(share, rate)
    above = claimed > lower + rounding + 1e-12
    if above and checked is None:
        return untestable(row, answered, "whether those who did not answer were looked at is not known")
    return Judgement(
        **identity(row),
        n=answered,
        deviations=invited - answered,
        estimate=claimed,
        lower=lower,
        upper=upper,
        effect=above and not checked,
        values={
            "response_share": rate,
            "answered_share": share,
            "invited": invited,
            "claimed_share": claimed,
        },
    )


def bounds(share: float, rate: float) -> tuple[float, float]:
    """Between what the satisfied share of all invited lies, if the silent may all be discontent or all
    content.
    """
    return share * rate, share * rate + 1 - rate
