-- Every answer to a survey on a service in scope: whose, of which service, and whether it says satisfied: one of the two highest marks of its
-- scale; of two marks only the higher; of more than eleven the highest fifth. An answer outside its scale, or without one, says nothing (NULL).
with asked as (
    select
        survey_responses.*,
        coalesce(survey_responses.service, cases.service) as about,
        survey_invites.role as invited_role,
        survey_responses.scale_max - coalesce(survey_responses.scale_min, case when survey_responses.scale_max <= 2 then null else 1 end) as span
    from survey_responses
    left join cases on cases.id = survey_responses."case"
    left join survey_invites on survey_invites.id = survey_responses.invite
),
held as (
    select party, service, min(role) as role from role_assignments where role in ('customer', 'user') group by party, service
)
select
    asked.id,
    asked.about as service,
    asked."case",
    coalesce(asked.role, asked.invited_role, held.role) as role,
    asked.score,
    case
        when asked.score > asked.scale_max or asked.score < asked.scale_min then null
        when asked.scale_max = 1 or asked.span = 1 then asked.score = asked.scale_max
        when asked.span <= 10 then asked.score >= asked.scale_max - 1
        when asked.span > 10 then asked.score >= asked.scale_max - 0.2 * asked.span
    end as satisfied,
    asked.answered_at,
    asked.source_file,
    asked.source_row
from asked
cross join audit_period
left join held on held.party = asked.party and held.service = asked.about
where
    (
        asked.answered_at is null
        or (asked.answered_at >= audit_period.starts_at and asked.answered_at < audit_period.ends_at)
    )
    and (asked.about in (select service from audit_scope) or not audit_period.scoped)
