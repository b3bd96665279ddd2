"""The clause matrix: for each clause what was judged by data, by sample and by interview, and what was not looked at.

Everything here is computed from the results of a run and the records of the audit; nothing of it grades anybody.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from ringtrue.model.result import ClauseResult, ProcedureResult, Results

PASSED = 2.5
"""The mean of the raters from which an answer shows understanding (0 to 4)."""

DECISIVE = frozenset({"lead", "no_lead"})

Contents = Mapping[str, Mapping[str, Any]]
"""The current records of one kind, by id."""


@dataclass(frozen=True, kw_only=True)
class JudgedByData:
    """A procedure that judged items for a clause; an undecided one judged some, but too few to say anything.

    ``open_leads`` counts those of its leads that nobody explained or laid aside with a reason.
    """

    procedure: str
    title: str
    judged: int
    leads: int
    open_leads: int
    decided: bool


@dataclass(frozen=True, kw_only=True)
class NotJudged:
    """A procedure that bears on the clause and judged nothing, and why; ``applies`` is False where there is nothing to judge."""

    procedure: str
    title: str
    why: str
    applies: bool


@dataclass(frozen=True, kw_only=True)
class Sampled:
    """What was drawn for a clause: samples, items drawn, items looked at, those that deviated (not produced counts as such)."""

    samples: tuple[str, ...] = ()
    drawn: int = 0
    looked_at: int = 0
    deviations: int = 0


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked about a clause: interviews, answers with a score, those that passed."""

    interviews: tuple[str, ...] = ()
    answers: int = 0
    scored: int = 0
    passed: int = 0


@dataclass(frozen=True, kw_only=True)
class ClauseRow:
    """One clause of the matrix. ``open_leads`` are those that nobody explained or laid aside with a reason.

    ``findings`` are ids by grade; a finding without a grade is a draft and stands under ``draft``.
    """

    criteria: str
    id: str
    title: str
    evidence: str
    by_data: tuple[JudgedByData, ...]
    not_judged: tuple[NotJudged, ...]
    lead_count: int
    leads: tuple[str, ...]
    open_leads: tuple[str, ...]
    sampled: Sampled
    asked: Asked
    findings: Mapping[str, tuple[str, ...]]

    @property
    def judged_items(self) -> int:
        """The items that procedures judged, added up; one record counts once for each procedure that judged it."""
        return sum(one.judged for one in self.by_data)

    @property
    def looked_at(self) -> bool:
        """Whether anything was judged by data, by a sample or in an interview, or found by people."""
        by_people = any(grade != "draft" for grade in self.findings)
        judged = self.evidence != "none" or self.by_data
        return bool(judged or self.sampled.looked_at or self.asked.answers or by_people)


@dataclass(frozen=True, kw_only=True)
class _Records:
    """The records of an audit that speak of clauses."""

    samples: Contents
    items: Contents
    questions: Contents
    answers: Contents
    findings: Contents
    dispositions: Contents


def clause_matrix(
    results: Results, records: Mapping[str, Contents], asked: Mapping[str, Sequence[str]] | None = None
) -> tuple[ClauseRow, ...]:
    """The matrix of a run. ``records`` are the current contents of the journal's records by kind and id.

    ``asked`` gives the clauses of questions that the records do not hold, as those of a bank.
    """
    given = _Records(
        samples=records.get("sample", {}),
        items=records.get("sample_item", {}),
        questions={
            **{id: {"clauses": clauses} for id, clauses in (asked or {}).items()},
            **records.get("question", {}),
        },
        answers=records.get("answer", {}),
        findings=records.get("finding", {}),
        dispositions=records.get("disposition", {}),
    )
    by_id = {one.id: one for one in results.procedures}
    return tuple(_row(clause, by_id, given) for clause in results.clauses)


def covers(named: str, clause: str) -> bool:
    """Whether a clause number named somewhere means this clause: itself, or one above it (7.5 covers 7.5.3)."""
    plain = named.strip()
    return clause == plain or clause.startswith(plain + ".") if plain else False


def _row(clause: ClauseResult, by_id: Mapping[str, ProcedureResult], given: _Records) -> ClauseRow:
    results = [by_id[name] for name in clause.procedures if name in by_id]
    leads = tuple(lead.id for one in results for lead in one.leads)
    settled = {
        str(one.get("lead", "")) for one in given.dispositions.values() if one.get("outcome") != "verified"
    }
    return ClauseRow(
        criteria=clause.criteria,
        id=clause.id,
        title=clause.title,
        evidence=clause.evidence,
        by_data=tuple(_by_data(one, settled) for one in results if one.judged),
        not_judged=tuple(_not_judged(one) for one in results if not one.judged),
        lead_count=clause.leads,
        leads=leads,
        open_leads=tuple(lead for lead in leads if lead not in settled),
        sampled=_sampled(clause, given),
        asked=_asked(clause, given),
        findings=_findings(clause, given.findings),
    )


def _by_data(one: ProcedureResult, settled: Set[str]) -> JudgedByData:
    return JudgedByData(
        procedure=one.id,
        title=one.title,
        judged=one.judged,
        leads=len(one.leads),
        open_leads=sum(lead.id not in settled for lead in one.leads),
        decided=one.result in DECISIVE,
    )


def _not_judged(one: ProcedureResult) -> NotJudged:
    return NotJudged(procedure=one.id, title=one.title, why=one.why, applies=one.result != "not_applicable")


def _sampled(clause: ClauseResult, given: _Records) -> Sampled:
    """Samples that name the clause, or, where a sample names none, those of a procedure that bears on it."""
    samples = {id: one for id, one in given.samples.items() if _sample_bears(one, clause)}
    items = [one for one in given.items.values() if one.get("sample") in samples]
    found = Counter(str(one.get("result") or "open") for one in items)
    return Sampled(
        samples=tuple(samples),
        drawn=max(len(items), sum(int(one.get("drawn") or 0) for one in samples.values())),
        looked_at=len(items) - found["open"],
        deviations=found["deviation"] + found["not_produced"],
    )


def _sample_bears(sample: Mapping[str, Any], clause: ClauseResult) -> bool:
    if sample.get("clauses"):
        return _names(sample["clauses"], clause)
    return sample.get("procedure") in clause.procedures


def _asked(clause: ClauseResult, given: _Records) -> Asked:
    questions = {id for id, one in given.questions.items() if _names(one.get("clauses"), clause)}
    answers = [one for one in given.answers.values() if one.get("question") in questions]
    answered = {(str(one.get("interview")), str(one.get("question"))) for one in answers}
    scores: dict[tuple[str, str], list[float]] = {}
    for one in answers:
        if isinstance(one.get("score"), int | float):
            key = (str(one.get("interview")), str(one.get("question")))
            scores.setdefault(key, []).append(float(one["score"]))
    return Asked(
        interviews=tuple(sorted({interview for interview, _ in answered})),
        answers=len(answered),
        scored=len(scores),
        passed=sum(sum(given) / len(given) >= PASSED for given in scores.values()),
    )


def _findings(clause: ClauseResult, findings: Contents) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for id, one in findings.items():
        if _finding_bears(one, clause):
            found.setdefault(str(one.get("grade") or "draft"), []).append(id)
    return {grade: tuple(ids) for grade, ids in found.items()}


def _finding_bears(finding: Mapping[str, Any], clause: ClauseResult) -> bool:
    """Its requirement decides, and says of which criteria the clause is; the other clauses it names count as well."""
    requirement = finding.get("requirement") or {}
    criteria = requirement.get("criteria")
    if criteria and clause.criteria and criteria != clause.criteria:
        return False
    named = [requirement.get("clause"), *(finding.get("clauses") or ())]
    return _names([one for one in named if one], clause)


def _names(clauses: Iterable[Any] | None, clause: ClauseResult) -> bool:
    return any(covers(str(named), clause.id) for named in clauses or ())


def count_rows(rows: Sequence[ClauseRow]) -> Mapping[str, int]:
    """How many clauses were judged by data, by sample, by interview, and not at all."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted["data"] += bool(row.by_data)
        counted["sample"] += bool(row.sampled.looked_at)
        counted["interview"] += bool(row.asked.answers)
        counted["nothing"] += not row.looked_at
    return dict(counted)


def current_contents(entries: Iterable[Any]) -> dict[str, dict[str, Mapping[str, Any]]]:
    """The last content of each record, by kind and id, from the entries of a journal in their order."""
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for entry in entries:
        found.setdefault(entry.kind, {})[entry.id] = entry.content
    return found
