-- helper
-- When each case ended, by the hours of its service: resolved, opened again, resolved again, closed (seconds since 1970, UTC).
with begun as (
    select
        case_plans.key,
        case_plans.calendar,
        case_plans.opened,
        case_plans.first_work,
        case_plans.work,
        case_plans.wait,
        case_plans.is_reopened,
        case_plans.is_cancelled,
        case_plans.parent,
        cast(open_spans.before + least(case_plans.opened, open_spans.ends) - open_spans.starts as bigint) as began
    from case_plans
    asof join open_spans on case_plans.calendar = open_spans.calendar and case_plans.opened >= open_spans.starts
),
ended as (
    select
        begun.*,
        case when is_cancelled then began + cast(floor(0.3 * work) as bigint) else began + first_work + wait end as first_end
    from begun
),
resolved as (
    select
        ended.*,
        cast(open_spans.starts + ended.first_end - open_spans.before as bigint) as first_resolved,
        cast(open_spans.starts + ended.first_end - open_spans.before + 1800 + least(200000, 72000 * draw_exponential('reopened', ended.key)) as bigint) as back
    from ended
    asof join open_spans on ended.calendar = open_spans.calendar and ended.first_end >= open_spans.before
),
back as (
    select
        resolved.*,
        case
            when resolved.is_reopened
                then cast(open_spans.before + least(resolved.back, open_spans.ends) - open_spans.starts as bigint)
        end as began_again
    from resolved
    asof join open_spans on resolved.calendar = open_spans.calendar and resolved.back >= open_spans.starts
),
finished as (
    select
        back.*,
        case when is_reopened then began_again + work - first_work else first_end end as last_end,
        draw('closed by', coalesce(back.parent, back.key)) as hand
    from back
),
closed as (
    select
        finished.*,
        cast(open_spans.starts + finished.last_end - open_spans.before as bigint) as resolved,
        last_end + cast(floor(900 + 25000 * draw_exponential('closed after', finished.key)) as bigint) as closed_end,
        hand < 0.24 and parent is null as by_hand
    from finished
    asof join open_spans on finished.calendar = open_spans.calendar and finished.last_end >= open_spans.before
)
select
    closed.* exclude (hand, back),
    case when closed.is_reopened then closed.back end as reopened,
    closed.hand < 0.12 and closed.parent is null as is_confirmed,
    case
        when closed.is_cancelled then closed.resolved
        when closed.by_hand then cast(open_spans.starts + closed.closed_end - open_spans.before as bigint)
        else closed.resolved + 259200 + cast(floor(600 * draw('closing job', closed.key)) as bigint)
    end as closed
from closed
asof join open_spans on closed.calendar = open_spans.calendar and closed.closed_end >= open_spans.before
