-- In two teams everybody completed the training, and many cannot say whom their work serves or what happens if they fail.
create or replace temp table planted as
with said as (
    select
        parties.parent as team,
        count(distinct interviews.party) as persons,
        count(distinct interviews.id || questions.id) as answers
    from answers
    join interviews on interviews.id = answers.interview
    join questions on questions.id = answers.question
    join parties on parties.id = interviews.party
    where interviews.role = 'practitioner' and questions.concept is not null
    group by parties.parent
)
select team as object
from said
where persons >= 5 and answers >= 14
order by draw('not understood', team)
limit 2;
update training_records
set completed_at = timestamp '2026-05-12 10:00:00'
where completed_at is null and party in (select id from parties where parent in (select object from planted));
update answers
set score = case when draw('poor answer', answers.interview || answers.question) < 0.5 then 0.5 else 1.5 end, text = 'Did not know, and asked back.'
where
    answers.interview in (
        select interviews.id
        from interviews
        join parties on parties.id = interviews.party
        where interviews.role = 'practitioner' and parties.parent in (select object from planted)
    )
    and answers.question in (select id from questions where concept is not null)
    and draw('not understood hit', answers.interview || answers.question) < 1.2 * $strength;
