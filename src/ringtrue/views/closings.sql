-- kept
-- Every closing of a case: when, by whom (NULL: nobody is named), and how many hours after its resolution.
with last_closes as (
    select
        "case",
        arg_max(actor, step) filter (where actor is not null) as actor,
        arg_max(source_file, step) as source_file,
        arg_max(source_row, step) as source_row
    from steps
    where stated_state = 'closed'
    group by "case"
)
select
    cases.id as "case",
    cases.service,
    cases.kind,
    cases.team,
    cases.resolved_at,
    cases.closed_at,
    coalesce(cases.closed_by, last_closes.actor) as closed_by,
    (epoch(cases.closed_at) - epoch(cases.resolved_at)) / 3600.0 as hours_after_resolution,
    coalesce(last_closes.source_file, cases.source_file) as source_file,
    coalesce(last_closes.source_row, cases.source_row) as source_row
from cases
left join last_closes on last_closes."case" = cases.id
where cases.closed_at is not null
