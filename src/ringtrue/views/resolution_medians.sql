-- kept
-- The median time to resolve of the cases opened in each whole month, in minutes round the clock, by service, team and category (family), of
-- all its cases (stratum NULL) and of each kind and priority: where the curve of Kaplan and Meier falls to one half. What is still open is
-- censored; where more than half is, the longest time seen stands in for the median and is too short. Problems, and children and duplicates
-- of another incident, are left out.
with copies as (
    select "from" as "case" from case_links where kind in ('child_of', 'duplicate_of') group by "from"
),
timed as (
    select
        case_clock.service,
        case_clock.team,
        cases.category,
        coalesce(case_clock.kind, '') || ' ' || coalesce(case_clock.priority, '') as sort,
        whole_months.month,
        ceil(case_clock.wall) as minutes,
        case when case_clock.is_open then 0 else 1 end as ended
    from case_clock
    join cases on cases.id = case_clock."case"
    join whole_months on whole_months.month = date_trunc('month', case_clock.opened_at)
    left join copies on copies."case" = case_clock."case"
    where (case_clock.kind is null or case_clock.kind <> 'problem') and copies."case" is null and case_clock.wall >= 0
),
grouped as (
    select 'services' as family, service as object, sort, month, minutes, ended from timed where service is not null
    union all
    select 'teams' as family, team as object, sort, month, minutes, ended from timed where team is not null
    union all
    select 'categories' as family, category as object, sort, month, minutes, ended from timed where category is not null
),
layered as (
    select family, object, null as stratum, month, minutes, count(*) as n, sum(ended) as ends
    from grouped
    group by family, object, month, minutes
    union all
    select family, object, sort as stratum, month, minutes, count(*) as n, sum(ended) as ends
    from grouped
    group by family, object, sort, month, minutes
),
at_risk as (
    select
        *,
        sum(n) over (
            partition by family, object, stratum, month order by minutes desc rows between unbounded preceding and current row
        ) as exposed
    from layered
),
curves as (
    select
        *,
        -- A product of shares; what ends all that is left falls to nothing.
        sum(case when ends >= exposed then -1000.0 else ln(1.0 - cast(ends as double) / exposed) end) over (
            partition by family, object, stratum, month order by minutes rows between unbounded preceding and current row
        ) as log_surviving
    from at_risk
)
select
    family,
    object,
    stratum,
    strftime(month, '%Y-%m') as month,
    coalesce(min(minutes) filter (where log_surviving <= ln(0.5) + 1e-9), max(minutes)) as minutes,
    cast(sum(n) as bigint) as n,
    cast(sum(n) - sum(ends) as bigint) as still_open
from curves
group by family, object, stratum, month
