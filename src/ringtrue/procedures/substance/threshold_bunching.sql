select
    service as object,
    service,
    target_minutes as target,
    cast(floor(elapsed) as bigint) as bin,
    count(*) as count
from case_clock
where
    service is not null
    and not is_open
    and wall >= 0
    and elapsed >= 0
    and elapsed <= 2 * target_minutes
group by service, target_minutes, floor(elapsed)
order by object, target, bin
