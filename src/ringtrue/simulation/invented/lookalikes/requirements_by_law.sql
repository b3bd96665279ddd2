-- Some services must keep their records for ten years: a law asks for it, no customer did.
insert into requirements by name
select
    'R-' || service || '-law' as id,
    service,
    cast([] as varchar[]) as needs,
    'other' as facet,
    'Records are kept for ten years, as the law demands.' as statement,
    'years_kept' as metric,
    '>=' as operator,
    10.0 as target,
    'years' as unit,
    services.owner as source_party,
    requirements.agreed_at,
    coalesce(requirements.confirmed_at, timestamp '2026-08-20 09:00:00') as confirmed_at,
    requirements.changed_at,
    requirements.review_days
from requirements
join services on services.id = requirements.service
where requirements.id like '%-7' and draw('by law', service) < 0.3;
