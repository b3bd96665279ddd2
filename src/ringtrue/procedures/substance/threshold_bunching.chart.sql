with binned as (
    select service as object, target_minutes as target, greatest(0, ceil(20 * elapsed / target_minutes) - 1) as bin
    from case_clock
    where
        service is not null and not is_open and wall >= 0 and elapsed >= 0 and elapsed <= 2 * target_minutes
)
select object, bin * target / 20.0 as start, (bin + 1) * target / 20.0 as "end", count(*) as n, target
from binned
group by object, target, bin
order by object, target, bin
