-- helper
-- What each service is like: its hours, its teams, its customer, its demand.
with numbered as (
    select
        number,
        'service-' || lpad(cast(number + 1 as varchar), cast(greatest(2, length(cast($services as varchar))) as integer), '0') as service,
        case when number % 5 = 0 then 'always' when number % 5 = 4 then 'toronto' else 'berlin' end as world,
        case
            when number % 5 = 0 then 'critical'
            when number % 5 in (1, 4) then 'high'
            when number % 10 in (2, 3, 7) then 'medium'
            else 'low'
        end as criticality,
        case
            when $services >= 10 and number = $services - 1 then 'retired'
            when $services >= 10 and number = $services - 2 then 'design'
            else 'live'
        end as status
    from range($services) as counted (number)
),
ranked as (
    select
        *,
        case
            when status = 'design' then null
            when $services >= 10 and number = $services - 3 then after_days($ends, -55)
            when $services >= 10 and number = $services - 4 then after_days($ends, -150)
            else date_trunc('day', after_days($begins, -200 - 1500 * draw('live', service)))
        end as live_from,
        row_number() over (partition by world order by number) - 1 as place
    from numbered
),
circles as (
    select world, list(id order by id) as members from teams where world <> 'desk' group by world
)
select
    ranked.service,
    ranked.number,
    ranked.world,
    ranked.criticality,
    ranked.status,
    ranked.live_from,
    case when ranked.status = 'retired' then after_days($begins, 200) end as live_to,
    case
        when ranked.world = 'always' then 'always'
        when ranked.world = 'toronto' then 'office-toronto'
        when ranked.number % 5 = 1 then 'extended-berlin'
        else 'office-berlin'
    end as calendar,
    circles.members[1 + cast(ranked.place % len(circles.members) as integer)] as home_team,
    circles.members[1 + cast((ranked.place + 1) % len(circles.members) as integer)] as second_team,
    circles.members[1 + cast((ranked.place + 2) % len(circles.members) as integer)] as third_team,
    case ranked.world when 'toronto' then 'team-desk-toronto' when 'berlin' then 'team-desk-berlin' end as desk,
    'owner-' || lpad(cast(1 + ranked.number // 2 as varchar), 2, '0') as owner,
    'customer-' || lpad(cast(1 + ranked.number % 30 as varchar), 2, '0') as customer,
    'unit-' || lpad(cast(1 + ranked.number % 10 as varchar), 2, '0') as unit,
    'supplier-' || lpad(cast(1 + ranked.number % 8 as varchar), 2, '0') as supplier,
    case when ranked.status = 'design' then 0 else 0.45 + 2.4 * power(draw('demand', ranked.service), 2.5) end as demand
from ranked
join circles on circles.world = ranked.world
order by ranked.number
