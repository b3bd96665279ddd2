-- kept
-- Actors that are not people: declared so, or closing most of their cases at a fixed delay after resolution (at least half within one
-- hour of the most frequent delay, two hours or more, on at least ten different days, and not declared to be a person), or making at least 80 % of all closings. The actor '' stands for closings that name nobody:
-- a fixed delay shows them to be automatic, their number does not.
with closed as (
    select coalesce(closed_by, '') as actor, hours_after_resolution as delay, cast(closed_at as date) as day from closings
),
delays as (
    select actor, floor(delay) as hour, count(*) as n, median(delay) as middle
    from closed
    where delay is not null
    group by actor, floor(delay)
),
modal as (
    select actor, hour, middle, sum(n) over (partition by actor) as total, row_number() over (partition by actor order by n desc, hour) as place
    from delays
),
fixed as (
    select modal.actor, modal.hour, modal.total, count(*) as near
    from modal
    join closed on closed.actor = modal.actor and abs(closed.delay - modal.middle) <= 1
    where modal.place = 1 and modal.hour >= 2 and modal.total >= 20
    group by modal.actor, modal.hour, modal.total
    having count(distinct closed.day) >= 10
),
shares as (
    select actor, count(*) as closings, cast(count(*) as double) / sum(count(*)) over () as share
    from closed
    group by actor
)
select id as actor, 'declared' as because, null as delay_hours, null as share from parties where kind = 'automation'
union all
select actor, 'fixed delay' as because, hour as delay_hours, cast(near as double) / total as share
from fixed
where 2 * near >= total and actor not in (select id from parties where kind in ('automation', 'person'))
union all
select actor, 'nearly all closings' as because, null as delay_hours, share
from shares
where
    actor <> ''
    and share >= 0.8
    and closings >= 20
    and actor not in (select id from parties where kind = 'automation')
    and actor not in (select actor from fixed where 2 * near >= total)
