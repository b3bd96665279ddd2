"""From judgements to leads: Benjamini-Hochberg over each declared family."""

from collections.abc import Sequence
from dataclasses import replace

from ringtrue.model import Judgement
from ringtrue.statistics.multiple import benjamini_hochberg


def decide(judgements: Sequence[Judgement], q: float = 0.05) -> list[tuple[Judgement, bool]]:
    """Each judgement with its q value, and whether it is a lead; in the order given.

    The q values are taken over the testable judgements of one family that have a p value. A lead needs the
    effect and, where there is a p value, a q value below ``q``. What is untestable is never a lead.
    """
    weighed = list(judgements)
    for family in {judgement.family for judgement in judgements}:
        places = [place for place, judgement in enumerate(weighed) if judgement.family == family]
        p_values = [weighed[place].p_value if weighed[place].testable else None for place in places]
        for place, q_value in zip(places, benjamini_hochberg(p_values), strict=True):
            weighed[place] = replace(weighed[place], q_value=q_value)
    return [(judgement, _is_lead(judgement, q)) for judgement in weighed]


def _is_lead(judgement: Judgement, q: float) -> bool:
    significant = judgement.q_value is None or judgement.q_value < q
    return judgement.testable and judgement.effect and significant
