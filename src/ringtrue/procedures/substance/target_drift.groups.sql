with told as (
    select coalesce(service, 'organisation') as object,
        string_agg(
            metric || coalesce(' of priority ' || priority, '') || coalesce(
                case when before <> after then ' from ' || round(before, 2) || ' to ' || round(after, 2) end, ', share to be attained or pauses'
            ),
            '; ' order by item
        ) as told
    from judged
    where verdict = 'deviation'
    group by coalesce(service, 'organisation')
)
select
    coalesce(judged.service, 'organisation') as object,
    judged.service,
    count(*) filter (where judged.verdict <> 'untestable') as n,
    count(*) filter (where judged.verdict = 'deviation') as deviations,
    coalesce(any_value(told.told), '') as told
from judged
left join told on told.object = coalesce(judged.service, 'organisation')
group by judged.service
order by object
