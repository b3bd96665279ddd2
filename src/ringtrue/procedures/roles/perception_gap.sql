-- One row per service, question, role and mark, counted.
with told as (
    select
        satisfaction.id,
        satisfaction.service,
        coalesce(survey_responses.item, 'the service') as question,
        case when parties.provider_side then 'the provider' when satisfaction.role = 'customer' then 'customers' when satisfaction.role = 'user' then 'users' end
            as role,
        satisfaction.score,
        survey_responses.scale_min,
        survey_responses.scale_max
    from satisfaction
    join survey_responses on survey_responses.id = satisfaction.id
    left join parties on parties.id = survey_responses.party
    where satisfaction.service is not null and satisfaction.satisfied is not null
)
select service as object, service, question, role, score, count(*) as n
from told
where role is not null
group by service, question, role, score, scale_min, scale_max
order by service, question, role, score
