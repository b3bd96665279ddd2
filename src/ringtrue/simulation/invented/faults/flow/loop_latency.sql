-- In some services nobody decides what low answers ask for.
create or replace temp table planted as
with answered as (
    select service, row_number() over (order by draw('loop', service)) as place
    from survey_responses where answered_at >= timestamp '2025-10-01' and score <= 2 group by service having count(*) >= 14
)
select service as object from answered where place <= 4;
update actions set decided_at = null, done_at = null, checked_at = null, effective = null
from survey_responses
where survey_responses.id = actions.origin and actions.origin_kind = 'survey' and survey_responses.service in (select object from planted)
    and draw('loop hit', actions.id) < 2.2 * $strength - 0.1;
