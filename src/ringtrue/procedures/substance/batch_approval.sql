with migrations as (
    select "at" as begins_at, coalesce(until, "at" + interval 1 day) as ends_at from context_events where kind = 'migration' and service is null
),
moved as (
    select distinct approvals.id
    from approvals
    join migrations on approvals.recorded_at >= migrations.begins_at and approvals.recorded_at < migrations.ends_at
),
programs as (
    select id from parties where kind = 'automation'
),
taken as (
    select
        approvals.id,
        approvals.approver,
        approvals.object_kind || ' ' || approvals.object as object,
        changes.service,
        coalesce(changes.class = 'standard', false) as is_standard,
        approvals.decided_at,
        approvals.recorded_at,
        case when moved.id is null and approvals.recorded_at is not null then approvals.recorded_at else approvals.decided_at end as given_at,
        approvals.source_file,
        approvals.source_row
    from approvals
    cross join audit_period
    left join changes on approvals.object_kind = 'change' and changes.id = approvals.object
    left join moved on moved.id = approvals.id
    where
        approvals.approver is not null
        and approvals.approver not in (select id from programs)
        and approvals.decided_at >= audit_period.starts_at
        and approvals.decided_at < audit_period.ends_at
        and (not audit_period.scoped or changes.service is null or changes.service in (select service from audit_scope))
),
grain as (
    select count(*) >= $least_approvals and bool_and(epoch(given_at) - floor(epoch(given_at) / 86400) * 86400 = 0) as only_days
    from taken
),
present as (
    select id as review, unnest(attendees) as party from reviews where len(attendees) > 0
),
sittings as (
    select distinct cast(reviews.held_at as date) as day, present.party
    from reviews
    left join present on present.review = reviews.id
),
placed as (
    select taken.*, row_number() over (partition by approver, object order by given_at, id) as place from taken
),
windows as (
    select
        placed.*,
        count(*) over (partition by approver order by epoch(given_at) range between current row and $window_seconds following) as in_window
    from placed
    where place = 1
),
busiest as (
    select
        windows.*,
        max(in_window) over (partition by approver order by epoch(given_at) range between $window_seconds preceding and current row) as given_within
    from windows
),
seated as (
    select distinct busiest.id, true as is_seated
    from busiest
    join sittings
        on sittings.day in (cast(busiest.given_at as date), cast(busiest.decided_at as date))
        and coalesce(sittings.party, busiest.approver) = busiest.approver
    where busiest.given_within >= $least_approvals
)
select
    placed.id as item,
    placed.service,
    grain.only_days as by_the_day,
    coalesce(busiest.given_within >= $least_approvals, false) and seated.id is null and not placed.is_standard as in_batch,
    placed.approver,
    placed.object,
    placed.given_at,
    coalesce(busiest.given_within, 1) as given_within,
    seated.id is not null as is_of_sitting,
    placed.is_standard and coalesce(busiest.given_within >= $least_approvals, false) and seated.id is null as is_standard,
    placed.source_file,
    placed.source_row
from placed
cross join grain
left join busiest on busiest.id = placed.id
left join seated on seated.id = placed.id
