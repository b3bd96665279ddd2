"""Compares the results of two runs. Pure: results in, records out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from ringtrue.method.compare.cautions import cautions
from ringtrue.method.compare.changes import (
    AnswerChange,
    Comparison,
    Estimate,
    LeadChange,
    Presence,
    ProcedureChange,
    Reason,
    RunNamed,
    SettingChange,
    SourceChange,
)
from ringtrue.model.result import Bounds, Lead, ProcedureResult, Results, SourceResult

T = TypeVar("T")


OTHER_CODE = (
    "The code that judged is another one though its version is the same: its procedures may judge otherwise."
)


def compare(first: Results, second: Results, same_code: bool = True) -> Comparison:
    """What the second run says otherwise than the first. Order: that of the second run, what is gone at the end.

    ``same_code``: whether both runs were judged by the same code, as far as is known; results tell its version only.
    """
    procedures = tuple(_procedures(first, second))
    sources = tuple(_sources(first, second))
    before, after = ({one.id for one in run.services} for run in (first, second))
    return Comparison(
        first=_named(first),
        second=_named(second),
        cautions=(
            *([OTHER_CODE] if not same_code and first.version == second.version else []),
            *cautions(first, second, procedures, sources),
        ),
        procedures=procedures,
        leads=tuple(_leads(first, second)),
        sources=sources,
        answers=tuple(_answers(first, second)),
        services_new=tuple(one.id for one in second.services if one.id not in before),
        services_gone=tuple(one.id for one in first.services if one.id not in after),
    )


def estimate(
    before: float | None, after: float | None, bounds_before: Bounds | None, bounds_after: Bounds | None
) -> Estimate:
    """Both numbers with their bounds, and whether the bounds are apart; bounds that touch are not."""
    apart = None
    if bounds_before and bounds_after:
        apart = bounds_before[1] < bounds_after[0] or bounds_after[1] < bounds_before[0]
    return Estimate(
        before=before, after=after, bounds_before=bounds_before, bounds_after=bounds_after, apart=apart
    )


def _named(run: Results) -> RunNamed:
    audit = run.audit
    return RunNamed(
        run=run.run,
        version=run.version,
        title=audit.title,
        organisation=audit.organisation,
        period=audit.period,
        records=audit.records,
    )


def _procedures(first: Results, second: Results) -> Iterator[ProcedureChange]:
    for presence, before, after in _pairs(first.procedures, second.procedures):
        yield _procedure(presence, before, after)


def _procedure(
    presence: Presence, before: ProcedureResult | None, after: ProcedureResult | None
) -> ProcedureChange:
    told = after or before
    assert told is not None  # a pair has one of the two
    old, new = ({lead.id for lead in one.leads} if one else set() for one in (before, after))
    share = estimate(*_shares(before, after))
    settings = _settings(before, after) if before and after else ()
    results = (before.result if before else None, after.result if after else None)
    return ProcedureChange(
        id=told.id,
        title=told.title,
        presence=presence,
        before=results[0],
        after=results[1],
        why_before=before.why if before else "",
        why_after=after.why if after else "",
        judged_before=before.judged if before else None,
        judged_after=after.judged if after else None,
        deviations_before=before.deviations if before else None,
        deviations_after=after.deviations if after else None,
        share=share,
        settings=settings,
        leads_new=len(new - old),
        leads_gone=len(old - new),
        leads_in_both=len(old & new),
        changed=results[0] != results[1] or bool(share.apart) or bool(settings) or old != new,
    )


def _shares(
    before: ProcedureResult | None, after: ProcedureResult | None
) -> tuple[float | None, float | None, Bounds | None, Bounds | None]:
    return (
        before.share if before else None,
        after.share if after else None,
        before.bounds if before else None,
        after.bounds if after else None,
    )


def _settings(before: ProcedureResult, after: ProcedureResult) -> tuple[SettingChange, ...]:
    old, new = ({one.name: one.value for one in run.settings} for run in (before, after))
    return tuple(
        SettingChange(name=name, before=old.get(name), after=new.get(name))
        for name in dict.fromkeys((*new, *old))
        if old.get(name) != new.get(name)
    )


def _leads(first: Results, second: Results) -> Iterator[LeadChange]:
    measures = {one.id: one.measure for run in (first, second) for one in run.procedures}
    old, new = (
        {lead.id: (one.id, lead) for one in run.procedures for lead in one.leads} for run in (first, second)
    )
    for presence, id in _presences(old, new):
        procedure = (new.get(id) or old[id])[0]
        before, after = (found[id][1] if id in found else None for found in (old, new))
        reason = _reason(procedure, before, first, second) if presence == "gone" and before else ""
        yield _lead(presence, procedure, measures[procedure], before, after, reason)


def _lead(
    presence: Presence,
    procedure: str,
    measure: str,
    before: Lead | None,
    after: Lead | None,
    reason: Reason,
) -> LeadChange:
    told = after or before
    assert told is not None  # a pair has one of the two
    return LeadChange(
        id=told.id,
        procedure=procedure,
        presence=presence,
        service=told.service,
        statement=told.statement,
        measure=measure,
        estimate=estimate(
            before.estimate if before else None,
            after.estimate if after else None,
            before.bounds if before else None,
            after.bounds if after else None,
        ),
        n_before=before.n if before else None,
        n_after=after.n if after else None,
        reason=reason,
    )


def _reason(procedure: str, lead: Lead, first: Results, second: Results) -> Reason:
    """Why a lead is gone. That nothing could be said is told before anything else: it is no improvement."""
    known = {one.id: one for one in second.procedures}
    if procedure not in known:
        return "not_tested"
    if known[procedure].result in ("insufficient_data", "not_applicable"):
        return "no_data"
    there, was = ({one.id for one in run.services} for run in (second, first))
    if lead.service in was - there:
        return "out_of_scope"
    before = next(one for one in first.procedures if one.id == procedure)
    return "other_settings" if _settings(before, known[procedure]) else "no_lead"


def _sources(first: Results, second: Results) -> Iterator[SourceChange]:
    old, new = ({one.file: one for one in run.sources} for run in (first, second))
    for presence, file in _presences(old, new):
        yield _source(file, presence, old.get(file), new.get(file))


def _source(
    file: str, presence: Presence, before: SourceResult | None, after: SourceResult | None
) -> SourceChange:
    same = bool(before and after and before.sha256 == after.sha256)
    return SourceChange(
        file=file,
        presence=presence,
        changed=bool(before and after and before != after),
        same_bytes=same,
        rows_before=before.rows if before else None,
        rows_after=after.rows if after else None,
        rejected_before=before.rejected if before else None,
        rejected_after=after.rejected if after else None,
    )


def _answers(first: Results, second: Results) -> Iterator[AnswerChange]:
    questions = [{one.id: one.answer for one in run.questions} for run in (first, second)]
    for id, before, after in _differing(*questions):
        yield AnswerChange(kind="question", id=id, question=id, before=before, after=after)
    services = [{one.id: one.questions for one in run.services} for run in (first, second)]
    for service in services[1]:
        if service in services[0]:
            for question, before, after in _differing(services[0][service], services[1][service]):
                yield AnswerChange(kind="service", id=service, question=question, before=before, after=after)
    for id, before, after in _differing(_evidence(first), _evidence(second)):
        yield AnswerChange(kind="clause", id=id, question="", before=before, after=after)


def _evidence(run: Results) -> dict[str, str]:
    """The evidence of each clause, by edition and number; older results name no edition where there is one only."""
    only = next(iter(run.audit.criteria), "")
    return {f"{one.criteria or only} {one.id}".strip(): one.evidence for one in run.clauses}


def _differing(
    old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[tuple[str, str | None, str | None]]:
    for _, id in _presences(old, new):
        if old.get(id) != new.get(id):
            yield id, old.get(id), new.get(id)


def _pairs(
    first: Iterable[ProcedureResult], second: Iterable[ProcedureResult]
) -> Iterator[tuple[Presence, ProcedureResult | None, ProcedureResult | None]]:
    old, new = ({one.id: one for one in run} for run in (first, second))
    for presence, id in _presences(old, new):
        yield presence, old.get(id), new.get(id)


def _presences(old: Mapping[str, T], new: Mapping[str, T]) -> Iterator[tuple[Presence, str]]:
    for id in new:
        yield ("in_both" if id in old else "new"), id
    for id in old:
        if id not in new:
            yield "gone", id
