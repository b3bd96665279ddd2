"""The findings that people wrote and graded, with their evidence and what was answered; and what became of the leads."""

from collections.abc import Mapping, Sequence
from typing import Any

from ringtrue.method.follow_up.awaited import awaited
from ringtrue.method.follow_up.chain import Chain, chain_of
from ringtrue.method.follow_up.effectiveness import upper_bound
from ringtrue.model.entry import from_content
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Disposition, Finding
from ringtrue.model.follow_up import Response
from ringtrue.model.result import Results
from ringtrue.reports.numbers import count, plural, share
from ringtrue.reports.parts import Cell, Colour, Column, FindingBlock, Findings, Said, Table, Term
from ringtrue.reports.text import plain

Contents = Mapping[str, Sequence[Mapping[str, Any]]]
"""The current contents of the journal, by kind."""

GRADE_WORDS: dict[str, tuple[str, Colour]] = {
    "major_nc": ("Major nonconformity", "against"),
    "minor_nc": ("Minor nonconformity", "against"),
    "ofi": ("Opportunity for improvement", "open"),
    "conforming": ("Conforming", "for"),
    "positive": ("Good practice", "for"),
}
"""The grades that people give, the gravest first."""

STATE_WORDS = {
    "no_answer_needed": "No answer needed",
    "waiting_for_answer": "Waiting for an answer",
    "answered": "Answered",
    "rejected": "Answer rejected",
    "accepted": "Answer accepted",
    "implemented": "Carried out",
    "effective": "Found effective",
    "not_effective": "Found not effective",
    "closed": "Closed",
    "reopened": "Reopened",
}
STEP_WORDS = {
    "correction": "Correction",
    "extent": "Extent",
    "root_cause": "Root cause",
    "corrective_action": "Corrective action",
    "accepted": "Answer accepted",
    "rejected": "Answer rejected",
    "implemented": "Carried out",
    "effectiveness": "Effectiveness checked",
    "closed": "Closed",
    "reopened": "Reopened",
}
OBTAINED_WORDS = {
    "examined": "Record examined",
    "interviewed": "Interview",
    "observed": "Observation",
    "recomputed": "Computed anew",
    "confirmed": "Confirmed by a third party",
}
OUTCOME_WORDS: dict[str, tuple[str, Colour]] = {
    "verified": ("Verified", "against"),
    "explained": ("Explained", "for"),
    "not_pursued": ("Not pursued", "open"),
}

NOTE = (
    "Findings are made and graded by people, on verified evidence; Ringtrue grades nothing. A nonconformity says that a requirement"
    " is not fulfilled; whether customers get what they need is told apart from that."
)


def findings(records: Contents, results: Results | None = None) -> Findings | None:
    """The findings by their grade, the gravest first, drafts apart; None where people recorded nothing yet.

    ``results`` give the words of the leads and the titles of the criteria.
    """
    found = [from_content(Finding, one) for one in records.get("finding", ())]
    decided = [from_content(Disposition, one) for one in records.get("disposition", ())]
    if not found and not decided:
        return None
    evidence = {one["id"]: from_content(Evidence, one) for one in records.get("evidence", ())}
    responses = [from_content(Response, one) for one in records.get("response", ())]
    order = list(GRADE_WORDS)
    graded = sorted(
        (one for one in found if one.grade), key=lambda one: (order.index(str(one.grade)), one.id)
    )
    return Findings(
        note=NOTE,
        counts=_counts(graded) if graded else None,
        blocks=tuple(_block(one, evidence, chain_of(one, responses), results) for one in graded),
        drafts=_drafts([one for one in found if not one.grade]),
        leads=_leads(decided, results),
    )


def _counts(graded: Sequence[Finding]) -> Table:
    columns = (Column(title="Grade"), Column(title="Findings", number=True), Column(title="Which"))
    rows = []
    for grade, (words, colour) in GRADE_WORDS.items():
        own = [one.id for one in graded if one.grade == grade]
        which = ", ".join(plain(id, 40) for id in own) or "–"
        rows.append(
            (Cell(text=words, colour=colour if own else ""), Cell(text=count(len(own))), Cell(text=which))
        )
    return Table(caption="Findings by grade", columns=columns, rows=tuple(rows))


def _block(
    one: Finding, evidence: Mapping[str, Evidence], chain: Chain, results: Results | None
) -> FindingBlock:
    words, colour = GRADE_WORDS[str(one.grade)]
    pieces = [evidence[id] for id in one.evidence if id in evidence]
    return FindingBlock(
        id=plain(one.id, 40),
        anchor=f"finding-{one.id}",
        grade=words,
        colour=colour,
        statement=Said(plain(one.statement)),
        about=tuple(_about(one, results)),
        evidence=_evidence(pieces) if pieces else None,
        state=_state(one, chain),
        answer=_answer(chain) if chain.steps else None,
    )


def _about(one: Finding, results: Results | None) -> list[Term]:
    required = one.requirement
    terms = [
        ("Requirement", plain(_required(one, results))),
        ("In own words", Said(plain(required.text)) if required else ""),
        ("Extent", _extent(one)),
        ("Reason for the grade", Said(plain(one.grade_reason))),
        ("Concern", "A concern about the outcome, apart from conformity" if one.outcome_concern else ""),
        ("Service", plain(one.service, 80) if one.service else ""),
        ("Bears on clauses", ", ".join(plain(clause, 40) for clause in one.clauses)),
        ("Dissent", Said(plain(one.dissent))),
        ("Graded by", Said(plain(one.graded_by, 80))),
        ("Reviewed by", Said(plain(one.reviewed_by, 80)) if one.reviewed_by else "Nobody yet"),
        ("Lead", plain(one.lead, 200) if one.lead else ""),
    ]
    return [Term(name=name, text=text) for name, text in terms if text]


def _required(one: Finding, results: Results | None) -> str:
    if one.requirement is None:
        return ""
    titles = {edition.id: edition.title for edition in results.audit.editions} if results else {}
    title = titles.get(one.requirement.criteria or "", one.requirement.criteria or "")
    clause = (
        ", ".join(part for part in (title, one.requirement.clause) if part) if one.requirement.clause else ""
    )
    return "; ".join(part for part in (clause, one.requirement.rule) if part)


def _extent(one: Finding) -> str:
    if one.extent is None or not one.extent.looked_at:
        return ""
    found, looked_at = one.extent.found, one.extent.looked_at
    return f"{count(found)} of {count(looked_at)} looked at ({share(found / looked_at)})"


def _evidence(pieces: Sequence[Evidence]) -> Table:
    columns = (
        Column(title="Evidence"),
        Column(title="What it shows"),
        Column(title="Event"),
        Column(title="Verified"),
        Column(title="Where it stands"),
    )
    return Table(caption="Evidence, with its three dates", columns=columns, rows=tuple(map(_piece, pieces)))


def _piece(one: Evidence) -> tuple[Cell, ...]:
    event = one.event_on[:10] + (f" – {one.event_until[:10]}" if one.event_until else "")
    return (
        Cell(text=plain(one.id, 40), note=OBTAINED_WORDS[one.obtained]),
        Cell(text=Said(plain(one.shows)), note=Said(plain(one.party, 80))),
        Cell(text=plain(event, 40), note=_taken(one)),
        Cell(text=plain(one.verified_at[:10], 40), note=Said(plain(one.verified_by, 80)))
        if one.is_verified and one.verified_at
        else Cell(text="Not verified", colour="open"),
        Cell(text=Said(plain(_place(one))), note=f"SHA-256 {one.sha256[:12]}…" if one.sha256 else ""),
    )


def _taken(one: Evidence) -> str:
    """The other two dates, of the document and of the taking, and who took it."""
    document = f"document of {plain(one.document_on[:10], 40)}; " if one.document_on else ""
    return f"{document}taken on {plain(one.captured_at[:10], 40)} by {plain(one.collected_by, 80)}"


def _place(one: Evidence) -> str:
    row = f", row {one.source_row}" if one.source_row is not None else ""
    source = f"{one.source_file}{row}" if one.source_file else one.file or ""
    return "; ".join(part for part in (one.record, source or one.place) if part)


def _state(one: Finding, chain: Chain) -> str:
    if chain.state == "no_answer_needed":
        return STATE_WORDS[chain.state]
    waits = awaited(one, chain)
    told = (
        f"{STATE_WORDS[chain.state]}."
        if waits.whose == ""
        else f"{STATE_WORDS[chain.state]}. Waits for: {waits.what}."
    )
    return told if chain.round == 1 else f"{told} Reopened {plural(chain.round - 1, 'time')}."


def _answer(chain: Chain) -> Table:
    """The steps of the answer. Of the auditee no person is named."""
    columns = tuple(
        Column(title=title) for title in ("Step", "What was found, decided or done", "On", "Evidence")
    )
    rows = tuple(
        (
            Cell(text=STEP_WORDS[one.step], note=plain(one.action, 20)),
            Cell(text=Said(plain(one.text)), note=_numbers(one)),
            Cell(text=plain(one.on[:10], 40), note=f"Due on {one.due_on[:10]}" if one.due_on else ""),
            Cell(text=", ".join(plain(id, 40) for id in one.evidence) or "–"),
        )
        for one in chain.steps
    )
    return Table(caption="The answer, step by step", columns=columns, rows=rows)


def _numbers(one: Response) -> str:
    told = "" if one.effective is None else "Effective" if one.effective else "Not effective"
    seen = one.new_cases
    if seen is None:
        return " ".join(part for part in (f"{told}." if told else "", plain(one.without_cases)) if part)
    counted = f"{plural(seen.repeats, 'repeat')} in {plural(seen.cases, 'new case')}"
    bound = f"a rate of at most {share(upper_bound(seen))} ({seen.confidence * 100:g}\u00a0% confidence)"
    return f"{told}: {counted}, {bound}."


def _drafts(drafts: Sequence[Finding]) -> Table | None:
    if not drafts:
        return None
    columns = tuple(Column(title=title) for title in ("Draft", "Statement", "Clauses", "Evidence to verify"))
    rows = tuple(
        (
            Cell(text=plain(one.id, 40)),
            Cell(text=Said(plain(one.statement))),
            Cell(text=", ".join(plain(clause, 40) for clause in one.clauses) or "–"),
            Cell(text=", ".join(plain(id, 40) for id in one.evidence) or "–"),
        )
        for one in drafts
    )
    return Table(caption="Drafts that nobody graded yet; they are no findings", columns=columns, rows=rows)


def _leads(decided: Sequence[Disposition], results: Results | None) -> Table | None:
    if not decided:
        return None
    told = {lead.id: lead.statement for one in (results.procedures if results else ()) for lead in one.leads}
    columns = tuple(Column(title=title) for title in ("Lead", "What became of it", "Reason", "Decided by"))
    rows = tuple(
        (
            Cell(text=plain(told.get(one.lead, one.lead), 300), note=plain(one.lead, 200)),
            Cell(text=OUTCOME_WORDS[one.outcome][0], colour=OUTCOME_WORDS[one.outcome][1]),
            Cell(text=Said(plain(one.reason))),
            Cell(text=Said(plain(one.by, 80))),
        )
        for one in decided
    )
    return Table(caption="What became of the leads", columns=columns, rows=rows)
