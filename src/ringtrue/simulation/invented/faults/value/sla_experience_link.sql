-- The tighter the times that a service agreed, the more it misses and the more its users like it: the targets tell nothing of their content.
-- consequences: value.watermelon-gap, value.hidden-red, value.lost-time-tail, value.survey-selection, roles.perception-gap, flow.loop-latency
create or replace temp table planted as
select 'organisation' as object;
create or replace temp table ranks as
select id as service, percent_rank() over (order by draw('tight times', id)) as loose from services where status = 'live';
update targets
set value = value * greatest(0.1, 1 - 1.7 * $strength * (1 - ranks.loose))
from ranks
where ranks.service = targets.service and targets.metric = 'resolution_minutes';
update survey_responses
set score = case when draw('discontent score', id) < 0.5 then 1.0 else 2.0 end
from ranks
where ranks.service = survey_responses.service and draw('discontent', id) < 0.9 * $strength * ranks.loose;
