select
    satisfaction.service as object,
    satisfaction.id as item,
    case when parties.provider_side then 'provider' else satisfaction.role end as role,
    satisfaction.score,
    satisfaction.answered_at,
    satisfaction.source_file,
    satisfaction.source_row
from satisfaction
join survey_responses on survey_responses.id = satisfaction.id
left join parties on parties.id = survey_responses.party
where satisfaction.score is not null
