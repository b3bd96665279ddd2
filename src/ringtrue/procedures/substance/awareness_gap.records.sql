-- The answers that do not pass, without the service that each was asked about: in a small team it would tell who answered.
with said as (
    select
        answers.interview,
        answers.question,
        answers.rater,
        answers.score,
        answers.source_file,
        answers.source_row,
        parties.parent as team
    from answers
    join interviews on interviews.id = answers.interview
    left join parties on parties.id = interviews.party
    where
        answers.score < 2.5
        and interviews.role in ('practitioner', 'service_owner', 'process_owner', 'internal_supplier', 'top_management')
),
grouped as (
    select team as object, 'team' as family, * from said where team is not null
    union all
    select 'organisation' as object, 'whole' as family, * from said
)
select
    object,
    family,
    concat(interview, ' ', question) as item,
    null as service,
    'scored below what passes' as reason,
    score,
    source_file,
    source_row
from grouped
