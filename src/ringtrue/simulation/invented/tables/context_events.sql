-- What happened around the services.
with young as (
    select service, live_from from service_profiles where live_from > $begins
),
happened as (
    select 'external_audit' as kind, cast(null as varchar) as service, $ends - to_days(110) as "at", $ends - to_days(107) as until,
        'Surveillance audit by the certification body' as note
    union all
    select 'external_audit', null, $ends - to_days(475), $ends - to_days(472), 'Certification audit'
    union all
    select 'freeze', null, timestamp '2025-12-20 00:00:00', timestamp '2026-01-05 00:00:00', 'No changes over the turn of the year'
    union all
    select 'demand', service, live_from, after_days(live_from, 20), 'Launch: more questions than usual are expected' from young
    union all
    select 'migration', service, after_days($ends, -200 + 20 * draw('migration', service)), after_days($ends, -197 + 20 * draw('migration', service)),
        'Moved to new servers over a weekend'
    from service_profiles
    where status = 'live' and number % 11 = 6
    union all
    select 'contract', service, after_days($ends, -150 - 100 * draw('contract', service)), null, 'Contract with the customer renewed'
    from service_profiles
    where status = 'live' and number % 9 = 2 and number < $services - 6
    union all
    select 'law', service, after_days($ends, -240), null, 'New rules on how long records are kept'
    from service_profiles
    where status = 'live' and number % 13 = 3 and number < $services - 6
    union all
    select 'campaign', service, timestamp '2026-03-09 06:00:00', timestamp '2026-03-13 18:00:00', 'Old tickets looked through and tidied up'
    from service_profiles
    where status = 'live' and number % 14 = 8
    union all
    select 'major_incident', service, make_timestamp(opened * 1000000), make_timestamp((opened + lasted) * 1000000), 'The service could not be used'
    from major_plans
)
select
    'CTX-' || lpad(cast(row_number() over (order by "at", kind, service) as varchar), 3, '0') as id,
    kind,
    service,
    date_trunc('second', "at") as "at",
    date_trunc('second', until) as until,
    note
from happened
where "at" >= $begins and "at" < $ends
order by id
