"""The samples that a paper is about."""

from ringtrue.engine.records.journal import Journal
from ringtrue.model.entry import from_content
from ringtrue.model.errors import WrongUse
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.papers.paper import Wanted


def chosen_samples(wanted: Wanted) -> list[tuple[Sample, tuple[SampleItem, ...]]]:
    """The sample asked for, else every sample that was drawn and has open records, else every one drawn. WrongUse if there is none."""
    drawn = {sample.id: (sample, items) for sample, items in all_samples(wanted.journal) if items}
    named = wanted.options.get("sample")
    if named is not None and named not in drawn:
        raise WrongUse(f'There is no drawn sample "{named}". There are: {", ".join(drawn) or "none"}.')
    if not drawn:
        raise WrongUse("No sample was drawn yet. Draw one with `ringtrue sample`.")
    still_open = [one for one in drawn.values() if any(item.result == "open" for item in one[1])]
    return [drawn[named]] if named else still_open or list(drawn.values())


def all_samples(journal: Journal) -> list[tuple[Sample, tuple[SampleItem, ...]]]:
    """Every sample of the journal with its records, in the order in which they were drawn."""
    entries = journal.entries()
    samples = {one.id: from_content(Sample, one.content) for one in entries if one.kind == "sample"}
    items = {one.id: from_content(SampleItem, one.content) for one in entries if one.kind == "sample_item"}
    ordered = sorted(items.values(), key=lambda item: item.number)
    return [(one, tuple(item for item in ordered if item.sample == one.id)) for one in samples.values()]
