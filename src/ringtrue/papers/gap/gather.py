"""What the readiness of every clause is made of: the results of a run, the records given, and the audit's journal."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ringtrue.criteria.references import clauses_under
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.clause_records import Naming, RecordsOfClauses, Rows, records_of_clauses
from ringtrue.engine.records.journal import Journal
from ringtrue.method.clause_matrix import ClauseRow, clause_matrix, current_contents
from ringtrue.method.readiness import ClauseSeen, Counted, Readiness, Step, plan, readiness
from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.errors import FormerClause, UnknownClause
from ringtrue.model.result import Results

MOST_REQUESTS = 3
"""Requests told for one clause; the evidence request names all."""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A document or control that names a clause of an edition that was withdrawn, and what is said of it."""

    kind: str
    id: str
    text: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Gap:
    """The readiness of an organisation by the criteria of its audit, and the plan of what to close first."""

    results: Results
    criteria: tuple[Criteria, ...]
    clauses: tuple[Readiness, ...]
    plan: tuple[Step, ...]
    refused: tuple[Refused, ...]

    def titled(self, id: str) -> str:
        """The title of the criteria of that id."""
        return next((one.title for one in self.criteria if one.id == id), id)


def gather(folder: AuditFolder, results: Results, criteria: Sequence[Criteria], memory: str) -> Gap:
    """The readiness by clause of an audit folder, from the results of its run."""
    meant = [
        text
        for one in criteria
        for clause in one.clauses
        for text in (*clause.described_in, *clause.shown_by)
    ]
    records = records_of_clauses(folder, meant, memory)
    rows = clause_matrix(results, current_contents(Journal(folder).entries()))
    naming = _Naming(criteria, records)
    found = tuple(
        _readiness(one, clause, row, records, naming, results)
        for one in criteria
        for clause in one.clauses
        if (row := _row_of(rows, one.id, clause.id)) is not None
    )
    return Gap(
        results=results,
        criteria=tuple(criteria),
        clauses=found,
        plan=plan(found),
        refused=tuple(naming.refused),
    )


def _row_of(rows: Iterable[ClauseRow], criteria: str, clause: str) -> ClauseRow | None:
    return next((row for row in rows if (row.criteria, row.id) == (criteria, clause)), None)


def _readiness(
    criteria: Criteria,
    clause: Clause,
    row: ClauseRow,
    records: RecordsOfClauses,
    naming: "_Naming",
    results: Results,
) -> Readiness:
    documents, controls = (naming.of(kind, criteria.id, clause.id) for kind in ("document", "control"))
    described, shown = (_counted(records.rows, texts) for texts in (clause.described_in, clause.shown_by))
    files = [
        *(one.file for one in (*documents, *controls)),
        *(file for one in controls for file in one.record_files),
        *(file for one in (*described, *shown) for file in one.files),
    ]
    seen = ClauseSeen(
        documents=tuple(one.id for one in documents),
        controls=tuple(one.id for one in controls),
        control_records=sum(one.records for one in controls),
        described=described,
        shown=shown,
        files=tuple(dict.fromkeys(file for file in files if file)),
    )
    return readiness(clause, row, seen, _requests(row, results))


def _counted(rows: Mapping[str, Rows], texts: Sequence[str]) -> tuple[Counted, ...]:
    return tuple(Counted(meant=text, n=rows[text].n, files=rows[text].files) for text in texts)


def _requests(row: ClauseRow, results: Results) -> tuple[str, ...]:
    silent = {one.procedure for one in row.not_judged if one.applies}
    told = [one.request.rstrip(".") for one in results.procedures if one.id in silent and one.request]
    return tuple(dict.fromkeys(told))[:MOST_REQUESTS]


@dataclass
class _Naming:
    """Which documents and controls name which clause; a number of a withdrawn edition names none, and is told."""

    criteria: Sequence[Criteria]
    records: RecordsOfClauses
    refused: list[Refused] = field(default_factory=list)
    _by_clause: dict[tuple[str, str, str], list[Naming]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        look = _looker(self.criteria)
        for kind, given in (("document", self.records.documents), ("control", self.records.controls)):
            for one in given:
                for text in one.clauses:
                    self._note(kind, one, text, look)

    def of(self, kind: str, criteria: str, clause: str) -> list[Naming]:
        return self._by_clause.get((kind, criteria, clause), [])

    def _note(self, kind: str, one: Naming, text: str, look: "Callable[[str], _Looked]") -> None:
        looked = look(text)
        if looked.reason:
            self.refused.append(Refused(kind=kind, id=one.id, text=text, reason=looked.reason))
        for criteria, clause in looked.clauses:
            self._by_clause[(kind, criteria, clause)].append(one)


@dataclass(frozen=True)
class _Looked:
    clauses: tuple[tuple[str, str], ...]
    reason: str = ""


def _looker(criteria: Sequence[Criteria]) -> Callable[[str], _Looked]:
    """What a clause that somebody wrote means in each of the criteria; other standards' clauses mean nothing here."""

    @cache
    def look(text: str) -> _Looked:
        found: list[tuple[str, str]] = []
        reason = ""
        for one in criteria:
            try:
                found += [(one.id, clause.id) for clause in clauses_under(one, text)]
            except FormerClause as error:
                reason = str(error)
            except UnknownClause:
                continue
        return _Looked(tuple(found), "" if found else reason)

    return look
