with decided as (
    select origin_kind, origin, min(decided_at) as decided_at
    from actions
    where origin is not null
    group by origin_kind, origin
),
inputs as (
    select complaints.service, 'complaints' as family, 'complaint' as origin_kind, complaints.id, complaints.received_at as "at", complaints.decided_at as own_decision
    from complaints
    union all
    select satisfaction.service, 'low answers' as family, 'survey' as origin_kind, satisfaction.id, satisfaction.answered_at as "at", null as own_decision
    from satisfaction
    join survey_responses on survey_responses.id = satisfaction.id
    where survey_responses.score <= coalesce(survey_responses.scale_min, 1) + 0.4 * (survey_responses.scale_max - coalesce(survey_responses.scale_min, 1))
    union all
    select actions.service, 'decisions of reviews' as family, 'review' as origin_kind, actions.id, actions.raised_at as "at", actions.decided_at as own_decision
    from actions
    where actions.origin_kind = 'review'
    union all
    select actions.service, 'findings' as family, 'finding' as origin_kind, actions.id, actions.raised_at as "at", actions.decided_at as own_decision
    from actions
    where actions.origin_kind in ('finding', 'audit')
),
answered as (
    select
        inputs.*,
        coalesce(least(inputs.own_decision, decided.decided_at), inputs.own_decision, decided.decided_at) as decided_at
    from inputs
    left join decided on decided.origin = inputs.id and decided.origin_kind = inputs.origin_kind
),
told as (
    select family, count(decided_at) as decisions from answered group by family
),
timed as (
    select
        coalesce(answered.service, 'organisation') as object,
        answered.service,
        answered.family,
        answered.decided_at is not null and answered.decided_at <= audit_period.ends_at as ended,
        greatest(0, epoch(least(coalesce(answered.decided_at, audit_period.as_of), audit_period.ends_at)) - epoch(answered."at")) / 86400.0 as days
    from answered
    cross join audit_period
    join told on told.family = answered.family and told.decisions > 0
    where
        answered."at" >= audit_period.starts_at
        and answered."at" < audit_period.as_of
        and (not audit_period.scoped or answered.service is null or answered.service in (select service from audit_scope))
)
select object, service, family, round(days, 4) as value, ended, count(*) as n
from timed
group by object, service, family, round(days, 4), ended
order by family, object, value, ended
