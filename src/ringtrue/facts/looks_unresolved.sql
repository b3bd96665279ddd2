-- Last states that only look unresolved.
select
    'cases end in "' || last_raw_state || '" and are never closed: they are resolved, not abandoned' as statement,
    count(*) as value,
    (select count(*) from cases) as n
from case_histories
where ends_resolved and not regexp_matches(last_raw_state, '^[0-9]+$')
group by last_raw_state
having count(*) >= 10
order by value desc, statement
