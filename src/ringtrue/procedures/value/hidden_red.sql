with promised as (
    select service, customer, max(satisfaction_target) as satisfaction_target
    from agreements
    where kind = 'sla' and satisfaction_target is not null
    group by service, customer
),
promised_to_any as (
    select service, max(satisfaction_target) as satisfaction_target from promised group by service
),
told as (
    select
        'agreed times' as told_by,
        service,
        customer,
        site,
        priority,
        kind,
        attained as good,
        coalesce(attainment_target, $attainment_target) as target
    from attainment
    where attained is not null and service is not null
    union all
    select
        'satisfied ' || coalesce(case when satisfaction.role in ('customer', 'user') then satisfaction.role end, 'respondent') || 's' as told_by,
        satisfaction.service,
        cases.customer,
        cases.site,
        cases.priority,
        cases.kind,
        satisfaction.satisfied as good,
        coalesce(promised.satisfaction_target, promised_to_any.satisfaction_target, $satisfaction_target) as target
    from satisfaction
    join cases on cases.id = satisfaction."case"
    left join promised on promised.service = satisfaction.service and promised.customer = cases.customer
    left join promised_to_any on promised_to_any.service = satisfaction.service
    where satisfaction.satisfied is not null and satisfaction.service is not null
),
counted as (
    select
        told_by,
        service,
        customer,
        site,
        priority,
        kind,
        count(*) as n,
        count(*) filter (where good) as hits,
        -- An exact sum, whose last digit does not depend on the order in which it is added.
        sum(cast(target as decimal(18, 9))) as expected
    from told
    group by told_by, service, customer, site, priority, kind
),
wholes as (
    select told_by, service, sum(n) as n, sum(hits) as hits, cast(sum(expected) as double) as expected from counted group by told_by, service
),
parts as (
    select told_by, service, 'customer' as dimension, customer as value, n, hits, expected from counted
    union all
    select told_by, service, 'site' as dimension, site as value, n, hits, expected from counted
    union all
    select told_by, service, 'priority' as dimension, priority as value, n, hits, expected from counted
    union all
    select told_by, service, 'kind' as dimension, kind as value, n, hits, expected from counted
),
segments as (
    select
        told_by,
        service,
        dimension,
        value,
        cast(sum(n) as bigint) as n,
        cast(sum(hits) as bigint) as hits,
        cast(sum(hits) as double) / sum(n) as share,
        cast(sum(expected) as double) / sum(n) as target
    from parts
    where value is not null
    group by told_by, service, dimension, value
),
held as (
    select
        segments.*,
        cast(wholes.n as bigint) as whole_n,
        cast(wholes.hits as bigint) as whole_hits,
        wholes.expected as whole_expected,
        cast(wholes.hits as double) / wholes.n as whole_share,
        wholes.expected / wholes.n as whole_target,
        wholes.hits >= wholes.expected - 0.000001 as whole_is_green,
        -- Nobody's answers may be had from a group of fewer than five, nor from what is left of the whole without a group.
        segments.told_by <> 'agreed times' and (segments.n < 5 or (wholes.n > segments.n and wholes.n < segments.n + 5)) as is_private
    from segments
    join wholes on wholes.told_by = segments.told_by and wholes.service = segments.service
),
sized as (
    select *, is_private or n < case when told_by = 'agreed times' then $least_cases else $least_answers end as is_small from held
)
select
    service || '|' || dimension || ' ' || value || '|' || told_by as item,
    service,
    is_small as too_few,
    whole_is_green and share <= target - $least_points + 0.000000001 as below,
    told_by,
    dimension,
    value,
    n as cases,
    case when not is_private then hits end as hits,
    case when not is_private then share end as share,
    target,
    whole_n,
    case when told_by = 'agreed times' or whole_n >= 5 then whole_hits end as whole_hits,
    whole_expected,
    case when told_by = 'agreed times' or whole_n >= 5 then whole_share end as whole_share,
    whole_target,
    whole_is_green
    and not is_small
    and share <= whole_target - $least_points
    and share > target - $least_points as explained,
    null as source_file,
    null as source_row
from sized
