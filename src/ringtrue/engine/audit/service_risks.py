"""What the tables of an audit say for looking at each service: its criticality, its changes, its last internal audit."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import connection
from ringtrue.model.plan import ServiceInPlan

if TYPE_CHECKING:
    from collections.abc import Mapping

_SQL = """
with latest as (
    select max(coalesce(ended_at, started_at, created_at)) as at from changes
), changed as (
    select service, count(*) as changes
    from changes cross join latest
    where coalesce(ended_at, started_at, created_at) > latest.at - interval 365 days
    group by service
), audited as (
    select service, max(held_at) as at from reviews where kind = 'internal_audit' group by service
)
select
    services.id, coalesce(services.name, services.id), services.criticality,
    coalesce(changed.changes, 0), strftime(audited.at, '%Y-%m-%d')
from services
left join changed on changed.service = services.id
left join audited on audited.service = services.id
where services.status is null or services.status = 'live'
order by services.id
"""


def service_risks(folder: AuditFolder, leads: "Mapping[str, int]") -> tuple[ServiceInPlan, ...]:
    """The live services of the catalogue; changes are those of the last 365 days of the records. ``leads`` are by service."""
    scope = folder.audit().scope
    if not folder.tables.exists():
        return ()
    with connection("1GB") as database:
        attach_tables(database, folder.tables, {})
        rows = database.execute(_SQL).fetchall()
    services = (
        ServiceInPlan(service=id, name=name, criticality=criticality, changes=changes, last_audit=last)
        for id, name, criticality, changes, last in rows
    )
    return tuple(
        replace(one, leads=leads.get(one.service, 0), in_scope=not scope or one.service in scope)
        for one in services
    )
