select
    cases.id as item,
    cases.service,
    case_histories.first_team is null as team_unknown,
    coalesce(case_moves.moves, 0) >= $many_hops as passed_on_often,
    case_histories.first_team,
    coalesce(case_histories.path, '') as path,
    coalesce(case_moves.moves, 0) as moves,
    coalesce(case_moves.with_the_sun, 0) as with_the_sun,
    case_histories.hops >= $many_hops and case_moves.moves < $many_hops as explained,
    cases.source_file,
    cases.source_row
from cases
left join case_histories on case_histories."case" = cases.id
left join case_moves on case_moves."case" = cases.id
