-- Those who deliver some services think well of them, and their users do not.
-- consequences: value.watermelon-gap, value.hidden-red, value.satisfaction-bounds, value.sla-experience-link, flow.loop-latency
create or replace temp table gap_services as
select service
from (
    select
        service,
        count(distinct party) filter (where role = 'user') as users,
        count(distinct party) filter (where role in ('practitioner', 'service_owner')) as deliverers,
        count(distinct party) filter (where role = 'customer') as customers
    from survey_responses
    where "case" is null and answered_at >= timestamp '2025-10-02'
    group by service
) as heard
where users >= 10 and deliverers >= 10 and customers >= 10;
create or replace temp table planted as
select service || '|' || roles.pair as object, service
from gap_services
cross join (values ('provider|user'), ('customer|user')) as roles (pair)
where draw('perception', service) < 0.12 or service = (select min(service) from gap_services);
update survey_responses
set score = case when draw('perception how low', id) < 0.5 then 1.0 else 2.0 end
where
    "case" is null
    and role = 'user'
    and service in (select service from planted)
    and draw('perception hit', id) < 2 * $strength;
