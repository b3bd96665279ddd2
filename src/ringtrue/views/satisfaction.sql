-- Every answer to a survey: whose, of which service, and whether it says satisfied (one of the two highest marks of its scale).
select
    survey_responses.id,
    coalesce(survey_responses.service, cases.service) as service,
    survey_responses."case",
    coalesce(survey_responses.role, survey_invites.role, role_assignments.role) as role,
    survey_responses.score,
    survey_responses.score >= survey_responses.scale_max - 1 as satisfied,
    survey_responses.answered_at,
    survey_responses.source_file,
    survey_responses.source_row
from survey_responses
cross join audit_period
left join cases on cases.id = survey_responses."case"
left join survey_invites on survey_invites.id = survey_responses.invite
left join (
    select party, service, min(role) as role from role_assignments where role in ('customer', 'user') group by party, service
) as role_assignments
    on role_assignments.party = survey_responses.party
    and role_assignments.service = coalesce(survey_responses.service, cases.service)
where
    survey_responses.answered_at is null
    or (survey_responses.answered_at >= audit_period.starts_at and survey_responses.answered_at < audit_period.ends_at)
