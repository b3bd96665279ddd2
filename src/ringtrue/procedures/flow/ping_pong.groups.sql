-- One row per pair of teams: the cases that touched both, and those of them that came back between the two.
with pairs as (
    select one."case", one.team || '|' || other.team as pair
    from case_teams as one
    join case_teams as other on other."case" = one."case" and one.team < other.team
),
returned as (
    select distinct "case", pair from hops where is_return
)
select pairs.pair as object, count(*) as n, count(returned."case") as deviations
from pairs
left join returned on returned."case" = pairs."case" and returned.pair = pairs.pair
group by pairs.pair
order by pairs.pair
