-- Some unimportant services do without a plan for disasters: their customers said so, and it is on record with the reason.
create or replace temp table spared as
select requirements.id as requirement, measures.id as measure
from requirements
join services on services.id = requirements.service
join measures on list_contains(measures.requirements, requirements.id)
where
    requirements.facet = 'continuity' and services.criticality = 'low' and draw('spared', services.id) < 0.5
    and services.live_from < timestamp '2025-10-01';
update requirements
set
    statement = 'Not needed: the work can wait for a week, and is done on paper meanwhile.',
    metric = null, operator = null, target = null, unit = null, tested_at = null, test_interval_days = null
where id in (select requirement from spared);
delete from measurements where measure in (select measure from spared);
delete from measures where id in (select measure from spared);
create or replace temp table read_still as
select reviews.id, list(one.measure order by one.measure) as measures_read
from reviews
cross join lateral (select unnest(reviews.measures_read) as measure) as one
where one.measure not in (select measure from spared)
group by reviews.id;
update reviews set measures_read = read_still.measures_read from read_still where read_still.id = reviews.id;
delete from trace_links where "to" in (select measure from spared);
delete from actions where origin in (select measure from spared);
update actions set measures = null where list_has_any(measures, (select list(measure) from spared));
