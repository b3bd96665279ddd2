-- Some services are measured by what is done and delivered alone: their measures of outcomes count tickets instead.
-- consequences: outcomes.outcome-coverage
create or replace temp table planted as
select id as object
from services
where
    status = 'live'
    and id in (select service from measures)
    and (draw('kpi outcome', id) < 0.15 or id = (select min(service) from measures));
update measures
set kind = 'activity', kind_second_rater = 'activity', name = 'Tickets closed', definition = 'Tickets closed, counted each month'
where kind = 'outcome' and service in (select object from planted) and draw('kpi outcome hit', service) < 2 * $strength;
