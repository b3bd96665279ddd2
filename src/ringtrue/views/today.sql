-- The moment up to which the papers are looked at: the end of the data within the audit period; where neither a period is declared nor any
-- case, reading, review, answer or approval is dated, the last date of the requirements and of the events around the services.
with dates as (
    select agreed_at as "at" from requirements
    union all
    select confirmed_at as "at" from requirements
    union all
    select changed_at as "at" from requirements
    union all
    select tested_at as "at" from requirements
    union all
    select "at" from context_events
),
known as (
    select max("at") as "at" from dates
)
select
    case when audit_period.declared or audit_period.last_at is not null then audit_period.as_of else coalesce(known."at", audit_period.as_of) end
        as "at"
from audit_period
cross join known
