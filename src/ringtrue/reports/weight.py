"""In which order leads are to be looked at. An order of reading, not a score: no number of it is shown.

1. The criticality of the service: critical, high, medium, low. A lead that is about no service, or one whose criticality was
   not given, stands with the medium ones.
2. How far the effect lies beyond its threshold: the distance from the threshold to the nearer bound, divided by the threshold
   (where that is 0 or absent: the distance itself, at most 1). The bound, not the estimate, so that three records of three
   weigh less than 900 of 1,000. Zero where the threshold lies within the bounds.
3. How many records were judged.
4. The lead's id, so that the order is always the same.

The heaviest lead of each procedure comes before the second of any: whoever reads only the beginning then knows every sort of thing
that was found.

Leads about persons are never put in order by 2 and 3.
"""

from ringtrue.model.result import Lead, Results

_CRITICALITY = {"critical": 0, "high": 1, "medium": 2, "low": 3}
PERSONS = frozenset({"person", "party", "actor"})
"""Kinds of object that are people."""

Weight = tuple[int, float, int, str]


def in_order(results: Results) -> tuple[Lead, ...]:
    """All leads of a run, the one to be looked at first at the beginning."""
    criticality = {service.id: service.criticality for service in results.services}
    leads = [lead for procedure in results.procedures for lead in procedure.leads]
    return _each_sort_first(sorted(leads, key=lambda lead: weight(lead, criticality.get(lead.service or ""))))


def _each_sort_first(leads: list[Lead]) -> tuple[Lead, ...]:
    """The first lead of each procedure, in their order, then the others in theirs."""
    heads: dict[str, Lead] = {}
    for lead in leads:
        heads.setdefault(lead.id.split("/")[0], lead)
    first = [lead for lead in leads if heads[lead.id.split("/")[0]] is lead]
    return *first, *(lead for lead in leads if heads[lead.id.split("/")[0]] is not lead)


def weight(lead: Lead, criticality: str | None) -> Weight:
    """The sort key of a lead; the smallest is to be looked at first."""
    rank = _CRITICALITY.get(criticality or "", 2)
    if lead.object.kind in PERSONS:
        return rank, 0.0, 0, lead.id
    return rank, -excess(lead), -lead.n, lead.id


def excess(lead: Lead) -> float:
    """How far the effect lies beyond its threshold, in thresholds; 0 where there is no estimate."""
    if lead.estimate is None:
        return 0.0
    threshold = _threshold(lead)
    low, high = lead.bounds or (lead.estimate, lead.estimate)
    beyond = max(low - threshold, threshold - high, 0.0)
    return beyond / abs(threshold) if threshold else min(beyond, 1.0)


def _threshold(lead: Lead) -> float:
    found = lead.values.get("limit")
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else 0.0
