"""What the two OSCAL files are made of: the results, the records of the journal as they are now, ids, people, dates."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote

from ringtrue.model.entry import Entry, from_content
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Disposition, Finding
from ringtrue.model.follow_up import Response
from ringtrue.model.place import file_of
from ringtrue.model.plan import Plan
from ringtrue.model.result import Results
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.reports.format import Job
from ringtrue.reports.oscal.ids import Ids
from ringtrue.reports.oscal.people import People, people_of
from ringtrue.reports.oscal.pieces import moment, token

T = TypeVar("T")

NO_DATE = "1970-01-01T00:00:00Z"
"""Where an audit knows of no date at all: no period, no dated record, no entry."""


@dataclass(frozen=True)
class Given:
    """All that is told, from one job."""

    job: Job

    @property
    def results(self) -> Results:
        """The results of the run."""
        return self.job.results

    @cached_property
    def ids(self) -> Ids:
        """The ids of this audit."""
        return Ids(self.job)

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """The evidence, as it is recorded now."""
        return self._records("evidence", Evidence)

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """The findings, drafts too."""
        return self._records("finding", Finding)

    @cached_property
    def responses(self) -> dict[str, Response]:
        """What was done about findings, step by step."""
        return self._records("response", Response)

    @cached_property
    def dispositions(self) -> dict[str, Disposition]:
        """What became of leads."""
        return self._records("disposition", Disposition)

    @cached_property
    def samples(self) -> dict[str, Sample]:
        """The samples, those too that were committed and never drawn."""
        return self._records("sample", Sample)

    @cached_property
    def sample_items(self) -> dict[str, SampleItem]:
        """Every record that was drawn."""
        return self._records("sample_item", SampleItem)

    def items_of(self, sample: str) -> tuple[SampleItem, ...]:
        """The records of a sample, by their number."""
        own = (one for one in self.sample_items.values() if one.sample == sample)
        return tuple(sorted(own, key=lambda one: one.number))

    def unnamed(self, sample: Sample, **changed: Any) -> Sample:
        """The sample with pseudonyms for whoever committed its seed and drew it."""
        committed, drawn = self.people.pseudonym(sample.committed_by), self.people.pseudonym(sample.drawn_by)
        return replace(sample, committed_by=committed or "an auditor", drawn_by=drawn, **changed)

    @cached_property
    def questions(self) -> dict[str, Mapping[str, Any]]:
        """The questions that were put, with the columns of their table."""
        return self._contents("question")

    @cached_property
    def answers(self) -> dict[str, Mapping[str, Any]]:
        """The answers, as noted and as scored, with the columns of their table."""
        return self._contents("answer")

    @cached_property
    def interviews(self) -> dict[str, Mapping[str, Any]]:
        """The interviews, with the columns of their table."""
        return self._contents("interview")

    @cached_property
    def plan(self) -> Plan | None:
        """The plan as it is now; None if none was recorded."""
        return next(reversed(self._records("plan", Plan).values()), None)

    @cached_property
    def people(self) -> People:
        """Who has a part in it, as pseudonyms."""
        named = [
            *((one.collected_by, one.verified_by) for one in self.evidence.values()),
            *((one.written_by, one.graded_by, one.reviewed_by) for one in self.findings.values()),
            *((one.committed_by, one.drawn_by) for one in self.samples.values()),
            *((one.by,) for one in self.sample_items.values()),
            *((one.get("rater"),) for one in self.answers.values()),
        ]
        auditors = [name for names in named for name in names if name]
        return people_of(self.ids, self.plan, auditors, self.interviews)

    @cached_property
    def known_until(self) -> str:
        """The last moment that the audit knows of: of the journal, else of the records, else of the period. Never the clock's."""
        told = [moment(entry.at) for entry in self.job.entries]
        audit = self.results.audit
        ends = [moment(days[1]) for days in (audit.records, audit.period) if days]
        return max(filter(None, told), default=None) or next(filter(None, ends), NO_DATE)

    @property
    def collected(self) -> str:
        """Until when the data go on which procedures were run."""
        audit = self.results.audit
        ends = [moment(days[1]) for days in (audit.records, audit.period) if days]
        return next(filter(None, ends), self.known_until)

    @cached_property
    def controls(self) -> dict[str, list[str]]:
        """The control ids of each clause number: one for each of the criteria that has it."""
        found: dict[str, list[str]] = {}
        for clause in self.results.clauses:
            found.setdefault(clause.id, []).append(self.control(clause.criteria, clause.id))
        return found

    def controls_of(self, procedure: str) -> list[str]:
        """The controls on which a procedure bears."""
        return [
            self.control(clause.criteria, clause.id)
            for clause in self.results.clauses
            if procedure in clause.procedures
        ]

    def control(self, criteria: str, clause: str) -> str:
        """A clause of an edition as a control id."""
        named = criteria or next(iter(self.results.audit.criteria), "criteria")
        return token(f"{named}_{clause}")

    def component(self, service: str | None) -> str | None:
        """The component of a service; None if the run does not know it."""
        known = any(one.id == service for one in self.results.services)
        return self.ids.thing("service", str(service)) if known else None

    def href(self, place: str) -> str:
        """The address, from beside the report, of a file by its path in the audit folder."""
        root = self.job.run.parent.parent
        return quote(
            os.path.relpath(root / place, self.job.out.parent).replace(os.sep, "/"), errors="replace"
        )

    def href_of_source(self, place: str) -> str:
        """The address of the source file in which a row stands."""
        file = file_of(place, {one.file for one in self.results.sources})
        return self.href(f"sources/{file or place}")

    def current(self, kind: str) -> dict[str, Entry]:
        """The last entry of each record of a kind."""
        return {entry.id: entry for entry in self.job.entries if entry.kind == kind}

    def _contents(self, kind: str) -> dict[str, Mapping[str, Any]]:
        return {id: entry.content for id, entry in self.current(kind).items()}

    def _records(self, kind: str, record: type[T]) -> dict[str, T]:
        return {id: from_content(record, entry.content) for id, entry in self.current(kind).items()}
