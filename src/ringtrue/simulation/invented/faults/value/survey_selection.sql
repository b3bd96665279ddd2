-- In some services those whose case came late are hardly asked how they were served.
-- consequences: value.watermelon-gap, value.sla-experience-link
create or replace temp table planted as
with missed as (
    select service, count(*) as n
    from cases
    where reported_attained = false and resolved_at >= timestamp '2025-10-01' and kind in ('incident', 'request')
    group by service
)
select service as object
from missed
where n >= 30 and (draw('survey selection', service) < 0.25 or service = (select min(service) from missed where n >= 30));
create or replace temp table withheld as
select survey_invites.id
from survey_invites
join cases on cases.id = survey_invites."case"
where
    cases.service in (select object from planted)
    and cases.reported_attained = false
    and draw('survey selection hit', survey_invites.id) < 1.4 * $strength;
delete from survey_responses where invite in (select id from withheld);
delete from survey_invites where id in (select id from withheld);
