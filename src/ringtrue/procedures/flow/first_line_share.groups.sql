-- Three ways to look at a service: against the others on cases of the same kind, over the months, and against its own target.
with known as (
    select
        judged.item,
        judged.service,
        coalesce(judged.kind, 'case') as kind,
        judged.verdict,
        judged.verdict = 'deviation' as passed_on,
        cases.priority,
        date_trunc('month', coalesce(cases.resolved_at, cases.closed_at)) as month
    from judged
    join cases on cases.id = judged.item
    where judged.service is not null
),
promised as (
    select
        coalesce(targets.service, agreements.service) as service,
        targets.case_kind,
        min(case when targets.value > 1 then targets.value / 100.0 else targets.value end) as target
    from targets
    cross join audit_period
    left join agreements on agreements.id = targets.agreement
    where
        regexp_matches(lower(targets.metric), '^first[ _-]?(line|level|contact|call|time)')
        and targets.priority is null
        and coalesce(targets.operator, '>=') in ('>=', '>')
        and (targets.valid_from is null or targets.valid_from < audit_period.as_of)
        and (targets.valid_to is null or targets.valid_to > audit_period.as_of)
    group by coalesce(targets.service, agreements.service), targets.case_kind
)
select
    'peers' as rule,
    kind || 's against other services' as family,
    service as object,
    service,
    priority as stratum,
    null as period,
    null as value,
    count(*) as n,
    count(*) filter (where passed_on) as deviations,
    null as unknown,
    null as target
from known
where verdict <> 'untestable'
group by kind, service, priority
union all
select
    'trend' as rule,
    'over the months' as family,
    known.service as object,
    known.service,
    null as stratum,
    strftime(known.month, '%Y-%m') as period,
    avg(case when known.passed_on then 1.0 else 0.0 end) as value,
    count(*) as n,
    null as deviations,
    null as unknown,
    null as target
from known
join whole_months on whole_months.month = known.month
where known.verdict <> 'untestable'
group by known.service, known.month
union all
select
    'target' as rule,
    'own target' || coalesce(' for ' || promised.case_kind || 's', '') as family,
    known.service as object,
    known.service,
    null as stratum,
    null as period,
    null as value,
    count(*) filter (where known.verdict <> 'untestable') as n,
    count(*) filter (where known.passed_on) as deviations,
    count(*) filter (where known.verdict = 'untestable') as unknown,
    min(promised.target) as target
from known
join promised
    on coalesce(promised.service, known.service) = known.service and coalesce(promised.case_kind, known.kind) = known.kind
group by known.service, promised.case_kind
order by 1, 2, 3, 5, 6
