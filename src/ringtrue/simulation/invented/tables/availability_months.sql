-- helper
-- The share of its service hours in which each service could be used, month by month, from its outages: those that users felt and that were
-- not excluded beforehand. Outages that overlap count once.
with felt as (
    select service, epoch(started_at) as starts, epoch(ended_at) as ends
    from outages
    where user_visible and not coalesce(excluded, false) and ended_at is not null
),
reached as (
    select *, max(ends) over (partition by service order by starts, ends rows between unbounded preceding and 1 preceding) as before
    from felt
),
apart as (
    select service, greatest(starts, coalesce(before, starts)) as starts, ends from reached where before is null or ends > before
),
hours as (
    select
        moods.service,
        moods.month,
        greatest(open_spans.starts, epoch(moods.month)) as starts,
        least(open_spans.ends, epoch(moods.month + interval 1 month)) as ends
    from moods
    join services on services.id = moods.service
    join open_spans
        on open_spans.calendar = services.calendar
        and open_spans.starts < epoch(moods.month + interval 1 month)
        and open_spans.ends > epoch(moods.month)
    where moods.is_live
),
lost as (
    select hours.service, hours.month, sum(least(hours.ends, apart.ends) - greatest(hours.starts, apart.starts)) as seconds
    from hours
    join apart on apart.service = hours.service and apart.starts < hours.ends and apart.ends > hours.starts
    group by hours.service, hours.month
),
agreed as (
    select service, month, sum(ends - starts) as seconds from hours group by service, month
)
select
    agreed.service,
    agreed.month,
    floor((100 - 100 * coalesce(lost.seconds, 0) / agreed.seconds) * 1000) / 1000 as availability
from agreed
left join lost on lost.service = agreed.service and lost.month = agreed.month
