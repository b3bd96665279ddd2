-- Last states that only look unresolved.
with last_words as (
    select "case", arg_max(raw_state, step) filter (where raw_state is not null) as raw_state, arg_max(state, step) as state
    from steps
    group by "case"
)
select
    'cases end in "' || last_words.raw_state || '" and are never closed: they are resolved, not abandoned' as statement,
    count(*) as value,
    (select count(*) from cases) as n
from last_words
where last_words.state = 'resolved' and not regexp_matches(last_words.raw_state, '^[0-9]+$')
group by last_words.raw_state
having count(*) >= 10
order by value desc, statement
