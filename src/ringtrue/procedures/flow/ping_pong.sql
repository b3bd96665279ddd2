with returned as (
    select "case", count(*) as returns, list_sort(list_distinct(list(pair))) as returned_pairs
    from hops
    where is_return
    group by "case"
)
select
    cases.id as item,
    cases.service,
    case_histories.first_team is null as team_unknown,
    coalesce(returned.returns, 0) > 0 as came_back,
    coalesce(case_histories.path, '') as path,
    coalesce(returned.returns, 0) as returns,
    returned.returned_pairs,
    cases.source_file,
    cases.source_row
from cases
left join case_histories on case_histories."case" = cases.id
left join returned on returned."case" = cases.id
