-- Incidents, requests and problems as they stand when the data end.
with told as (
    select
        case_plans.*,
        case_names.* exclude (key),
        case_times.resolved,
        case_times.began,
        case_times.first_end,
        case_times.began_again,
        case_ends.* exclude ("case"),
        dice('text', case_plans.key) as t,
        dice('note', case_plans.key) as n,
        case
            when case_plans.kind = 'incident'
                and case_plans.opened >= problem_plans.trouble_from
                and case_plans.opened < coalesce(problem_plans.fixed, epoch($ends))
                and draw('trouble', case_plans.key) < 0.4
                then problem_plans.item
        end as troubled_item,
        case when case_plans.opened >= problem_plans.fixed then problem_plans.item end as mended_item,
        'ci-' || right(case_plans.service, length(case_plans.service) - 8) || '-' as items
    from case_plans
    join case_names on case_names.key = case_plans.key
    join case_times on case_times.key = case_plans.key
    join case_ends on case_ends."case" = case_names.id
    left join problem_plans on problem_plans.service = case_plans.service
),
-- A component that was mended for good fails less than the others.
hit as (
    select
        *,
        case
            when troubled_item is not null then troubled_item
            when mended_item = items || cast(1 + die(d, 7) % 8 as varchar) and die(t, 4) < 170 then items || cast(1 + (die(d, 7) + 1) % 8 as varchar)
            else items || cast(1 + die(d, 7) % 8 as varchar)
        end as item
    from told
),
ordinary as (
    select
        hit.*,
        resolved_at is not null and state in ('resolved', 'closed') as is_done,
        upper(chr(65 + die(t, 5) % 26) || chr(65 + die(t, 6) % 26)) || '-' || cast(1000 + (die(t, 7) * 256 + die(n, 7)) % 9000 as varchar) as code,
        phrases.* exclude (language)
    from hit
    join phrases on phrases.language = hit.language
),
written as (
    select
        ordinary.*,
        case kind
            when 'incident' then nth(t, 0, things) || ' ' || nth(t, 1, troubles)
            else nth(t, 0, wishes) || ' ' || nth(t, 1, things)
        end as title
    from ordinary
)
select
    id,
    kind,
    title,
    title || ' ' || nth(t, 2, whens) || ' (' || code || '). ' || nth(t, 3, tails) || ' ' || nth(t, 4, tails) as description,
    service,
    case when kind = 'incident' then item end as configuration_item,
    case kind
        when 'incident' then ['Software', 'Access', 'Network', 'Printing', 'Data', 'Hardware'][1 + die(n, 4) % 6]
        else ['Order', 'Access', 'Information', 'Change of data'][1 + die(n, 4) % 4]
    end as category,
    state,
    make_timestamp(opened * 1000000) as opened_at,
    make_timestamp((opened + 2 + die(n, 5)) * 1000000) as recorded_at,
    case when is_done then resolved_at end as resolved_at,
    case when state in ('closed', 'cancelled') then closed_at end as closed_at,
    case when state in ('closed', 'cancelled') then closed_by end as closed_by,
    cast(priority as varchar) as priority,
    cast(impact as varchar) as impact,
    cast(urgency as varchar) as urgency,
    requester,
    customer,
    site,
    case when die(d, 5) < 110 then 'phone' when die(d, 5) < 200 then 'portal' else 'mail' end as channel,
    case when die(n, 6) < 246 then 'production' else 'test' end as environment,
    team,
    assignee,
    case when waits_for_supplier then supplier end as supplier,
    cast(case
        when kind = 'incident' and parent is null
            then case when is_major then 150 else greatest(1, floor(exp(1.2 * draw_normal('affected', key)) * [6.0, 2.5, 1.2][impact])) end
        else 1
    end as bigint) as users_affected,
    is_major as major,
    case
        when state in ('resolved', 'closed')
            then case kind
                when 'incident' then ['Solved', 'Solved', 'Solved', 'Solved with a workaround', 'Solved by the user with help', 'Solved by a change of settings', 'Part replaced'][1 + die(n, 3) % 7]
                else 'Fulfilled'
            end
        when state = 'cancelled' then 'Withdrawn by the user'
    end as close_code,
    case
        when state in ('resolved', 'closed')
            then upper(left(nth(n, 0, causes), 1)) || substr(nth(n, 0, causes), 2) || ', ' || code || ', ' || item || ': ' || nth(n, 1, cures) || '. ' || nth(n, 2, checks)
    end as close_note,
    cast(null as varchar) as exclusion,
    case when is_done and work > 60 * target_minutes then ['Part not in stock', 'Supplier answered late', 'Too many calls at once', 'Cause hard to find'][1 + die(n, 6) % 4] end as breach_reason,
    case when is_done then round(work / 60.0, 2) end as elapsed_minutes,
    cast(greatest(0, assignments - 1) as bigint) as reassignment_count,
    cast(reopenings as bigint) as reopen_count,
    case when is_done then work <= 60 * target_minutes end as reported_attained,
    true as in_reports
from written
union all
select
    case_names.id,
    'problem',
    'Repeated trouble with ' || item,
    'The component ' || item || ' of ' || service || ' failed more often than others in the last weeks; the cause is to be found.',
    service,
    item,
    'Recurring fault',
    state,
    make_timestamp(opened * 1000000),
    make_timestamp((opened + 20) * 1000000),
    resolved_at,
    closed_at,
    closed_by,
    '5',
    '2',
    '3',
    null,
    null,
    null,
    'staff',
    'production',
    team,
    assignee,
    null,
    null,
    false,
    case when resolved_at is not null then 'Cause removed' end,
    case when resolved_at is not null then 'The worn part of ' || item || ' was replaced and the setting that wore it out was changed; watched for a week since.' end,
    null,
    null,
    null,
    cast(0 as bigint),
    cast(0 as bigint),
    null,
    true
from problem_plans
join case_names on case_names.key = 'problem ' || problem_plans.service
join case_ends on case_ends."case" = case_names.id
order by opened_at, id
