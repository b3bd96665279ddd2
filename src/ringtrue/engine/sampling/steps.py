"""The steps of a sample in their order, each an entry of the journal: the seed committed, the population frozen, the records drawn."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.database.connect import DEFAULT_MEMORY
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.sampling.frame import Filter, FrameOfRecords, frame_of
from ringtrue.engine.sampling.subject import Subject, subject_named
from ringtrue.method.sampling import planning, rules
from ringtrue.method.sampling.draw import commitment, random_start
from ringtrue.method.sampling.evaluate import Evaluation, evaluate, evaluate_together
from ringtrue.method.sampling.planning import Wish
from ringtrue.model.entry import NewEntry, from_content, to_content
from ringtrue.model.errors import SampleRefused, WrongUse
from ringtrue.model.sample import PlannedLook, Sample, SampleItem
from ringtrue.statistics.sampling import systematic


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A sample as it is asked for: of what, how, and what the population was compared with. ``items``: a judgement sample's own."""

    subject: str
    wish: Wish
    filter: Filter = field(default_factory=Filter)
    run: str | None = None
    second_source: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Who does it, and when (ISO 8601, UTC)."""

    by: str
    at: str


def commit_seed(
    folder: AuditFolder, asked: Asked, seed: str, given: bool, signed: Signed, journal: Journal | None = None
) -> Sample:
    """Record the SHA-256 of the seed, which no other sample has. Nothing of the population is read before this stands in the journal.

    ``journal``: where the audit's records are kept, here and below; the audit folder's own where none is given.
    """
    planning.check_wish(asked.wish)
    if not seed:
        raise SampleRefused("the seed is empty", "a text, such as one thrown with dice")
    subject = subject_named(folder, asked.subject, asked.run)
    journal = journal or Journal(folder)
    rules.check_new_seed(commitment(seed), _samples(journal))
    sample = Sample(
        id=_next_id(journal),
        state="committed",
        method=asked.wish.method,
        confidence=asked.wish.confidence,
        tolerable=asked.wish.tolerable,
        about=asked.wish.about,
        seed_sha256=commitment(seed),
        seed_origin="given" if given else "system",
        committed_by=signed.by,
        committed_at=signed.at,
        procedure=subject.procedure,
        lead=subject.lead,
        clauses=subject.clauses,
    )
    _record(journal, sample, "the seed is committed", signed)
    if journal.history("sample", sample.id)[0].content["seed_sha256"] != sample.seed_sha256:
        raise SampleRefused(f"somebody else began {sample.id} at the same moment", "one at a time; try again")
    return sample


def freeze(
    folder: AuditFolder,
    sample: Sample,
    asked: Asked,
    signed: Signed,
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> Sample:
    """Freeze the population and make the plan. SampleRefused where the population has none."""
    if sample.state != "committed":
        raise SampleRefused(f"{sample.id} was frozen already", "a sample whose population is not frozen yet")
    journal = journal or Journal(folder)
    rules.check_new_seed(sample.seed_sha256, _samples(journal))
    subject = subject_named(folder, asked.subject, asked.run)
    with frame_of(folder, subject, asked.filter, asked.second_source, memory) as frame:
        planned = _planned(frame, asked)
        frozen = replace(
            sample,
            state="frozen",
            population=frame.population,
            looks=planned.looks,
            strata=planned.strata,
            sizes=planned.sizes,
        )
    _record(journal, frozen, "the population is frozen and the plan is made", signed)
    return frozen


def draw(
    folder: AuditFolder,
    id: str,
    seed: str,
    signed: Signed,
    items: Sequence[str] = (),
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> tuple[Sample, tuple[SampleItem, ...]]:
    """Reveal the seed and draw. SampleRefused for another seed, another population, or a second draw."""
    journal = journal or Journal(folder)
    sample = sample_named(folder, id, journal)
    rules.check_undrawn(sample)
    rules.check_seed(sample, seed)
    with _frozen_frame(folder, sample, memory) as frame:
        rows = frame.named(items) if items else _drawn(frame, sample, seed)
    taken = tuple(_item(sample.id, number, row) for number, row in enumerate(rows, 1))
    drawn = replace(
        sample, state="drawn", seed=seed, drawn=len(taken), drawn_by=signed.by, drawn_at=signed.at
    )
    _record(journal, drawn, "the seed is revealed and the records are drawn", signed, taken)
    return drawn, taken


def extend(
    folder: AuditFolder,
    id: str,
    size: int | None,
    signed: Signed,
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> tuple[Sample, tuple[SampleItem, ...]]:
    """Draw the next ranks, where the plan allows it; the further records alone are returned."""
    journal = journal or Journal(folder)
    sample, items = sample_named(folder, id, journal), items_of(folder, id, journal)
    further = rules.further_records(sample, items, size)
    with _frozen_frame(folder, sample, memory) as frame:
        rows = frame.first(str(sample.seed), further, skip=sample.drawn)
    if not rows:
        raise SampleRefused(f"{id} holds the whole population already", "a population with further records")
    taken = tuple(_item(id, number, row) for number, row in enumerate(rows, sample.drawn + 1))
    grown = replace(sample, drawn=sample.drawn + len(taken))
    if sample.method != "stop-or-go":
        grown = replace(grown, looks=(_grown_look(grown),))
    _record(journal, grown, "the next ranks are drawn", signed, taken)
    return grown, taken


def evaluated(folder: AuditFolder, ids: Sequence[str], journal: Journal | None = None) -> Evaluation:
    """Evaluate a sample, or several together as the strata of one."""
    samples = [
        (sample_named(folder, id, journal), items_of(folder, id, journal)) for id in dict.fromkeys(ids)
    ]
    return evaluate(*samples[0]) if len(samples) == 1 else evaluate_together(samples)


def sample_named(folder: AuditFolder, id: str, journal: Journal | None = None) -> Sample:
    """The sample of that id as it is now; WrongUse names those that there are."""
    known = (journal or Journal(folder)).current("sample")
    if id not in known:
        raise WrongUse(f'There is no sample "{id}" in this audit. There are: {", ".join(known) or "none"}.')
    return from_content(Sample, known[id].content)


def items_of(folder: AuditFolder, id: str, journal: Journal | None = None) -> tuple[SampleItem, ...]:
    """The records of a sample as they are now, in the order in which they were drawn."""
    found = [
        from_content(SampleItem, entry.content)
        for entry in (journal or Journal(folder)).current("sample_item").values()
        if entry.content.get("sample") == id
    ]
    return tuple(sorted(found, key=lambda item: item.number))


def _grown_look(sample: Sample) -> PlannedLook:
    """The one look of a sample that was made larger before anything was judged."""
    population = sample.population.count if sample.population and sample.about == "population" else None
    before = sample.looks[0].acceptable
    if sample.method == "discovery":
        return PlannedLook(n=sample.drawn, acceptable=before)
    most = planning.most_acceptable(sample.drawn, sample.tolerable, sample.confidence, population)
    return PlannedLook(n=sample.drawn, acceptable=max(before, most))


def _planned(frame: FrameOfRecords, asked: Asked) -> planning.Planned:
    if asked.wish.method == "judgement":
        _check_judgement(frame, asked)
    wish = replace(asked.wish, size=len(asked.items)) if asked.items else asked.wish
    return planning.plan(
        wish,
        planning.Frame(
            count=frame.population.count,
            strata=frame.strata() if wish.method == "stratified" else {},
            sizes=frame.sizes() if wish.method == "pps" else (),
            unknown_sizes=frame.unknown_sizes,
        ),
    )


def _check_judgement(frame: FrameOfRecords, asked: Asked) -> None:
    if asked.items:
        frame.named(asked.items)
    elif asked.wish.size is None and frame.population.count > 200:
        raise SampleRefused(
            f"the population has {frame.population.count:,} records",
            "the records chosen (--item), or how many (--size)",
        )


def _drawn(frame: FrameOfRecords, sample: Sample, seed: str) -> list[dict[str, Any]]:
    if sample.strata:
        return frame.first_of_strata(seed, {one.name: one.planned for one in sample.strata})
    if sample.sizes is None:
        return frame.first(seed, sample.looks[0].n)
    plan = sample.sizes
    certain = [{**row, "certain": True} for row in frame.certain(seed, plan.certain_at)]
    if not plan.drawn:
        return certain
    line = frame.line(seed, plan.certain_at)
    places = list(systematic(line, plan.interval, random_start(seed)))
    return [*certain, *frame.at_places(seed, plan.certain_at, places)]


@contextmanager
def _frozen_frame(folder: AuditFolder, sample: Sample, memory: str) -> Iterator[FrameOfRecords]:
    """The population of a sample, read again, and found to be the one that was frozen."""
    frozen = sample.population
    if frozen is None:
        raise SampleRefused(
            f"{sample.id} has no frozen population", "a population frozen after the seed was committed"
        )
    subject: Subject = subject_named(folder, frozen.subject, frozen.run)
    chosen = Filter(
        verdicts=frozen.verdicts,
        services=frozen.services,
        by_service=sample.method == "stratified",
        size_column=frozen.size_column,
    )
    with frame_of(folder, subject, chosen, (), memory, again=True) as frame:
        rules.check_population(sample, frame.population)
        yield frame


def _item(sample: str, number: int, row: Mapping[str, Any]) -> SampleItem:
    return SampleItem(sample=sample, number=number, **row)


def _samples(journal: Journal) -> list[Sample]:
    return [from_content(Sample, entry.content) for entry in journal.current("sample").values()]


def _next_id(journal: Journal) -> str:
    return f"S-{len(journal.current('sample')) + 1:03}"


def _record(
    journal: Journal, sample: Sample, reason: str, signed: Signed, items: Sequence[SampleItem] = ()
) -> None:
    told = [("sample", sample.id, to_content(sample))]
    told += [("sample_item", item.id, to_content(item)) for item in items]
    journal.append(
        [
            NewEntry(kind=kind, id=id, by=signed.by, at=signed.at, reason=reason, content=content)
            for kind, id, content in told
        ]
    )
