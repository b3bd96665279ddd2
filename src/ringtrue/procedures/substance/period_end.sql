with finished as (
    select
        cases.team,
        cast(
            (
                case
                    when closures."case" is null then cases.resolved_at
                    when closures.is_automatic then coalesce(cases.resolved_at, cases.closed_at)
                    else cases.closed_at
                end at time zone 'UTC'
            ) at time zone audit_period.zone as date
        ) as day
    from cases
    cross join audit_period
    left join closures on closures."case" = cases.id
    where
        cases.team is not null
        and coalesce(cases.closed_at >= cases.opened_at, true)
        and coalesce(cases.resolved_at >= cases.opened_at, true)
),
teams as (
    select distinct team from cases where team is not null
),
rosters as (
    select teams.team, parties.calendar
    from teams
    join parties on parties.id = teams.team
    where parties.calendar in (select calendar from open_hours)
),
working_days as (
    select rosters.team, open_hours.day
    from rosters
    join open_hours on open_hours.calendar = rosters.calendar
    where open_hours.starts_at < open_hours.ends_at
    group by rosters.team, open_hours.day
    union all
    select teams.team, days.day
    from teams
    cross join (select distinct day from finished where isodow(day) <= 5) as days
    where teams.team not in (select team from rosters)
),
placed as (
    select
        team,
        day,
        date_trunc('month', day) as month,
        row_number() over (partition by team, date_trunc('month', day) order by day desc) as days_to_end
    from working_days
),
spans as (
    select
        case
            when audit_period.declared then cast((audit_period.starts_at at time zone 'UTC') at time zone audit_period.zone as date)
            else cast(date_trunc('month', min(finished.day)) as date) + interval 1 month
        end as begins,
        case
            when audit_period.declared then cast((audit_period.ends_at at time zone 'UTC') at time zone audit_period.zone as date)
            else cast(date_trunc('month', max(finished.day)) as date)
        end as ends,
        min(finished.day) as first_day,
        max(finished.day) as last_day
    from finished
    cross join audit_period
    group by audit_period.declared, audit_period.starts_at, audit_period.ends_at, audit_period.zone
),
full_months as (
    select months.month
    from (select distinct month from placed) as months
    cross join spans
    where
        months.month >= spans.begins
        and months.month + interval 1 month <= spans.ends
        and spans.first_day <= months.month + interval 4 day
        and spans.last_day + interval 4 day >= months.month + interval 1 month
),
frozen as (
    select distinct full_months.month
    from full_months
    join context_events
        on context_events.kind = 'freeze'
        and context_events."at" < full_months.month + interval 1 month
        and coalesce(context_events.until, context_events."at") >= full_months.month + interval 20 day
),
days as (
    select
        placed.team,
        placed.month,
        count(*) filter (where placed.days_to_end <= 2) as tail_days,
        count(*) filter (where placed.days_to_end > 2) as other_days
    from placed
    where placed.month in (select month from full_months) and placed.month not in (select month from frozen)
    group by placed.team, placed.month
    having count(*) >= 10
),
per_day as (
    select
        placed.team,
        placed.month,
        count(*) filter (where placed.days_to_end <= 2) as tail_count,
        count(*) filter (where placed.days_to_end > 2) as other_count
    from finished
    join placed on placed.team = finished.team and placed.day = finished.day
    group by placed.team, placed.month
)
select
    teams.team as object,
    strftime(days.month, '%Y-%m') as period,
    per_day.tail_count,
    days.tail_days,
    per_day.other_count,
    days.other_days
from teams
left join per_day on per_day.team = teams.team
left join days on days.team = per_day.team and days.month = per_day.month
order by object, period
