-- From when to when the data hold all that came in (one row): an export of what was closed in spring has of the winter only what stayed open,
-- and one that was cut off goes on as a trickle. The months around the busiest one, without a gap, that have a quarter of its cases or more;
-- the first and the last of them from its first and up to its last case, unless the quiet time up to the border of the month is no longer
-- than seven of the usual times between two cases.
with by_month as (
    select
        date_trunc('month', opened_at) as month,
        12 * year(opened_at) + month(opened_at) as place,
        count(*) as n,
        min(opened_at) as first_at,
        max(opened_at) as last_at
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
),
span as (
    select
        min(busy.month) as first_month,
        max(busy.month) + interval 1 month as last_border,
        min(busy.first_at) as first_at,
        max(busy.last_at) as last_at,
        7.0 * (epoch(max(busy.month) + interval 1 month) - epoch(min(busy.month))) / sum(busy.n) as quiet
    from busy
    join busiest on busiest.run = busy.run
)
select
    greatest(
        case when epoch(span.first_at) - epoch(span.first_month) <= span.quiet then span.first_month else span.first_at end,
        audit_period.starts_at
    ) as starts_at,
    least(
        case when epoch(span.last_border) - epoch(span.last_at) <= span.quiet then span.last_border else span.last_at end,
        audit_period.as_of
    ) as ends_at
from span
cross join audit_period
