with deleting as (
    select word
    from (select distinct coalesce(raw_activity, raw_state) as word from steps) as words
    where regexp_matches(lower(word), '\b(delet|gelöscht|supprim|elimin)')
),
acts as (
    select
        steps."case",
        steps.step,
        steps."at",
        steps.actor,
        steps.old,
        steps.new,
        steps.source_file,
        steps.source_row,
        case
            when regexp_matches(lower(coalesce(steps.field, '')), '^(kind|type|ticket_?type|issue_?type|record_?type)$')
                and contains(lower(steps.old), 'incident') and contains(lower(steps.new), 'request') then 'made a request'
            when regexp_matches(lower(coalesce(steps.field, '')), '^(sla_?)?exclu')
                and coalesce(lower(steps.new), '') not in ('', 'false', 'no', '0', 'none') then 'left out of the count'
            when steps.stated_state = 'cancelled' and coalesce(steps.previous_state, '') not in ('cancelled', 'resolved', 'closed') then 'cancelled'
            when coalesce(steps.raw_activity, steps.raw_state) in (select word from deleting) then 'deleted'
        end as what
    from steps
    where
        steps.field is not null or steps.stated_state = 'cancelled'
        or coalesce(steps.raw_activity, steps.raw_state) in (select word from deleting)
),
usual as (
    select cases.service, cases.kind, bound_targets.priority, min(bound_targets.target_minutes) as target_minutes,
        arg_min(bound_targets.calendar, bound_targets.target_minutes) as calendar,
        arg_min(bound_targets.pause_states, bound_targets.target_minutes) as pause_states
    from bound_targets
    join cases on cases.id = bound_targets."case"
    where bound_targets.basis = 'last'
    group by cases.service, cases.kind, bound_targets.priority
),
known as (
    select
        acts.*,
        cases.service,
        cases.requester,
        cases.opened_at,
        least(acts."at", coalesce(cases.resolved_at, cases.closed_at, acts."at")) as moment,
        case when acts.what = 'made a request' then usual.target_minutes else coalesce(bound.target_minutes, usual.target_minutes) end as target_minutes,
        case when acts.what = 'made a request' or bound.target_minutes is null then usual.calendar else bound.calendar end as calendar,
        coalesce(case when acts.what = 'made a request' or bound.target_minutes is null then usual.pause_states else bound.pause_states end, ['waiting_user'])
            as pause_states
    from acts
    join cases on cases.id = acts."case"
    left join bound_targets as bound on bound."case" = acts."case" and bound.basis = 'last'
    left join usual
        on coalesce(usual.service, '') = coalesce(cases.service, '')
        and coalesce(usual.priority, '') = coalesce(cases.priority, '')
        and usual.kind = case when acts.what = 'made a request' then 'incident' else cases.kind end
    where acts.what is not null
),
spans as (
    select "case", step, calendar, 1 as sign, opened_at as starts_at, moment as ends_at from known where moment >= opened_at
    union all
    select known."case", known.step, known.calendar, -1 as sign, greatest(pauses.starts_at, known.opened_at) as starts_at,
        least(pauses.ends_at, known.moment) as ends_at
    from known
    join pauses on pauses."case" = known."case" and pauses.starts_at < known.moment and pauses.ends_at > known.opened_at
    where pauses.state in ('resolved', 'closed') or list_contains(known.pause_states, pauses.state)
),
moments as (
    select calendar, starts_at as moment from spans where calendar is not null
    union
    select calendar, ends_at as moment from spans where calendar is not null
),
counted as (
    select
        moments.calendar,
        moments.moment,
        min(open_hours.minutes_before)
            + sum(greatest(0, (epoch(least(moments.moment, open_hours.ends_at)) - epoch(open_hours.starts_at)) / 60.0)) as minutes
    from moments
    join open_hours on open_hours.calendar = moments.calendar and open_hours.day = cast(moments.moment as date)
    group by moments.calendar, moments.moment
),
clocks as (
    select
        spans."case",
        spans.step,
        round(
            sum(spans.sign * case
                when spans.calendar is null then (epoch(spans.ends_at) - epoch(spans.starts_at)) / 60.0
                else upto.minutes - since.minutes
            end), 4
        ) as elapsed
    from spans
    left join counted as since on since.calendar = spans.calendar and since.moment = spans.starts_at
    left join counted as upto on upto.calendar = spans.calendar and upto.moment = spans.ends_at
    group by spans."case", spans.step
),
linked as (
    select distinct "from" as "case" from case_links where kind in ('child_of', 'duplicate_of')
),
words as (
    select distinct known."case", known.step
    from known
    join steps
        on steps."case" = known."case"
        and steps."at" <= known."at"
        and epoch(steps."at") >= epoch(known."at") - $reason_hours * 3600
        and steps.activity in ('reply_from_user', 'confirmed')
),
told as (
    select
        known.*,
        clocks.elapsed,
        coalesce(known.actor = known.requester, false) or linked."case" is not null or words."case" is not null as has_reason
    from known
    left join clocks on clocks."case" = known."case" and clocks.step = known.step
    left join linked on linked."case" = known."case"
    left join words on words."case" = known."case" and words.step = known.step
),
numbered as (
    select
        id,
        regexp_extract(id, '^(.*?)[0-9]{1,15}$', 1) as prefix,
        cast(regexp_extract(id, '([0-9]{1,15})$', 1) as bigint) as number
    from all_cases
    where regexp_matches(id, '[0-9]$') and (select count(*) from gapless where table_name = 'cases') > 0
),
neighbours as (
    select
        id,
        number,
        lead(number) over (partition by prefix order by number, id) as next_number,
        lead(id) over (partition by prefix order by number, id) as next_id
    from numbered
)
select
    told."case" || '#' || told.step as item,
    told.service,
    coalesce(told."at" < told.opened_at, false) as impossible_times,
    told.elapsed is null or told.target_minutes is null as clock_unknown,
    false as gap,
    told.elapsed >= $late_from * told.target_minutes and not told.has_reason as late_without_reason,
    told."case",
    told.what,
    told.old as before,
    told.new as after,
    told."at" as happened_at,
    told.elapsed / told.target_minutes as share_of_target,
    coalesce(told.elapsed >= $late_from * told.target_minutes, false) as is_late,
    told.has_reason,
    coalesce(told.elapsed >= $late_from * told.target_minutes and told.has_reason, false) as explained,
    told.source_file,
    told.source_row
from told
union all
select
    'between ' || id || ' and ' || next_id as item,
    null as service,
    false as impossible_times,
    false as clock_unknown,
    true as gap,
    false as late_without_reason,
    null as "case",
    'missing' as what,
    id as before,
    next_id as after,
    null as happened_at,
    null as share_of_target,
    false as is_late,
    false as has_reason,
    false as explained,
    null as source_file,
    null as source_row
from neighbours
where next_number - number > 1
