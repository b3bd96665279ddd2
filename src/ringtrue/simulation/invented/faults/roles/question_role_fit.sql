-- Some questions were put to whoever was in the room, and not to those who can answer them.
create or replace temp table planted as
select id as object
from questions
where (draw('question fit', id) < 0.15 or id = (select max(id) from questions)) and len(allowed_roles) > 0 and concept is null;
insert into answers by name
select
    interviews.id as interview,
    questions.id as question,
    'Was not sure, and answered politely.' as text,
    3.0 as score,
    interviews.auditor as rater
from interviews
join questions on questions.id in (select object from planted) and not list_contains(questions.allowed_roles, interviews.role)
where draw('question fit hit', interviews.id || questions.id) < 0.06 * $strength;
