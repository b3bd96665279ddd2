"""Samples: an observation for each, with its plan, its draw, what it allows to be said, and every record that was drawn."""

from collections.abc import Iterator

from ringtrue.method.sampling.evaluate import Evaluation, evaluate
from ringtrue.method.sampling.wording import METHODS, conclusion, described
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.pieces import Piece, line, moment, props, prose, string, subjects, without_empty
from ringtrue.reports.text import capital

Numbers = dict[str, object]


def sampled(given: Given) -> Iterator[Piece]:
    """The samples, in the order in which they were committed."""
    for one in given.samples.values():
        yield _sample(given, one, given.items_of(one.id))


def sample_id(given: Given, id: str) -> str:
    """The id of the observation of a sample."""
    return given.ids.thing("sample", id)


def _sample(given: Given, one: Sample, items: tuple[SampleItem, ...]) -> Piece:
    done = evaluate(one, items) if one.state == "drawn" else None
    told = conclusion(done, by_size=one.method == "pps") if done else "Committed, and not drawn."
    services = one.population.services if one.population else ()
    return without_empty(
        {
            "uuid": sample_id(given, one.id),
            "title": line(f"{capital(METHODS[one.method])} {one.id}"),
            "description": prose(told),
            "props": props({**_plan(one), **_population(one), **_draw(one), **_evaluated(done)}),
            "methods": ["EXAMINE"],
            "types": ["sample"],
            "origins": given.people.origins(*dict.fromkeys((one.committed_by, one.drawn_by))),
            "subjects": subjects(given.component(service) for service in services),
            "relevant-evidence": [_item(given, item) for item in items],
            "collected": moment(one.drawn_at) or moment(one.committed_at) or given.known_until,
            "remarks": "\n\n".join(prose(step) for step in described(given.unnamed(one))),
        }
    )


def _plan(one: Sample) -> Numbers:
    looks = {
        f"look-{place}-{name}": value
        for place, look in enumerate(one.looks, 1)
        for name, value in (("n", look.n), ("acceptable", look.acceptable))
    }
    strata = {
        f"stratum-{place}-{name}": value
        for place, stratum in enumerate(one.strata, 1)
        for name, value in vars(stratum).items()
    }
    sizes = {f"size-{name.replace('_', '-')}": value for name, value in vars(one.sizes).items()} if one.sizes else {}  # fmt: skip
    return {
        "sample": one.id,
        "method": one.method,
        "state": one.state,
        "confidence": one.confidence,
        "tolerable": one.tolerable,
        "about": one.about,
        "procedure": one.procedure,
        "lead": one.lead,
        "clauses": ", ".join(one.clauses),
        **looks,
        **strata,
        **sizes,
    }


def _population(one: Sample) -> Numbers:
    frozen = one.population
    if frozen is None:
        return {}
    return {
        "population": frozen.count,
        "population-subject": frozen.subject,
        "population-filter": frozen.filter,
        "population-run": frozen.run,
        "population-ids-sha256": frozen.ids_sha256,
        "population-frame-sha256": frozen.frame_sha256,
        "size-column": frozen.size_column,
    }


def _draw(one: Sample) -> Numbers:
    return {
        "seed-sha256": one.seed_sha256,
        "seed-origin": one.seed_origin,
        "seed": one.seed,
        "committed-at": one.committed_at,
        "drawn-at": one.drawn_at,
        "drawn": one.drawn,
    }


def _evaluated(done: Evaluation | None) -> Numbers:
    if done is None:
        return {}
    return {
        "outcome": done.outcome,
        "judged": done.judged,
        "open": done.open,
        "deviations": done.deviations,
        "not-produced": done.not_produced,
        "estimate": done.estimate,
        "upper": done.upper,
        "further": done.further or None,
    }


def _item(given: Given, one: SampleItem) -> Piece:
    """A record that was drawn, with what was seen of it."""
    numbers = {
        "sample-item": one.id,
        "item": one.item,
        "rank": one.rank,
        "stratum": one.stratum,
        "service": one.service,
        "says": one.says,
        "size": one.size,
        "certain": one.certain or None,
        "result": one.result,
        "evidence": ", ".join(one.evidence),
        "looked-at": one.at,
        "source-file": one.source_file,
        "source-row": one.source_row,
    }
    return without_empty(
        {
            "href": given.href_of_source(one.source_file) if one.source_file else None,
            "description": prose(f"{string(one.item)}: {one.result.replace('_', ' ')}"),
            "props": props(numbers),
            "remarks": prose(one.note) if one.note else "",
        }
    )
