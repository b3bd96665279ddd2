-- From quarter to quarter of 2026 fewer users and customers of some services are content, while the agreed times are still met.
-- consequences: value.sla-experience-link, value.hidden-red, flow.loop-latency, outcomes.vanity-measure, roles.perception-gap
create or replace temp table planted as
with answered as (
    select service, count(*) as n
    from survey_responses
    where answered_at >= timestamp '2025-10-01' and role = 'user'
    group by service
)
select service as object
from answered
where n >= 30 and (draw('watermelon', service) < 0.15 or service = (select min(service) from answered where n >= 30));
update survey_responses
set score = case when draw('watermelon score', id) < 0.5 then 1.0 else 2.0 end
where
    service in (select object from planted)
    and role in ('user', 'customer')
    and answered_at >= timestamp '2026-01-01'
    and draw('watermelon hit', id) < $strength * (0.4 + 0.4 * extract(quarter from answered_at));
