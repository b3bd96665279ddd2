"""Whether raters agree well enough for what they rated to be judged. One list of ratings per unit, None where a rater gave none."""

from ringtrue.model import Judgement
from ringtrue.statistics.agreement import Metric, Ratings, all_agree, krippendorff_bounds

AGREEMENT = "agreement"
"""The family of the one judgement on the raters, whose object is the organisation."""


def raters(ratings: Ratings, least_alpha: float, metric: Metric, least: float = 10) -> Judgement:
    """The agreement of the raters, never a lead: untestable, with the reason, where what they rated cannot be relied on.

    Estimate: Krippendorff's alpha with two-sided 95 % bootstrap bounds, None where only one value was ever given. n: units rated at
    least twice, of which ``least`` are needed. Alpha must reach ``least_alpha`` (.667 after Krippendorff 2004, for tentative
    conclusions); raters who agree on every unit do.
    """
    n = sum(sum(value is not None for value in unit) >= 2 for unit in ratings)
    found = krippendorff_bounds(ratings, metric)
    told = _reason(n, None if found is None else found.alpha, all_agree(ratings), least_alpha, least)
    return Judgement(
        object="organisation",
        family=AGREEMENT,
        n=n,
        estimate=found.alpha if found else None,
        lower=found.lower if found else None,
        upper=found.upper if found else None,
        testable=not told,
        reason=told,
        values={} if found is None else {"alpha": f"{found.alpha:.2f}"},
    )


def _reason(n: int, alpha: float | None, agree: bool, least_alpha: float, least: float) -> str:
    if n < least:
        return f"only {n} {'was' if n == 1 else 'were'} rated by two; at least {least:g} are needed"
    if agree or (alpha is not None and alpha >= least_alpha - 1e-9):
        return ""
    return (
        f"the raters agree too little: alpha is {alpha or 0:.2f}, and {least_alpha:g} is the least to rely on"
    )
