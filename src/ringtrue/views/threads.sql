-- kept
-- The thread of every need: requirement, target or measure, reading, review, and, where the reading missed, an action and a look at its effect.
-- A need with several ways is taken by the one that reaches furthest. break_at names what is missing first; NULL: the thread is whole.
-- suspect: one of its links to requirements is (view need_links).
-- A reading is one of a measure in the period, or a case that a target binds, or its recorded run. A miss asks for an action if it happened at least twice;
-- an effect is not yet due for three months after an action is done.
with readings as (
    select
        measure,
        count(*) filter (where in_period) as readings,
        count(*) filter (where in_period and missed) as misses,
        min(period_end) filter (where in_period and missed) as missed_at
    from measure_readings
    group by measure
),
cited as (
    select measure, count(*) as reviews
    from (select unnest(measures_read) as measure, held_at from reviews) as read_in
    cross join audit_period
    where read_in.held_at >= audit_period.starts_at and read_in.held_at < audit_period.ends_at
    group by measure
),
reviewed as (
    select reviews.service, count(*) as reviews
    from reviews
    cross join audit_period
    where reviews.held_at >= audit_period.starts_at and reviews.held_at < audit_period.ends_at
    group by reviews.service
),
told as (
    select count(*) filter (where table_name = 'reviews' and column_name = 'measures_read') > 0 as measures_read from given_columns
),
acted as (
    select
        actions.service,
        max(coalesce(actions.decided_at, actions.raised_at)) as last_at,
        bool_or(actions.checked_at is not null or actions.effective is not null) as checked,
        max(actions.done_at) as done_at
    from actions
    group by actions.service
),
named as (
    select
        measure,
        count(*) as actions,
        bool_or(checked_at is not null or effective is not null) as checked,
        max(done_at) as done_at
    from (
        select unnest(measures) as measure, checked_at, effective, done_at from actions
        union all
        select origin as measure, checked_at, effective, done_at from actions where origin_kind = 'measure'
    ) as speaking
    group by measure
),
targeted as (
    select
        thread_links."from" as requirement,
        targets.id as target,
        targets.service
    from thread_links
    join targets on targets.id = thread_links."to"
    where thread_links.from_kind = 'requirement' and thread_links.to_kind = 'target'
),
runs as (
    select target, count(*) as runs
    from (select target from target_runs where target is not null union select target from bound_targets) as every_run
    group by target
),
by_measure as (
    select
        thread_links."from" as requirement,
        2
        + case when coalesce(readings.readings, 0) > 0 then 1 else 0 end
        + case
            when coalesce(readings.readings, 0) > 0 and (coalesce(cited.reviews, 0) > 0 or (not told.measures_read and coalesce(reviewed.reviews, 0) > 0))
            then 1 else 0
        end as place,
        coalesce(readings.misses, 0) >= 2 as missed,
        coalesce(named.actions, 0) > 0 or coalesce(acted.last_at >= readings.missed_at, false) as acted,
        coalesce(named.checked, acted.checked, false)
        or coalesce(epoch(coalesce(named.done_at, acted.done_at)), epoch(audit_period.as_of)) > epoch(audit_period.as_of) - 92 * 86400 as checked
    from thread_links
    cross join told
    cross join audit_period
    left join service_measures on service_measures.measure = thread_links."to"
    left join readings on readings.measure = thread_links."to"
    left join cited on cited.measure = thread_links."to"
    left join named on named.measure = thread_links."to"
    left join reviewed on reviewed.service = service_measures.service
    left join acted on acted.service = service_measures.service
    where thread_links.from_kind = 'requirement' and thread_links.to_kind = 'measure'
),
by_target as (
    select
        targeted.requirement,
        2
        + case when coalesce(runs.runs, 0) > 0 then 1 else 0 end
        + case when coalesce(runs.runs, 0) > 0 and coalesce(reviewed.reviews, 0) > 0 then 1 else 0 end as place,
        false as missed,
        false as acted,
        false as checked
    from targeted
    left join runs on runs.target = targeted.target
    left join reviewed on reviewed.service = targeted.service
),
itself as (
    select requirements.id as requirement, 1 as place, false as missed, false as acted, false as checked
    from requirements
),
ways as (
    select requirement, place + case when place < 4 or (missed and not acted) then 0 when missed and not checked then 1 else 2 end as place, missed
    from (
        select * from by_measure
        union all
        select * from by_target
        union all
        select * from itself
    ) as every_way
),
furthest as (
    select requirement, max(place) as place from ways group by requirement
),
followed as (
    select
        needs.id as need,
        max(furthest.place) as place,
        count(distinct need_links.requirement) filter (where need_links.requirement_known) as requirements,
        bool_or(need_links.suspect) as suspect
    from needs
    left join need_links on need_links.need = needs.id
    left join furthest on furthest.requirement = need_links.requirement
    group by needs.id
)
select
    needs.id as need,
    needs.service,
    needs.importance,
    needs.captured_at,
    followed.requirements,
    coalesce(followed.suspect, false) as suspect,
    case coalesce(followed.place, 0)
        when 0 then 'requirement'
        when 1 then 'measure'
        when 2 then 'reading'
        when 3 then 'review'
        when 4 then 'action'
        when 5 then 'effect'
    end as break_at,
    coalesce(followed.place, 0) as place,
    needs.source_file,
    needs.source_row
from needs
join followed on followed.need = needs.id
