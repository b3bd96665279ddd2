-- Seven needs of each service, in the words of its customer.
select
    'N-' || service_people.service || '-' || facet_words.part as id,
    service_people.service,
    service_people.customer as party,
    replace(facet_words.need, '{name}', services.name) as statement,
    facet_words.importance,
    service_people.agreed_at - to_days(20 + cast(30 * draw('need captured', service_people.service || facet_words.part) as integer)) as captured_at,
    service_people.confirmed_at
from service_people
join services on services.id = service_people.service
cross join facet_words
order by service_people.service, facet_words.part
