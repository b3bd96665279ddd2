"""What the run observed: each procedure, each lead, each fact, each clause, each service."""

from collections.abc import Iterator, Mapping, Sequence

from ringtrue.method.clause_matrix import ClauseRow, clause_matrix, current_contents
from ringtrue.model.result import ClauseResult, Fact, Lead, ProcedureResult, ServiceResult
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.pieces import Piece, bounds, line, props, prose, string, subjects, without_empty
from ringtrue.reports.oscal.plan import tool


def observed(given: Given) -> Iterator[Piece]:
    """The observations of the run, in the order of the results."""
    for procedure in given.results.procedures:
        yield _procedure(given, procedure)
        for lead in procedure.leads:
            yield _lead(given, procedure, lead)
        for number, fact in enumerate(procedure.facts):
            yield _fact(given, f"{procedure.id}/{number}", fact, procedure.id)
    for number, fact in enumerate(given.results.facts):
        yield _fact(given, str(number), fact, None)
    matrix = clause_matrix(given.results, current_contents(given.job.entries))
    for clause, row in zip(given.results.clauses, matrix, strict=True):
        yield _clause(given, clause, row)
    for service in given.results.services:
        yield _service(given, service)


def observation_of(given: Given, kind: str, id: str) -> str:
    """The id of an observation of this run: of a ``procedure``, ``lead``, ``clause``, ``service`` or ``fact``."""
    return given.ids.said(kind, id)


def _procedure(given: Given, one: ProcedureResult) -> Piece:
    numbers = {
        "procedure": one.id,
        "question": one.question,
        "result": one.result,
        "population": one.population,
        "judged": one.judged,
        "deviations": one.deviations,
        "untestable": one.untestable,
        "share": one.share,
        **bounds(one.bounds),
        "confidence": one.confidence,
        "coverage": one.coverage,
        "leads": len(one.leads),
        "clauses": ", ".join(one.clauses),
    }
    waits = one.result == "insufficient_data" or one.untestable
    asked = f"To ask for: {one.request}" if one.request and waits else ""
    return _observation(
        given,
        "procedure",
        one.id,
        title=one.title,
        told=f"{one.result}: {one.why}" if one.why else one.result,
        numbers=numbers,
        evidence=_judged(given, one),
        remarks=asked,
    )


def _judged(given: Given, one: ProcedureResult) -> list[Piece]:
    if not one.judged_table:
        return []
    run = f"runs/{given.results.run}/"
    return [
        {
            "href": given.href(run + one.judged_table),
            "description": f"Every {one.item_kind or 'item'} that was looked at, with its verdict and its reason.",
        }
    ]


def _lead(given: Given, procedure: ProcedureResult, one: Lead) -> Piece:
    numbers = {
        "lead": one.id,
        "procedure": procedure.id,
        "object-kind": one.object.kind,
        "object": one.object.id,
        "measure": procedure.measure or "share",
        "estimate": one.estimate,
        **bounds(one.bounds),
        "p-value": one.p_value,
        "q-value": one.q_value,
        "n": one.n,
        "deviations": one.deviations,
        "records": one.records,
        **{f"value-{name}": value for name, value in one.values.items()},
        **_became(given, one.id),
    }
    told = [f"To check first: {text}" for text in one.explanations]
    told += [f"To ask {ask.role.replace('_', ' ')}: {ask.question}" for ask in one.ask]
    return _observation(
        given,
        "lead",
        one.id,
        title=f"Lead: {procedure.title}",
        told=one.statement,
        numbers=numbers,
        services=[one.service, one.object.id if one.object.kind == "service" else None],
        evidence=[
            {
                "href": given.href(f"runs/{given.results.run}/leads.parquet"),
                "description": f"The {one.records:,} records behind it, under the lead {string(one.id)}.",
            }
        ],
        belongs_to=observation_of(given, "procedure", procedure.id),
        remarks="\n\n".join(told),
    )


def _became(given: Given, lead: str) -> dict[str, str | None]:
    """What people made of a lead, where they said so."""
    found = next((one for one in given.dispositions.values() if one.lead == lead), None)
    return {"disposition": found.outcome, "disposition-reason": found.reason} if found else {}


def _fact(given: Given, id: str, one: Fact, procedure: str | None) -> Piece:
    return _observation(
        given,
        "fact",
        id,
        title="Fact",
        told=one.statement,
        numbers={
            "fact": one.id,
            "procedure": procedure,
            "value": one.value,
            "n": one.n,
            **bounds(one.bounds),
            "unit": one.unit,
            "object-kind": one.object.kind if one.object else None,
            "object": one.object.id if one.object else None,
        },
        belongs_to=observation_of(given, "procedure", procedure) if procedure else None,
    )


def _clause(given: Given, one: ClauseResult, row: ClauseRow) -> Piece:
    seen = {"operating": "operating records", "documented": "documents only", "none": "nothing"}[one.evidence]
    return _observation(
        given,
        "clause",
        given.control(one.criteria, one.id),
        title=f"{one.id} {one.title}",
        told=f"The run looked at {seen} for this clause. Leads that bear on it: {one.leads}.",
        numbers={
            "control": given.control(one.criteria, one.id),
            "criteria": one.criteria,
            "clause": one.id,
            "evidence": one.evidence,
            "leads": one.leads,
            "procedures": ", ".join(one.procedures),
            "claims-judged": len(row.by_data),
            "items-judged": row.judged_items,
            "claims-without-data": sum(claim.applies for claim in row.not_judged),
            "leads-open": len(row.open_leads),
            "sampled": row.sampled.drawn,
            "sample-items-looked-at": row.sampled.looked_at,
            "sample-deviations": row.sampled.deviations,
            "interviews": len(row.asked.interviews),
            "answers": row.asked.answers,
            "answers-scored": row.asked.scored,
            "answers-passed": row.asked.passed,
            **{f"findings-{grade}": ", ".join(ids) for grade, ids in row.findings.items()},
        },
    )


def _service(given: Given, one: ServiceResult) -> Piece:
    return _observation(
        given,
        "service",
        one.id,
        title=f"Answers for {one.name}",
        told="Whether customers get the outcomes that they need, question by question; apart from conformity.",
        numbers={
            "service": one.id,
            **{f"question-{id}": answer for id, answer in one.questions.items()},
            "leads": len(one.leads),
        },
        services=[one.id],
    )


def _observation(
    given: Given,
    kind: str,
    id: str,
    *,
    title: str,
    told: str,
    numbers: Mapping[str, object],
    services: Sequence[str | None] = (),
    evidence: Sequence[Piece] = (),
    belongs_to: str | None = None,
    remarks: str = "",
) -> Piece:
    return without_empty(
        {
            "uuid": observation_of(given, kind, id),
            "title": line(title),
            "description": prose(told) or "-",
            "props": props(numbers),
            "links": [{"href": f"#{belongs_to}", "rel": "related"}] if belongs_to else [],
            "methods": ["TEST"],
            "types": [kind],
            "origins": [{"actors": [tool(given)]}],
            "subjects": subjects(dict.fromkeys(given.component(one) for one in services)),
            "relevant-evidence": list(evidence),
            "collected": given.collected,
            "remarks": prose(remarks),
        }
    )
