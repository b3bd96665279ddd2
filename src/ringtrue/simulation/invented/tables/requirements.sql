-- What was agreed with the customer of each service: two results, each part of warranty, and how calls are answered; each with its number,
-- confirmed every year and after events that may change what is needed, and tested within its own interval.
with wanted as (
    select
        service_people.*,
        facet_words.*,
        services.name,
        service_people.service || '-' || facet_words.part as thread,
        case facet_words.facet when 'continuity' then 365 when 'security' then 180 else 365 end as test_interval_days
    from service_people
    join services on services.id = service_people.service
    cross join facet_words
)
select
    'R-' || thread as id,
    service,
    case when part = 3 then ['N-' || thread, 'N-' || service || '-2'] else ['N-' || thread] end as needs,
    facet,
    replace(requirement, '{name}', name) as statement,
    metric,
    operator,
    coalesce(target, availability) as target,
    unit,
    customer as source_party,
    agreed_at,
    case when confirmed_at > agreed_at then confirmed_at + to_minutes(cast(240 * draw('requirement confirmed', thread) as integer)) end as confirmed_at,
    agreed_at as changed_at,
    365 as review_days,
    greatest(
        timestamp '2026-10-01 09:00:00' - to_days(cast(test_interval_days * (0.1 + 0.75 * draw('requirement tested', thread)) as integer)),
        agreed_at + to_days(2)
    ) as tested_at,
    test_interval_days
from wanted
order by service, part
