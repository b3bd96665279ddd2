-- From when to when the data hold all that came in (one row): an export of what was closed in spring has of the winter only what stayed open,
-- and one that was cut off goes on as a trickle. The months around the busiest one, without a gap, that have a quarter of its cases or more.
with by_month as (
    select
        date_trunc('month', opened_at) as month,
        12 * year(opened_at) + month(opened_at) as place,
        count(*) as n,
        min(opened_at) as first_at
    from cases
    where opened_at is not null and (kind is null or kind <> 'problem')
    group by date_trunc('month', opened_at), 12 * year(opened_at) + month(opened_at)
),
busy as (
    select by_month.*, place - row_number() over (order by place) as run
    from by_month
    where 4 * n >= (select max(n) from by_month)
),
busiest as (
    select run from busy order by n desc, place limit 1
)
select
    greatest(min(busy.first_at), any_value(audit_period.starts_at)) as starts_at,
    least(max(busy.month) + interval 1 month, any_value(audit_period.as_of)) as ends_at
from busy
join busiest on busiest.run = busy.run
cross join audit_period
