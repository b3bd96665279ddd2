with given as (
    select
        count(*) filter (where table_name = 'parties' and column_name = 'active_to') > 0 as leaving,
        count(*) filter (where table_name = 'reviews' and column_name = 'attendees') > 0
        and count(*) filter (where table_name = 'approvals' and column_name = 'approver') > 0 as acting,
        count(*) filter (where table_name = 'control_records' and column_name = 'performed_by') > 0 as controlling
    from given_columns
),
held as (
    select role_holders.*
    from role_holders
    cross join today
    where
        (role_holders.valid_from is null or role_holders.valid_from <= today."at")
        and (role_holders.valid_to is null or role_holders.valid_to > today."at")
),
owned as (
    select
        'service' as what, id as object, id as service, owner as party, 'service_owner' as role, cast(null as varchar) as process,
        live_from as since, source_file, source_row
    from live_services
    where owner is not null
    union all
    select 'control' as what, id as object, null as service, owner as party, null as role, null as process, in_force_from as since, source_file, source_row
    from controls
    cross join today
    where
        owner is not null
        and (in_force_from is null or in_force_from <= today."at")
        and (in_force_to is null or in_force_to > today."at")
    union all
    select
        'document' as what, documents.id as object, document_services.service, documents.owner as party, null as role, null as process,
        null as since, documents.source_file, documents.source_row
    from documents
    left join document_services on document_services.document = documents.id
    where
        documents.owner is not null
        and not regexp_matches(
            lower(coalesce(documents.status, '')),
            'withdrawn|retired|obsolete|archived|superseded|zurückgezogen|außer kraft|archiviert|retiré|obsolète|abrogé|retirado|obsoleto|archivado|anulado'
        )
    union all
    select
        'role' as what,
        concat_ws('|', held.role, held.service, held.process) as object,
        held.service,
        held.party,
        held.role,
        held.process,
        held.valid_from as since,
        held.source_file,
        held.source_row
    from held
    cross join audit_period
    left join live_services on live_services.id = held.service
    where
        held.duty = 'A'
        and held.role not in ('customer', 'user', 'sponsor', 'external_supplier', 'auditor')
        and (held.service is null or live_services.id is not null)
        and not (held.role = 'service_owner' and coalesce(live_services.owner = held.party, false))
),
acts as (
    select actor as party, max("at") as "at" from all_case_events cross join audit_period where "at" < audit_period.ends_at group by actor
    union all
    select closed_by as party, max(closed_at) as "at" from cases group by closed_by
    union all
    select implementer as party, max(coalesce(started_at, created_at)) as "at" from changes group by implementer
    union all
    select requester as party, max(created_at) as "at" from changes group by requester
    union all
    select performed_by as party, max(performed_at) as "at" from control_records group by performed_by
    union all
    select approved_by as party, max(performed_at) as "at" from control_records group by approved_by
    union all
    select approver as party, max(decided_at) as "at" from approvals cross join audit_period where decided_at < audit_period.ends_at group by approver
    union all
    select requester as party, max(decided_at) as "at" from approvals cross join audit_period where decided_at < audit_period.ends_at group by requester
    union all
    select approved_by as party, max(approved_at) as "at" from document_versions group by approved_by
    union all
    select party, max(held_at) as "at" from (select unnest(attendees) as party, held_at from reviews) as present group by party
    union all
    select owner as party, max(coalesce(done_at, decided_at, raised_at)) as "at" from actions group by owner
    union all
    select signed_by as party, max(agreed_at) as "at" from agreements group by signed_by
    union all
    select acting_team as party, max("at") as "at" from all_case_events cross join audit_period where "at" < audit_period.ends_at group by acting_team
),
last_acts as (
    select party, max("at") as "at"
    from (
        select party, "at" from acts
        union all
        select parties.parent as party, acts."at"
        from acts
        join parties on parties.id = acts.party and parties.kind = 'person'
    ) as told
    where party is not null
    group by party
),
known as (
    select id, any_value(kind) as kind, max(active_from) as active_from, max(active_to) as gone_at from parties group by id
),
offices as (
    select distinct party, role, coalesce(service, '') as service, coalesce(process, '') as process
    from role_holders
    where role in ('service_owner', 'process_owner')
),
peers as (
    select
        offices.party,
        offices.service,
        bool_or(known.gone_at is null or known.gone_at > today."at") as is_there,
        bool_or(last_acts."at" >= audit_period.starts_at) as acted
    from offices
    cross join today
    cross join audit_period
    join held
        on held.role = offices.role
        and coalesce(held.service, '') = offices.service
        and coalesce(held.process, '') = offices.process
        and held.party <> offices.party
    left join known on known.id = held.party
    left join last_acts on last_acts.party = held.party
    group by offices.party, offices.service
),
backed as (
    select owned.what, owned.source_file, owned.source_row, bool_or(peers.is_there) as is_there, bool_or(peers.acted) as acted
    from owned
    join peers on peers.party = owned.party and (owned.what not in ('service', 'role') or coalesce(owned.service, '') = peers.service)
    group by owned.what, owned.source_file, owned.source_row
),
weighed as (
    select
        owned.*,
        known.id is not null as is_known,
        known.gone_at,
        last_acts."at" as last_act,
        coalesce(last_acts."at" >= audit_period.starts_at, false) as has_acted,
        coalesce(epoch(known.gone_at) < epoch(today."at") - 86400.0 * $grace_days, false) as has_left,
        coalesce(backed.is_there, false) as has_successor,
        coalesce(backed.acted, false) as has_deputy,
        greatest(owned.since, known.active_from) as in_office_since,
        given.leaving,
        given.acting and (owned.what <> 'control' or given.controlling) as acting_given
    from owned
    cross join given
    cross join today
    cross join audit_period
    left join known on known.id = owned.party
    left join last_acts on last_acts.party = owned.party
    left join backed on backed.what = owned.what and backed.source_file = owned.source_file and backed.source_row = owned.source_row
    where not audit_period.scoped or owned.service is null or owned.service in (select service from audit_scope)
)
select
    weighed.what || '|' || weighed.object as item,
    weighed.service,
    not weighed.is_known and not weighed.has_acted as party_unknown,
    not weighed.has_left and not weighed.has_acted and coalesce(epoch(weighed.in_office_since) > epoch(today."at") - 86400.0 * $settling_days, false)
        as too_new,
    case when weighed.leaving then weighed.has_left and not weighed.has_successor when weighed.has_acted then false end as left_unreplaced,
    case
        when weighed.has_acted or weighed.has_deputy or (weighed.has_left and weighed.has_successor) then false
        when weighed.acting_given then true
    end as never_acted,
    weighed.party as owner,
    weighed.what,
    weighed.gone_at as left_at,
    weighed.last_act,
    weighed.has_left and weighed.has_successor as is_replaced,
    not weighed.has_left and not weighed.has_acted and weighed.has_deputy as is_deputised,
    weighed.source_file,
    weighed.source_row
from weighed
cross join today
