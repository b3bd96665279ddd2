with invited as (
    select distinct "case" from survey_invites where "case" is not null
),
silent as (
    select attainment.service, attainment."case", attainment.priority, attainment."at", attainment.source_file, attainment.source_row
    from attainment
    join cases on cases.id = attainment."case"
    where
        not attainment.attained
        and attainment.service is not null
        and coalesce(cases.resolved_at, cases.closed_at) is not null
        and attainment."case" not in (select "case" from invited)
)
select
    service as object,
    '' as family,
    "case" as item,
    service,
    'missed its agreed time, and no invitation followed' as reason,
    priority,
    "at" as ended_at,
    source_file,
    source_row
from silent
union all
select
    'organisation' as object,
    'other services together' as family,
    "case" as item,
    service,
    'missed its agreed time, and no invitation followed' as reason,
    priority,
    "at" as ended_at,
    source_file,
    source_row
from silent
