-- kept
-- Closed cases after which the same requester opened another one for the same service within seven days. Requests for something new,
-- shared mailboxes and automation are no return of a user. days_after counts from the closing to the next opening.
with told as (
    select
        cases.id as "case",
        cases.requester,
        cases.service,
        epoch(cases.opened_at) as opened,
        epoch(coalesce(cases.closed_at, cases.resolved_at)) as closed
    from cases
    left join parties on parties.id = cases.requester
    where
        cases.requester is not null
        and cases.service is not null
        and (cases.kind is null or cases.kind = 'incident')
        and (parties.kind is null or parties.kind = 'person')
),
marks as (
    select requester, service, opened as moment, 0 as is_end, "case" from told where opened is not null
    union all
    select requester, service, closed as moment, 1 as is_end, "case" from told where closed is not null
),
followed as (
    select
        "case",
        is_end,
        moment,
        min(case when is_end = 0 then moment end) over (
            partition by requester, service order by moment, is_end, "case" rows between 1 following and unbounded following
        ) as next_opening
    from marks
)
select "case", (next_opening - moment) / 86400.0 as days_after
from followed
where is_end = 1 and next_opening - moment <= 7 * 86400
