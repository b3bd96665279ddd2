with counted as (
    select coalesce(clause, 'organisation') as object, reason, count(*) as n
    from judged
    where verdict = 'deviation'
    group by coalesce(clause, 'organisation'), reason
),
told as (
    select object, string_agg(n || ' ' || reason, '; ' order by n desc, reason) as told from counted group by object
)
select
    coalesce(judged.clause, 'organisation') as object,
    null as service,
    count(*) filter (where judged.verdict <> 'untestable') as n,
    count(*) filter (where judged.verdict = 'deviation') as deviations,
    coalesce(any_value(told.told), '') as told,
    coalesce('clause ' || any_value(judged.clause), 'the organisation, without a clause') as "where"
from judged
left join told on told.object = coalesce(judged.clause, 'organisation')
group by coalesce(judged.clause, 'organisation')
order by object
