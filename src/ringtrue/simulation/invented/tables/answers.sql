-- What was answered, scored by two raters who rarely differ by more than half a point.
with given as (
    select
        interviews.id as interview,
        interviews.role,
        interviews.service,
        questions.id as question,
        questions.expected_evidence,
        draw('answer', interviews.id || questions.id) as luck,
        draw('rater differs', interviews.id || questions.id) as differs
    from interviews
    join questions on list_contains(questions.allowed_roles, interviews.role)
),
scored as (
    select
        *,
        case when luck < 0.40 then 4.0 when luck < 0.70 then 3.5 when luck < 0.87 then 3.0 when luck < 0.955 then 2.5 when luck < 0.985 then 2.0 else 1.0 end as first_score
    from given
)
select
    interview,
    question,
    pick('answer text', interview || question, [
        'Told it with an example of last week and showed the record.', 'Named the people who depend on it and what they lose without it.',
        'Knew it in general, and looked up one number.', 'Explained it in plain words, with what changed this year.',
        'Showed where it stands and what came of it.', 'Answered after a short pause, then in detail.'
    ]) as text,
    case
        when raters.place = 1 or differs > 0.12 then first_score
        when differs < 0.06 then greatest(0, first_score - 0.5)
        else least(4, first_score + 0.5)
    end as score,
    case raters.place when 1 then org_people.auditor else org_people.second_auditor end as rater,
    case when luck < 0.8 then expected_evidence end as corroborated_by
from scored
cross join (values (1), (2)) as raters (place)
cross join org_people
order by interview, question, raters.place
