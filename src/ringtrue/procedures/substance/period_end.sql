with finished as (
    select
        cases.team,
        cast(case when closures.is_automatic or cases.closed_at is null then cases.resolved_at else cases.closed_at end as date) as day
    from cases
    left join closures on closures."case" = cases.id
    where cases.team is not null
),
working_days as (
    select
        day,
        date_trunc('month', day) as month,
        row_number() over (partition by date_trunc('month', day) order by day desc) as days_to_end
    from (select distinct day from finished where day is not null and isodow(day) <= 5) as days
),
whole_months as (
    select month
    from working_days
    where month > (select min(month) from working_days) and month < (select max(month) from working_days)
    group by month
    having
        count(*) >= 10
        and month not in (
            select date_trunc('month', cast("at" as date)) from context_events where kind = 'freeze'
        )
),
per_day as (
    select finished.team, working_days.month, working_days.days_to_end <= 2 as in_tail, count(*) as n
    from finished
    join working_days on working_days.day = finished.day
    group by finished.team, working_days.month, working_days.days_to_end <= 2
),
days as (
    select month, count(*) filter (where days_to_end <= 2) as tail_days, count(*) filter (where days_to_end > 2) as other_days
    from working_days
    group by month
)
select
    per_day.team as object,
    strftime(per_day.month, '%Y-%m') as period,
    coalesce(sum(per_day.n) filter (where per_day.in_tail), 0) as tail_count,
    any_value(days.tail_days) as tail_days,
    coalesce(sum(per_day.n) filter (where not per_day.in_tail), 0) as other_count,
    any_value(days.other_days) as other_days
from per_day
join whole_months on whole_months.month = per_day.month
join days on days.month = per_day.month
group by per_day.team, per_day.month
order by object, period
