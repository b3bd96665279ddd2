select
    coalesce(service, 'organisation') as object,
    service,
    count(*) as n,
    count(*) filter (where verdict = 'deviation') as deviations,
    coalesce(
        string_agg(
            metric || ' is ' || cast(round(lower_value, 4) as varchar) || ' in ' || one_source || ' and ' || cast(round(higher_value, 4) as varchar)
            || ' in ' || other_source,
            '; '
            order by item
        ) filter (where verdict = 'deviation'),
        ''
    ) as told
from judged
group by service
order by object
