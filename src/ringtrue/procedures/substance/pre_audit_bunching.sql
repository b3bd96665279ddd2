with audits as (
    select cast("at" as date) as day from context_events where kind = 'external_audit'
    union
    select cast(held_at as date) as day from reviews where kind = 'internal_audit'
),
kinds as (
    select kind, min(day) as first_day from audit_eve_records group by kind
),
spans as (
    select
        kinds.kind,
        epoch(
            cast(
                greatest(
                    cast(kinds.first_day as timestamp),
                    case
                        when audit_period.declared then least(audit_period.starts_at, audit_period.as_of - interval 365 day)
                        else (select cast(min(day) as timestamp) from audits) - interval 365 day
                    end
                ) as date
            )
        ) / 86400 as begins,
        floor(epoch(audit_period.as_of) / 86400) as ends
    from kinds
    cross join audit_period
),
happened as (
    select
        audit_eve_records.kind,
        epoch(audit_eve_records.day) / 86400 as day,
        count(*) as n,
        count(*) filter (where not audit_eve_records.is_due) as hits,
        false as is_end
    from audit_eve_records
    group by audit_eve_records.kind, audit_eve_records.day
    union all
    select kinds.kind, epoch(audits.day) / 86400 as day, 0 as n, 0 as hits, true as is_end
    from kinds
    cross join audits
)
select
    spans.kind as object,
    null as service,
    cast(happened.day - spans.begins as bigint) as day,
    cast(spans.ends - spans.begins + 1 as bigint) as days,
    happened.n,
    happened.hits,
    happened.is_end
from spans
join happened on happened.kind = spans.kind and happened.day >= spans.begins and happened.day <= spans.ends + case when happened.is_end then 1 else 0 end
order by object, day, is_end
