-- One row per service, category or team, with lists by day: its cases, how they fared, and whether something on record names the day.
with copies as (
    select "from" as "case" from case_links where kind in ('child_of', 'duplicate_of') group by "from"
),
told as (
    select
        cases.id,
        cases.service,
        cases.category,
        cases.team,
        cast(cases.opened_at as date) as day,
        case when case_clock.wall > 0 then ln(greatest(case_clock.wall, 1.0)) end as log_time,
        attainment.attained
    from cases
    cross join whole_arrivals
    join case_clock on case_clock."case" = cases.id
    left join attainment on attainment."case" = cases.id
    left join copies on copies."case" = cases.id
    where
        (cases.kind is null or cases.kind <> 'problem')
        and copies."case" is null
        and cases.opened_at >= whole_arrivals.starts_at
        and cases.opened_at <= whole_arrivals.ends_at
),
grouped as (
    select 'services' as family, service as object, day, log_time, attained from told where service is not null
    union all
    select 'categories' as family, category as object, day, log_time, attained from told where category is not null
    union all
    select 'teams' as family, team as object, day, log_time, attained from told where team is not null
),
counted as (
    select
        family,
        object,
        day,
        count(*) as n,
        count(*) filter (where not attained) as missed,
        count(attained) as held,
        count(log_time) as timed,
        sum(log_time) as log_sum,
        sum(log_time * log_time) as log_squares
    from grouped
    group by family, object, day
),
days as (
    select distinct day from told
),
known as (
    select family, object, min(day) as first_day from counted group by family, object
),
shares as (
    select family, object, service, cast(n as double) / sum(n) over (partition by family, object) as share
    from (
        select 'categories' as family, category as object, service, count(*) as n from told where category is not null group by category, service
        union all
        select 'teams' as family, team as object, service, count(*) as n from told where team is not null group by team, service
        union all
        select 'services' as family, service as object, service, count(*) as n from told where service is not null group by service
    ) as parts
),
namings as (
    select service, epoch("at") as begins, coalesce(epoch(until), epoch("at") + 86400.0) as ceases
    from context_events
    where
        kind in ('demand', 'campaign', 'migration', 'freeze', 'transfer', 'reorganisation', 'contract')
        or regexp_matches(lower(coalesce(note, '')), 'demand|volume|capacit|peak|season|nachfrage|kapazit|saison|demande|demanda')
    union all
    select service, epoch(coalesce(raised_at, decided_at)) - $named_days * 86400.0 as begins,
        epoch(coalesce(raised_at, decided_at)) + $named_days * 86400.0 as ceases
    from actions
    where
        coalesce(raised_at, decided_at) is not null
        and regexp_matches(lower(coalesce(cause, '')), 'demand|volume|capacit|peak|season|forecast|nachfrage|kapazit|saison|demande|demanda')
),
named_days as (
    select distinct namings.service, days.day
    from namings
    join days on epoch(days.day) < namings.ceases and epoch(days.day) + 86400 > namings.begins
),
named as (
    select shares.family, shares.object, named_days.day
    from shares
    join named_days on named_days.service = shares.service
    group by shares.family, shares.object, named_days.day
    having sum(shares.share) > 0.5
    union
    select known.family, known.object, named_days.day
    from known
    join named_days on named_days.service is null
)
select
    known.family,
    known.object,
    case when known.family = 'services' then known.object end as service,
    list(strftime(days.day, '%Y-%m-%d') order by days.day) as day,
    list(isodow(days.day) order by days.day) as weekday,
    list(coalesce(counted.n, 0) order by days.day) as n,
    list(coalesce(counted.missed, 0) order by days.day) as missed,
    list(coalesce(counted.held, 0) order by days.day) as held,
    list(coalesce(counted.timed, 0) order by days.day) as timed,
    list(coalesce(counted.log_sum, 0) order by days.day) as log_sum,
    list(coalesce(counted.log_squares, 0) order by days.day) as log_squares,
    list(case when named.day is not null then 1 else 0 end order by days.day) as named
from known
join days on days.day >= known.first_day
left join counted on counted.family = known.family and counted.object = known.object and counted.day = days.day
left join named on named.family = known.family and named.object = known.object and named.day = days.day
group by known.family, known.object
order by known.family, known.object
