-- helper
-- Each live service with those who answer for it today, when its customer agreed on it and last confirmed it, and the availability agreed:
-- lower where it rests on services that rest on others.
with recursive chains as (
    select service, service as below, 0 as depth from service_profiles where status = 'live'
    union all
    select chains.service, service_dependencies.depends_on as below, chains.depth + 1 as depth
    from chains
    join service_dependencies on service_dependencies.service = chains.below and service_dependencies.kind = 'service'
    where chains.depth < 6
),
depths as (
    select service, max(depth) as depth from chains group by service
),
triggers as (
    select service_profiles.service, max(context_events."at") as "at"
    from service_profiles
    join context_events on coalesce(context_events.service, service_profiles.service) = service_profiles.service
    where
        context_events.kind in ('contract', 'reorganisation', 'law', 'major_incident', 'demand')
        and context_events."at" <= $ends - to_days(28)
    group by service_profiles.service
),
dated as (
    select
        service_profiles.*,
        coalesce(customers_now.successor, service_profiles.customer) as customer_now,
        customers_now.active_to as customer_changed,
        greatest(
            $begins - to_days(40 + cast(160 * draw('agreed', service_profiles.service) as integer)),
            service_profiles.live_from - to_days(30)
        ) as first_agreed_at
    from service_profiles
    left join people as customers_now on customers_now.id = service_profiles.customer
    where service_profiles.status = 'live'
)
select
    dated.service,
    dated.number,
    dated.unit,
    dated.customer as first_customer,
    dated.customer_now as customer,
    services.owner,
    dated.home_team,
    dated.live_from,
    dated.calendar,
    date_trunc('day', first_agreed_at) + interval 10 hour as first_agreed_at,
    date_trunc('day', greatest(first_agreed_at, customer_changed + to_days(15))) + interval 11 hour as agreed_at,
    case
        when first_agreed_at < $period_begins or triggers."at" is not null
            then greatest(
                date_trunc('day', $period_begins + to_days(30 + cast(300 * draw('confirmed', dated.service) as integer))) + interval 9 hour,
                date_trunc('day', greatest(triggers."at", first_agreed_at) + to_days(4 + cast(16 * draw('confirmed after', dated.service) as integer))) + interval 14 hour
            )
    end as confirmed_at,
    case depths.depth when 0 then 99.8 when 1 then 99.6 when 2 then 99.3 else 99.0 end as availability,
    depths.depth
from dated
join services on services.id = dated.service
join depths on depths.service = dated.service
left join triggers on triggers.service = dated.service
order by dated.number
