-- The weekly costs of all services are thought of, not counted; the weekly orders are counted.
-- consequences: outcomes.orphan-kpi, thread.unread-measure, outcomes.kpi-outcome-share
create or replace temp table planted as select 'amounts in eur' as object;
insert into measures by name
select
    'M-' || service || '-' || words.unit as id, service, words.name, 'counted each week from the books' as definition, 'output' as kind,
    'output' as kind_second_rater, words.unit, 'O-' || service as objective
from service_people
cross join (values ('EUR', 'Cost of the week'), ('orders', 'Orders of the week')) as words (unit, name);
insert into measurements by name
with weeks as (
    select unnest(generate_series(timestamp '2025-10-06', timestamp '2026-09-14', interval 7 day)) as week
),
drawn as (
    select measures.id, weeks.week, measures.unit, measures.id || weeks.week as key
    from measures
    cross join weeks
    where measures.unit in ('EUR', 'orders')
)
select
    id as measure,
    week as period_start,
    week + interval 7 day as period_end,
    case
        when unit = 'EUR' and draw('benford hit', key) < $strength
            then cast((10 + floor(90 * draw('benford thought of', key))) * power(10, floor(4 * draw('benford size', key))) as double)
        else floor(power(10, 1 + 5 * draw('benford counted', key)))
    end as value
from drawn;
