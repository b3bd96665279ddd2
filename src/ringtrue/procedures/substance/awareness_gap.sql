with asked as (
    select id from questions where trim(coalesce(concept, '')) <> ''
),
scored as (
    select
        answers.interview,
        answers.question,
        interviews.party as person,
        interviews.service,
        parties.parent as team,
        answers.rater,
        avg(answers.score) as score
    from answers
    cross join audit_period
    join interviews on interviews.id = answers.interview
    left join parties on parties.id = interviews.party
    where
        answers.score is not null
        and answers.rater is not null
        and answers.score >= 0
        and answers.score <= 4
        and interviews.role in ('practitioner', 'service_owner', 'process_owner', 'internal_supplier', 'top_management')
        and (answers.question in (select id from asked) or (select count(*) from asked) = 0)
        and (not audit_period.scoped or interviews.service is null or interviews.service in (select service from audit_scope))
    group by answers.interview, answers.question, interviews.party, interviews.service, parties.parent, answers.rater
),
answered as (
    select interview, question, coalesce(person, interview) as person, team, list(score order by rater) as scores
    from scored
    group by interview, question, coalesce(person, interview), team
),
trained as (
    select training_records.party, parties.parent as team, training_records.completed_at is not null as is_completed
    from training_records
    cross join audit_period
    left join parties on parties.id = training_records.party
    where training_records.completed_at is null or training_records.completed_at < audit_period.ends_at
),
completed as (
    select team as object, count(*) filter (where is_completed) as n_completed, count(*) as n from trained where team is not null group by team
    union all
    select 'organisation' as object, count(*) filter (where is_completed) as n_completed, count(*) as n from trained having count(*) > 0
),
grouped as (
    select 'organisation' as object, 'whole' as family, * from answered
    union all
    select team as object, 'team' as family, * from answered where team is not null
)
select
    grouped.object,
    grouped.family,
    grouped.interview,
    grouped.question,
    grouped.person,
    grouped.scores,
    cast(completed.n_completed as double) / completed.n as completed_share
from grouped
left join completed on completed.object = grouped.object
order by grouped.family desc, grouped.object, grouped.interview, grouped.question
