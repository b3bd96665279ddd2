-- Which service each measure is about: the one that it names, else those of the requirements that it shows.
with shown as (
    select id as measure, unnest(requirements) as requirement from measures where service is null
)
select id as measure, service from measures where service is not null
union
select shown.measure, requirements.service
from shown
join requirements on requirements.id = shown.requirement
where requirements.service is not null
