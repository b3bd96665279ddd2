-- The cases of a service that were passed on, for whichever of the three ways they count.
with families as (
    select distinct item, service, coalesce(kind, 'case') || 's against other services' as family from judged
    union
    select judged.item, judged.service, 'over the months' as family
    from judged
    join cases on cases.id = judged.item
    where date_trunc('month', coalesce(cases.resolved_at, cases.closed_at)) in (select month from whole_months)
    union
    select item, service, 'own target' as family from judged
    union
    select item, service, 'own target for ' || kind || 's' as family from judged where kind is not null
)
select
    families.service as object,
    families.family,
    judged.item,
    judged.service,
    judged.reason,
    judged.first_team,
    judged.last_team,
    judged.teams,
    judged.source_file,
    judged.source_row
from judged
join families on families.item = judged.item
where judged.verdict = 'deviation' and judged.service is not null
