-- One measure for each requirement, its kind rated by two persons who rarely disagree.
select
    'M-' || service_people.service || '-' || facet_words.part as id,
    service_people.service,
    ['R-' || service_people.service || '-' || facet_words.part] as requirements,
    case when facet_words.part = 1 then 'O-' || service_people.service end as objective,
    facet_words.measure || ': ' || services.name as name,
    facet_words.measure || ', counted each month from the ' || case facet_words.kind
        when 'outcome' then 'records of the customer' when 'output' then 'monitoring of the service' else 'lists of the teams' end as definition,
    facet_words.kind,
    case
        when draw('second rater', service_people.service || facet_words.part) > 0.04 or facet_words.kind = 'outcome' then facet_words.kind
        when facet_words.kind = 'output' then 'activity'
        else 'output'
    end as kind_second_rater,
    facet_words.unit,
    facet_words.direction,
    coalesce(facet_words.target, service_people.availability) as target
from service_people
join services on services.id = service_people.service
cross join facet_words
order by service_people.service, facet_words.part
