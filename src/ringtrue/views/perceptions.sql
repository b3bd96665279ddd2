-- How those who buy, use and deliver a service judge it, asked the same on the same scale: of each respondent the latest answer to each
-- question. Answers on different scales are different questions. Who delivers: roles on the provider's side, in the answer, else in the list.
with deliverers as (
    select party, bool_or(role in ('service_owner', 'process_owner', 'practitioner', 'internal_supplier', 'top_management')) as delivers
    from role_holders
    group by party
),
told as (
    select
        satisfaction.id,
        satisfaction.service,
        coalesce(survey_responses.item, 'the service as a whole') as item,
        concat_ws('-', survey_responses.scale_min, survey_responses.scale_max) as scale,
        case
            when satisfaction.role in ('service_owner', 'process_owner', 'practitioner', 'internal_supplier', 'top_management') then 'provider'
            when satisfaction.role in ('customer', 'user') then satisfaction.role
            when satisfaction.role is null and coalesce(parties.provider_side, deliverers.delivers) then 'provider'
        end as role,
        coalesce(survey_responses.party, satisfaction.id) as respondent,
        satisfaction.score,
        satisfaction.answered_at,
        satisfaction.source_file,
        satisfaction.source_row
    from satisfaction
    join survey_responses on survey_responses.id = satisfaction.id
    left join parties on parties.id = survey_responses.party
    left join deliverers on deliverers.party = survey_responses.party
    where satisfaction.service is not null and satisfaction.satisfied is not null
),
latest as (
    select *, row_number() over (partition by service, item, scale, role, respondent order by answered_at desc nulls last, id) as place
    from told
    where role is not null
),
scales as (
    select item, count(distinct scale) as scales from latest group by item
)
select
    latest.id,
    latest.service,
    case when scales.scales > 1 then concat(latest.item, ' (', latest.scale, ')') else latest.item end as question,
    latest.role,
    latest.score,
    latest.answered_at,
    latest.source_file,
    latest.source_row
from latest
join scales on scales.item = latest.item
where latest.place = 1
