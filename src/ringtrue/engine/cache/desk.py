"""Where a run is worked out: views are built when they are first asked for, and what is as it was before is taken from the cache."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.cache.assessments import Assessments, digest_of_procedure
from ringtrue.engine.cache.digests import Digests, digest_of
from ringtrue.engine.cache.run_views import RunViews
from ringtrue.engine.cache.store import Store
from ringtrue.engine.running.assess import Assessed, assess, views_of
from ringtrue.engine.running.facts import fact_texts, facts_of, views_of_facts
from ringtrue.model import Catalogued
from ringtrue.model.result import Fact


class Desk:
    """One connection, the views on it, and the cache. ``taken`` counts the procedures of which nothing had to be worked out."""

    def __init__(
        self,
        database: DuckDBPyConnection,
        store: Store,
        tables: Mapping[str, str],
        base: Sequence[str],
        fresh: Path,
    ) -> None:
        self.database, self.store, self.judged, self.work = database, store, fresh / "judged", fresh / "work"
        self.digests = Digests(digest_of([duckdb.__version__, *base]), tables)
        self.views = RunViews(database, self.work, store, self.digests)
        self.assessments = Assessments(database, store, self.work, self.judged)
        self.taken = 0

    def assess(
        self,
        procedure: Catalogued,
        given: Mapping[str, Sequence[str]],
        audit: AuditFile,
        clauses: Sequence[str],
    ) -> Assessed:
        """Run one procedure, or take what was found with it before."""
        name = procedure.declaration.id
        digest = digest_of_procedure(self.digests, procedure, given, audit, clauses)
        before = self.assessments.take(digest, name)
        if before is not None:
            self.taken += 1
            return before
        self.views.build(views_of(procedure, audit))
        found = assess(self.database, procedure, given, audit, clauses, self.judged)
        return self.assessments.keep(digest, name, found)

    def facts(self, flags: Sequence[Mapping[str, Any]]) -> tuple[Fact, ...]:
        """All facts of this run, or those of before; ``flags``: what was counted while loading."""
        digest, file = (
            self.digests.of_query(*fact_texts().values(), also=list(flags)),
            self.work / "facts.json",
        )
        if not self.store.take(digest, self.work):
            self.views.build(views_of_facts())
            found = [asdict(fact) for fact in facts_of(self.database, flags)]
            file.write_text(json.dumps(found, default=str), "utf-8")
            self.store.keep(digest, [file])
        return _read(file.read_bytes())


def _read(content: bytes) -> tuple[Fact, ...]:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Fact, ...]).validate_json(content)
