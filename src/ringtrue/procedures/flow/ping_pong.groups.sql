-- One row per pair of teams: the cases between which work passed directly, and those of them with a return.
with touched as (
    select "case", pair, max(case when is_return then 1 else 0 end) as returned
    from hops
    group by "case", pair
)
select pair as object, count(*) as n, sum(returned) as deviations
from touched
group by pair
order by pair
