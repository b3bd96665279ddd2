-- In some rounds of the survey nobody asked those who did not answer, and the share of the answers was reported as that of all.
create or replace temp table planted as
with answered as (
    select survey_rounds.id, count(*) as n
    from survey_rounds
    join survey_invites
        on survey_invites.service = survey_rounds.service
        and survey_invites.sent_at >= survey_rounds.sent_from
        and survey_invites.sent_at < survey_rounds.sent_to
    join survey_responses on survey_responses.invite = survey_invites.id
    where survey_rounds.sent_from >= timestamp '2025-10-01'
    group by survey_rounds.id
)
select id as object
from answered
where n >= 10 and (draw('claim of all', id) < 0.4 * $strength or id = (select min(id) from answered where n >= 10));
update survey_rounds
set nonresponse_check = false, claimed_share = greatest(claimed_share, 0.85)
where id in (select object from planted);
