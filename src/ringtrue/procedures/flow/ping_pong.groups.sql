-- One row per pair of teams: the cases that touched both, and those of them that came back between the two.
with touched as (
    select one.team as one, other.team as other, count(*) as n
    from case_teams as one
    join case_teams as other on other."case" = one."case" and one.team < other.team
    group by one.team, other.team
),
pairs as (
    select one || '|' || other as pair, n from touched
),
returned as (
    select pair, count(distinct "case") as n from hops where is_return group by pair
)
select pairs.pair as object, pairs.n, coalesce(returned.n, 0) as deviations
from pairs
left join returned on returned.pair = pairs.pair
order by pairs.pair
