-- The missed cases, and the discontent answers, in the segments that lie below.
with reds as (
    select service, told_by, dimension, value from judged where verdict = 'deviation'
)
select
    'agreed times' as family,
    reds.service as object,
    attainment."case" as item,
    reds.dimension || ' ' || reds.value as reason,
    null as score,
    attainment.source_file,
    attainment.source_row
from reds
join attainment on attainment.service = reds.service
where
    reds.told_by = 'agreed times'
    and not attainment.attained
    and case
        when reds.dimension = 'customer' then attainment.customer
        when reds.dimension = 'site' then attainment.site
        when reds.dimension = 'priority' then attainment.priority
        else attainment.kind
    end = reds.value
union all
select
    reds.told_by as family,
    reds.service as object,
    satisfaction.id as item,
    reds.dimension || ' ' || reds.value as reason,
    satisfaction.score,
    satisfaction.source_file,
    satisfaction.source_row
from reds
join satisfaction on satisfaction.service = reds.service
join cases on cases.id = satisfaction."case"
where
    reds.told_by
    = 'satisfied ' || coalesce(case when satisfaction.role in ('customer', 'user') then satisfaction.role end, 'respondent') || 's'
    and not satisfaction.satisfied
    and case
        when reds.dimension = 'customer' then cases.customer
        when reds.dimension = 'site' then cases.site
        when reds.dimension = 'priority' then cases.priority
        else cases.kind
    end = reds.value
