-- Some services go live without the acceptance that their gate requires.
create or replace temp table planted as
select distinct service as object from changes
where id in (select change from gate_items) and started_at >= timestamp '2025-10-01'
    and (draw('handover', service) < 0.15 or service = (select min(service) from changes where class = 'normal' and started_at >= timestamp '2025-10-01'));
update gate_items set present = false
from changes
where changes.id = gate_items.change and changes.service in (select object from planted) and gate_items.required
    and draw('handover hit', gate_items.change) < 0.6 * $strength;
