"""The samples of an audit as they are now."""

from dataclasses import dataclass

from django.http import Http404

from ringtrue.model.entry import from_content
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.models import Record


@dataclass(frozen=True)
class Progress:
    """A sample and how many of its records are judged."""

    sample: Sample
    judged: int
    deviations: int


def sample_or_404(audit: Audit, id: str) -> Sample:
    """The sample of that id."""
    found = audit.records.filter(kind="sample", record=id).first()
    if found is None:
        raise Http404
    return from_content(Sample, found.content)


def records_of(audit: Audit, id: str) -> list[Record]:
    """The records of a sample, in the order in which they were drawn."""
    return list(audit.records.filter(kind="sample_item", content__sample=id).order_by("record"))


def items_of(audit: Audit, id: str) -> list[SampleItem]:
    """The same, typed."""
    return [from_content(SampleItem, one.content) for one in records_of(audit, id)]


def all_samples(audit: Audit) -> list[Progress]:
    """Every sample with its progress."""
    items = [
        (one["sample"], one["result"])
        for one in audit.records.filter(kind="sample_item").values_list("content", flat=True)
    ]
    found = []
    for record in audit.records.filter(kind="sample"):
        results = [result for sample, result in items if sample == record.record]
        found.append(
            Progress(
                from_content(Sample, record.content),
                sum(one != "open" for one in results),
                sum(one in ("deviation", "not_produced") for one in results),
            )
        )
    return found
