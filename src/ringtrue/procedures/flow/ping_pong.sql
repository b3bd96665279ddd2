with returned as (
    select "case", count(*) as returns, list_sort(list_distinct(list(pair))) as returned_pairs
    from hops
    where is_return
    group by "case"
),
paths as (
    select "case", string_agg(to_team, ' > ' order by hop) as later_teams
    from hops
    group by "case"
)
select
    cases.id as item,
    cases.service,
    case_histories.first_team is null as team_unknown,
    coalesce(returned.returns, 0) > 0 as came_back,
    concat_ws(' > ', case_histories.first_team, paths.later_teams) as path,
    coalesce(returned.returns, 0) as returns,
    returned.returned_pairs,
    cases.source_file,
    cases.source_row
from cases
left join case_histories on case_histories."case" = cases.id
left join returned on returned."case" = cases.id
left join paths on paths."case" = cases.id
