-- What was claimed from the answers, service by service and quarter by quarter: the share that was counted; those who did not answer were asked
-- by telephone whether they think alike.
with counted as (
    select
        survey_responses.service,
        date_trunc('quarter', survey_invites.sent_at) as quarter,
        count(*) as answers,
        avg(case when survey_responses.score >= 4 then 1.0 else 0.0 end) as share
    from survey_responses
    join survey_invites on survey_invites.id = survey_responses.invite
    where survey_responses.role = 'user'
    group by survey_responses.service, date_trunc('quarter', survey_invites.sent_at)
)
select
    'RND-' || service || '-' || strftime(quarter, '%Y-%m') as id,
    service,
    quarter as sent_from,
    quarter + interval 3 month as sent_to,
    7.0 as throttle_days,
    round(share, 2) as claimed_share,
    true as nonresponse_check
from counted
where answers >= 5
order by id
