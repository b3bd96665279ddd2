with grain as (
    select 2.0 / count(distinct minute) as expected from resolution_stamps
)
select
    'on the full or half hour' as family,
    resolution_stamps.team as object,
    count(*) as n,
    count(*) filter (where resolution_stamps.minute in (0, 30)) as deviations,
    any_value(grain.expected) as expected,
    null as first_n,
    null as first_deviations,
    null as second_n,
    null as second_deviations
from resolution_stamps
cross join grain
group by resolution_stamps.team
union all
select
    'outside its hours' as family,
    resolution_stamps.team as object,
    null as n,
    null as deviations,
    null as expected,
    count(*) filter (where not resolution_stamps.is_later) as first_n,
    count(*) filter (where not resolution_stamps.is_later and resolution_stamps.is_outside) as first_deviations,
    count(*) filter (where resolution_stamps.is_later) as second_n,
    count(*) filter (where resolution_stamps.is_later and resolution_stamps.is_outside) as second_deviations
from resolution_stamps
where resolution_stamps.is_outside is not null
group by resolution_stamps.team
order by 1, 2
