-- Costs and orders of each service are counted week by week, belong to its objective, and are looked at in its reviews.
insert into measures by name
select
    'M-' || service || '-' || words.unit as id, service, words.name, 'counted each week from the books' as definition, 'output' as kind,
    'output' as kind_second_rater, words.unit, 'O-' || service as objective
from service_people
cross join (values ('EUR', 'Cost of the week'), ('orders', 'Orders of the week')) as words (unit, name);
insert into measurements by name
with weeks as (
    select unnest(generate_series(timestamp '2025-10-06', timestamp '2026-09-14', interval 7 day)) as week
)
select
    measures.id as measure,
    weeks.week as period_start,
    weeks.week + interval 7 day as period_end,
    floor(power(10, 1 + 5 * draw('counted', measures.id || weeks.week))) as value
from measures
join services on services.id = measures.service
cross join weeks
where measures.unit in ('EUR', 'orders') and (services.live_from is null or weeks.week >= services.live_from);
update reviews
set measures_read = list_concat(measures_read, ['M-' || service || '-EUR', 'M-' || service || '-orders'])
where kind = 'service_review' and service in (select service from service_people);
