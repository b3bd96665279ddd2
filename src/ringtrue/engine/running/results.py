"""The results of a run: what was judged, and the answers to the six questions that follow from it."""

from collections.abc import Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue import __version__
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.running.answers import answer_clauses, answer_questions, answer_services
from ringtrue.engine.running.assess import Assessed
from ringtrue.engine.running.judge import rows_of
from ringtrue.engine.running.needs import tables_needed
from ringtrue.engine.running.scope import known_days
from ringtrue.model import Catalogued
from ringtrue.model.criteria import Criteria, Edition
from ringtrue.model.result import SCHEMA, AuditInfo, Fact, Results, SourceResult


def results_of(
    database: DuckDBPyConnection,
    name: str,
    audit: AuditFile,
    about: dict[str, Any],
    assessed: Sequence[Assessed],
    facts: tuple[Fact, ...],
    criteria: Sequence[Criteria],
    procedures: Sequence[Catalogued],
    method: Edition | None,
) -> Results:
    """The results of the run of that name, on the tables and views that stand in the database."""
    results = tuple(one.result for one in assessed)
    needs = {one.declaration.id: tables_needed(one.declaration) for one in procedures}
    period = (audit.period[0].isoformat(), audit.period[1].isoformat()) if audit.period else None
    return Results(
        schema=SCHEMA,
        run=name,
        version=__version__,
        audit=AuditInfo(
            title=audit.title,
            organisation=audit.organisation,
            period=period,
            criteria=audit.criteria,
            timezone=audit.timezone,
            records=known_days(database),
            editions=tuple(one.edition_of for one in criteria),
            method=method,
        ),
        sources=tuple(
            SourceResult(**{**one, "assumptions": tuple(one["assumptions"])}) for one in about["sources"]
        ),
        procedures=results,
        facts=facts,
        services=answer_services(_services(database), assessed),
        clauses=answer_clauses(criteria, results, needs),
        questions=answer_questions(results),
    )


def _services(database: DuckDBPyConnection) -> list[dict[str, object]]:
    """The services of the catalogue, or, where none was given, those that the cases name."""
    return rows_of(
        database,
        """with told as (
            select id, name, criticality from services where status is null or status = 'live'
            union all
            select service, null, null from cases where service is not null and not exists (select 1 from services) group by service
        )
        select * from told cross join audit_period
        where not audit_period.scoped or id in (select service from audit_scope)
        order by case criticality when 'critical' then 1 when 'high' then 2 when 'medium' then 3 when 'low' then 4 else 5 end, id""",
    )
