with paths as (
    select "case", string_agg(to_team, ' > ' order by hop) as later_teams
    from hops
    group by "case"
)
select
    cases.id as item,
    cases.service,
    case_histories.first_team is null as team_unknown,
    coalesce(case_moves.moves, 0) >= $many_hops as passed_on_often,
    case_histories.first_team,
    concat_ws(' > ', case_histories.first_team, paths.later_teams) as path,
    coalesce(case_moves.moves, 0) as moves,
    coalesce(case_moves.with_the_sun, 0) as with_the_sun,
    case_histories.hops >= $many_hops and case_moves.moves < $many_hops as explained,
    cases.source_file,
    cases.source_row
from cases
left join case_histories on case_histories."case" = cases.id
left join case_moves on case_moves."case" = cases.id
left join paths on paths."case" = cases.id
