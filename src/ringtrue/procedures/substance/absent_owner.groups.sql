select
    owner as object,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations,
    case
        when bool_or(reason = 'its owner left, and nobody took over') then 'left, and nobody took over'
        else 'neither acted, approved, attended nor decided anything in the period'
    end as told
from judged
group by owner
order by owner
