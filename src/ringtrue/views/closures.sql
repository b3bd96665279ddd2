-- kept
-- Every closing of a case: by whom, how long after its resolution, and whether it was a person.
with closed as (
    select
        cases.id as "case",
        cases.service,
        cases.kind,
        cases.resolved_at,
        cases.closed_at,
        cases.team,
        cases.source_file,
        cases.source_row,
        coalesce(cases.closed_by, last_close.actor) as closed_by
    from cases
    left join (
        select "case", arg_max(actor, step) filter (where actor is not null) as actor
        from steps
        where stated_state = 'closed'
        group by "case"
    ) as last_close
        on last_close."case" = cases.id
    where cases.closed_at is not null
)
select
    closed.*,
    (epoch(closed.closed_at) - epoch(closed.resolved_at)) / 3600.0 as hours_after_resolution,
    automation.actor is not null as is_automatic
from closed
left join automation on automation.actor = coalesce(closed.closed_by, '')
