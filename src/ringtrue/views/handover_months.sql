-- For each pair of teams and whole month: the part of the time of the cases handed over between them that they lay untouched afterwards.
-- Counted in whole seconds, whose sum does not depend on the order in which they are added.
with per_case as (
    select
        handovers.pair,
        date_trunc('month', handovers."at") as month,
        handovers."case",
        count(*) as handovers,
        sum(cast(round(handovers.minutes_in_hours * 60) as bigint)) as seconds,
        any_value(cast(round(case_clock.wall * 60) as bigint)) as wall_seconds
    from handovers
    join case_clock on case_clock."case" = handovers."case"
    where case_clock.wall * 60 >= 0.5
    group by handovers.pair, date_trunc('month', handovers."at"), handovers."case"
)
select
    per_case.pair,
    strftime(per_case.month, '%Y-%m') as month,
    cast(sum(per_case.seconds) as double) / sum(per_case.wall_seconds) as untouched_share,
    sum(per_case.handovers) as handovers
from per_case
join whole_months on whole_months.month = per_case.month
group by per_case.pair, per_case.month
