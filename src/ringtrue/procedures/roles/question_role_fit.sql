with put as (
    select answers.interview, answers.question, min(answers.source_file) as source_file, min(answers.source_row) as source_row
    from answers
    group by answers.interview, answers.question
)
select
    concat(put.interview, '|', put.question) as item,
    interviews.service,
    questions.id is null or len(coalesce(questions.allowed_roles, [])) = 0 as question_unknown,
    interviews.id is null as interview_unknown,
    not list_contains(questions.allowed_roles, interviews.role) as wrong_role,
    put.question,
    interviews.role,
    list_sort(questions.allowed_roles) as allowed_roles,
    put.source_file,
    put.source_row
from put
cross join audit_period
left join questions on questions.id = put.question
left join interviews on interviews.id = put.interview
where not audit_period.scoped or interviews.service is null or interviews.service in (select service from audit_scope)
