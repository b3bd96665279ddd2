select
    service as object,
    service,
    target_minutes as target,
    cast(ceil(elapsed) as bigint) as bin,
    count(*) as count
from case_clock
where
    service is not null
    and not is_open
    and wall >= 0
    and elapsed >= 0
    and elapsed <= 2 * target_minutes
group by service, target_minutes, ceil(elapsed)
union all
-- Services with agreed times and no recomputed duration are looked at too, and found untestable.
select service as object, service, max(target_minutes) as target, null as bin, null as count
from case_clock
where service is not null and target_minutes is not null
group by service
having count(*) filter (where not is_open and wall >= 0 and elapsed >= 0 and elapsed <= 2 * target_minutes) = 0
order by object, target, bin
