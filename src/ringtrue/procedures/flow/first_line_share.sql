select
    cases.id as item,
    cases.service,
    cases.kind,
    case_histories.first_team is null as team_unknown,
    coalesce(case_moves.moves, 0) > 0 as passed_on,
    case_histories.first_team,
    case_histories.last_team,
    case_histories.teams,
    coalesce(case_moves.moves, 0) = 0 and case_histories.hops > 0 as explained,
    cases.source_file,
    cases.source_row
from cases
left join case_histories on case_histories."case" = cases.id
left join case_moves on case_moves."case" = cases.id
where coalesce(cases.resolved_at, cases.closed_at) is not null and (cases.state is null or cases.state <> 'cancelled')
