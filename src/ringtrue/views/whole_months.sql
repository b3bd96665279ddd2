-- kept
-- The calendar months (in UTC) that the data, what came in, and the audit period cover from end to end, give or take three days.
with moments as (
    select "at" from steps
    union all
    select opened_at as "at" from cases where opened_at is not null
    union all
    select resolved_at as "at" from cases where resolved_at is not null
),
covered as (
    select
        greatest(min(moments."at"), any_value(audit_period.starts_at)) as starts_at,
        any_value(audit_period.as_of) as ends_at
    from moments
    cross join audit_period
),
months as (
    select distinct date_trunc('month', "at") as month from moments
)
select months.month
from months
cross join covered
cross join whole_arrivals
where
    epoch(months.month) >= epoch(greatest(covered.starts_at, coalesce(whole_arrivals.starts_at, covered.starts_at))) - 3 * 86400
    and epoch(months.month + interval 1 month) <= epoch(least(covered.ends_at, coalesce(whole_arrivals.ends_at, covered.ends_at))) + 3 * 86400
