-- Documents that clauses demand and that services have, each kept by somebody who is there, looked at once a year.
select
    topics.id,
    topics.title,
    topics.kind,
    topics.clauses,
    coalesce(service_people.owner, process_people.owner) as owner,
    'in_force' as status,
    365 as review_days
from document_topics as topics
left join service_people on service_people.service = topics.service
left join process_people on process_people.process = topics.process
order by topics.id
