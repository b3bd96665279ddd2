-- helper
-- The number of each case, in the order in which they came in, and who asked.
with known as (
    select key, opened, case kind when 'incident' then 'INC' else 'REQ' end as prefix, cast(floor($users * person) as bigint) as asker from case_plans
    union all
    select 'problem ' || service, opened, 'PRB', null from problem_plans where $part = 0
)
select
    known.key,
    known.prefix
        || lpad(
            cast($cases_a_month * $months * $part // $parts + 10000 * $part + row_number() over (order by known.opened, known.key) as varchar), 8, '0'
        ) as id,
    'user-' || lpad(cast(known.asker + 1 as varchar), cast(greatest(4, length(cast($users as varchar))) as integer), '0') as requester,
    customers.unit as customer,
    customers.site,
    customers.language
from known
left join customers on customers.unit = 'unit-' || lpad(cast(1 + known.asker % 10 as varchar), 2, '0')
