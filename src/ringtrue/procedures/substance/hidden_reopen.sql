with shown as (
    select
        (select count(*) from case_events where state is not null) > 0 or (select count(reopen_count) from cases) > 0 as reopenings
),
latest as (
    select *, row_number() over (partition by repeat_case order by ended_at desc, "case") as place from repeats
),
returned as (
    select repeat_case as item, max("case") filter (where place = 1) as first_case, min((epoch(opened_at) - epoch(ended_at)) / 86400.0) as days_after,
        max(similarity) as similarity, true as came_as_new
    from latest
    group by repeat_case
    union all
    select cases.id as item, cases.id as first_case, null as days_after, null as similarity, false as came_as_new
    from cases
    left join case_histories on case_histories."case" = cases.id
    where greatest(coalesce(case_histories.reopenings, 0), coalesce(cases.reopen_count, 0)) > 0
)
select
    case when returned.came_as_new then returned.item else returned.item || ' (reopened)' end as item,
    cases.service,
    not shown.reopenings as reopenings_unknown,
    returned.came_as_new,
    returned.first_case,
    returned.days_after,
    returned.similarity,
    cases.source_file,
    cases.source_row
from returned
cross join shown
join cases on cases.id = returned.item
