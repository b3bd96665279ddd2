-- Reviews of each service every quarter, of the whole twice a year, internal audits, and a change board every other Tuesday.
with held as (
    select
        'REV-' || service_profiles.service || '-' || months.month as id,
        'service_review' as kind,
        service_profiles.service,
        after_days(months.starts_at, 5 + cast(floor(18 * draw('review day', service_profiles.service || months.month)) as integer))
            + to_hours(8 + cast(floor(7 * draw('review hour', service_profiles.service || months.month)) as integer)) as moment,
        1 + cast(floor(2.5 * draw('review decisions', service_profiles.service || months.month)) as integer) as decisions
    from months
    join service_profiles
        on (months.number + service_profiles.number) % 3 = 0
        and (service_profiles.live_from is null or months.starts_at > service_profiles.live_from + to_days(20))
        and (service_profiles.live_to is null or months.starts_at < service_profiles.live_to + to_days(60))
    union all
    select
        'REV-' || service || '-first' as id, 'service_review' as kind, service, live_from + to_days(34) + interval 10 hour as moment, 2 as decisions
    from service_profiles
    where live_from > $begins
    union all
    select
        'MR-' || months.month as id, 'management_review' as kind, null as service,
        after_days(months.starts_at, 12 + cast(floor(10 * draw('review day', months.month)) as integer)) + interval 9 hour as moment,
        4 + cast(floor(3 * draw('review decisions', months.month)) as integer) as decisions
    from months
    where extract(month from months.starts_at) in (5, 11)
    union all
    select
        'IA-' || months.month as id, 'internal_audit' as kind, null as service,
        after_days(months.starts_at, 8 + cast(floor(14 * draw('review day', 'audit' || months.month)) as integer)) + interval 8 hour as moment,
        1 + cast(floor(2 * draw('review decisions', 'audit' || months.month)) as integer) as decisions
    from months
    where extract(month from months.starts_at) in (2, 6, 10)
    union all
    select
        'CAB-' || strftime(moment, '%Y-%m-%d') as id, 'change_board' as kind, null as service, moment + interval 9 hour as moment, 1 as decisions
    from (select unnest(generate_series(date_trunc('week', $begins) + interval 8 day, $ends - interval 3 day, interval 14 day)) as moment) as tuesdays
),
placed as (
    select
        id, kind, service, decisions,
        moment + to_days(case isodow(moment) when 6 then 2 when 7 then 1 else 0 end) as held_at
    from held
),
at_table as (
    select placed.id, owner_terms.party
    from placed
    join owner_terms on owner_terms.service = placed.service and owner_terms.since <= placed.held_at and owner_terms.until > placed.held_at
    union
    select placed.id, role_assignments.party
    from placed
    join role_assignments
        on role_assignments.role in ('top_management', 'process_owner', 'sponsor', 'service_owner')
        and coalesce(role_assignments.valid_from, timestamp '2000-01-01') <= placed.held_at
        and coalesce(role_assignments.valid_to, timestamp '2100-01-01') > placed.held_at
    where placed.kind = 'management_review'
    union
    select placed.id, role_assignments.party
    from placed
    join role_assignments
        on role_assignments.role = 'auditor' or role_assignments.process in ('continual improvement', 'service level management')
    where placed.kind = 'internal_audit' and role_assignments.role in ('auditor', 'process_owner')
    union
    select placed.id, role_assignments.party
    from placed
    join role_assignments on role_assignments.process in ('change enablement', 'incident management', 'information security')
    where placed.kind = 'change_board' and role_assignments.role = 'process_owner'
),
attending as (
    select id, list(party order by party) as attendees from at_table group by id
),
reading as (
    select placed.id, list(measures.id order by measures.id) as measures_read
    from placed
    join measures on measures.service = placed.service or (placed.kind = 'management_review' and measures.kind = 'outcome')
    where draw('measure read', placed.id || measures.id) < 0.93 or placed.held_at > $ends - to_days(190)
    group by placed.id
)
select
    placed.id,
    placed.kind,
    placed.service,
    placed.held_at,
    attending.attendees,
    case placed.kind when 'internal_audit' then 4 + cast(floor(3 * draw('audit findings', placed.id)) as integer) when 'service_review' then 0 end as findings,
    placed.decisions,
    coalesce(reading.measures_read, []) as measures_read
from placed
left join attending on attending.id = placed.id
left join reading on reading.id = placed.id
where placed.held_at < $ends - interval 1 day
order by placed.held_at, placed.id
