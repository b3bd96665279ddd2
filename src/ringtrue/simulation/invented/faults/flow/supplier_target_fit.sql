-- Some services promise more than their suppliers promise them.
create or replace temp table planted as
select agreements.service as object
from agreements
where kind in ('ola', 'underpinning_contract') and service in (select id from services where status = 'live')
    and id in (select agreement from targets where metric in ('resolution_minutes', 'availability_percent'))
group by agreements.service
having draw('supplier fit', agreements.service) < 0.15 + 0.2 * $strength;
update targets set value = case when metric = 'availability_percent' then value - 0.6 * $strength else value * (1 + 4 * $strength) end
from agreements
where agreements.id = targets.agreement and agreements.kind in ('ola', 'underpinning_contract') and agreements.service in (select object from planted);
