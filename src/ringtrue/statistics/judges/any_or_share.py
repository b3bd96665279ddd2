"""The judge of what may not be missing in some places at all, and elsewhere only seldom. Rows: object, n, deviations, strict."""

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import Number, Settings
from ringtrue.statistics.judges.share_above import any_deviation, share_above


def any_or_share(limit: Number, least: Number = 20) -> Judge:
    """Rows marked ``strict``: any deviation is an effect. The others: an effect where the exact one-sided 95 % lower bound of the share lies
    above ``limit``, with at least ``least`` items. The order of the rows is kept.
    """
    strictly, by_share = any_deviation(), share_above(limit, least)

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        return [(strictly if row["strict"] else by_share)([row], settings)[0] for row in rows]

    return judge
