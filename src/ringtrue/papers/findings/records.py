"""The records of findings, evidence, dispositions and responses that an audit holds now."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ringtrue.criteria.read import criteria_of
from ringtrue.criteria.references import clause_of
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.people import People, people_of
from ringtrue.engine.records.evidence_store import EvidenceStore
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.running.last_run import last_run
from ringtrue.method.findings.known import Known, OwnWork
from ringtrue.method.findings.names import Names, names
from ringtrue.model.criteria import Criteria
from ringtrue.model.entry import Entry, from_content
from ringtrue.model.errors import UnknownClause
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Disposition, Finding
from ringtrue.model.follow_up import Response
from ringtrue.model.plan import AUDITORS, Plan
from ringtrue.model.result import Lead, ProcedureResult, Results
from ringtrue.reports.schema import read_results

T = TypeVar("T")


@dataclass(frozen=True)
class Records:
    """What the journal of an audit says of findings, each kind by its ids."""

    folder: AuditFolder
    findings: Mapping[str, Finding]
    evidence: Mapping[str, Evidence]
    dispositions: Mapping[str, Disposition]
    responses: Mapping[str, Response]
    entries: Mapping[tuple[str, str], Entry]
    """The last entry of each kind and id."""
    plan: Plan | None

    @cached_property
    def criteria(self) -> tuple[Criteria, ...]:
        """What the audit judges by."""
        return criteria_of(self.folder.audit().criteria, self.folder.path)

    @cached_property
    def results(self) -> Results | None:
        """The results of the last run; None before the first."""
        run = last_run(self.folder)
        return read_results(run / "results.json") if run else None

    @cached_property
    def leads(self) -> dict[str, tuple[Lead, ProcedureResult]]:
        """The leads of the last run by their ids, each with its procedure."""
        found = self.results.procedures if self.results else ()
        return {lead.id: (lead, procedure) for procedure in found for lead in procedure.leads}

    @cached_property
    def people(self) -> People:
        """Who is a person in this audit, and what is none."""
        return people_of(self.folder)

    @cached_property
    def auditors(self) -> frozenset[str]:
        """The names of those who audit; empty where no plan says."""
        team = self.plan.team if self.plan else ()
        return frozenset(member.name for member in team if member.role in AUDITORS)

    @cached_property
    def names(self) -> Names:
        """Who may not be named in what a report shows."""
        named = [(one, None) for one in self.people.named]
        return names([*self.people.persons, *named], self.people.others)

    @cached_property
    def known(self) -> Known:
        """What is known when a finding is judged. It reads the content behind all evidence."""
        return Known(
            evidence=self.evidence,
            changed=EvidenceStore(self.folder).faults(self.evidence.values()),
            dispositions={one.lead: one.outcome for one in self.dispositions.values()},
            names=self.names,
            own_work=self._own_work(),
            objection=self._objection,
        )

    def _own_work(self) -> tuple[OwnWork, ...]:
        """What the team declared in the plan, and what the tables say of everybody."""
        team = self.plan.team if self.plan else ()
        declared = [OwnWork(one.name, *_parts(one.own_work)) for one in team]
        by_tables = [OwnWork(person, frozenset({service})) for person, service in self.people.works]
        return (*declared, *by_tables)

    def _objection(self, criteria: str | None, clause: str) -> str | None:
        chosen = [one for one in self.criteria if criteria in (None, "", one.id)]
        if not chosen:
            return f"This audit does not judge by {criteria}, but by {', '.join(one.id for one in self.criteria)}."
        try:
            clause_of(chosen, clause)
        except UnknownClause as error:
            return str(error)
        return None


def records_of(folder: AuditFolder, journal: Journal) -> Records:
    """The records of an audit. Each kind is read once."""
    entries = {(entry.kind, entry.id): entry for entry in journal.entries()}
    plan = entries.get(("plan", "plan"))
    return Records(
        folder=folder,
        findings=_all(Finding, "finding", entries),
        evidence=_all(Evidence, "evidence", entries),
        dispositions=_all(Disposition, "disposition", entries),
        responses=_all(Response, "response", entries),
        entries=entries,
        plan=from_content(Plan, plan.content) if plan else None,
    )


def _all(kind: type[T], name: str, entries: Mapping[tuple[str, str], Entry]) -> dict[str, T]:
    return {id: from_content(kind, entry.content) for (of, id), entry in entries.items() if of == name}


def _parts(own_work: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Services and clauses of what a member declared: clauses are what begins with a number."""
    clauses = frozenset(one.split()[0] for one in own_work if one[:1].isdigit())
    return frozenset(one for one in own_work if not one[:1].isdigit()), clauses
