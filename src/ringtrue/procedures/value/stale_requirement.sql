with given as (
    select
        count(*) filter (where table_name = 'requirements' and column_name = 'confirmed_at') > 0 as confirmations,
        count(*) filter (where table_name = 'context_events') > 0 as events
    from given_columns
),
approved as (
    select approval_decisions.object as requirement, max(approval_decisions.decided_at) as "at"
    from approval_decisions
    left join parties on parties.id = approval_decisions.approver
    where
        approval_decisions.object_kind = 'requirement'
        and approval_decisions.is_granted
        and not coalesce(parties.provider_side, false)
    group by approval_decisions.object
),
dated as (
    select
        requirements.id,
        requirements.service,
        requirements.statement,
        requirements.review_days,
        today."at" as today,
        greatest(requirements.agreed_at, requirements.confirmed_at, requirements.changed_at) as in_the_record,
        greatest(
            requirements.agreed_at,
            requirements.confirmed_at,
            requirements.changed_at,
            case when approved."at" <= today."at" then approved."at" end
        ) as last_at,
        requirements.source_file,
        requirements.source_row
    from requirements
    cross join audit_period
    cross join today
    left join services on services.id = requirements.service
    left join approved on approved.requirement = requirements.id
    where
        coalesce(services.status, 'live') <> 'retired'
        and (requirements.service in (select service from audit_scope) or not audit_period.scoped)
),
events as (
    select
        context_events.id,
        context_events.kind,
        context_events."at",
        context_events.service
    from context_events
    cross join today
    where
        context_events.kind in ('contract', 'reorganisation', 'law', 'major_incident', 'demand')
        and epoch(context_events."at") <= epoch(today."at") - $grace_days * 86400.0
),
latest as (
    select
        services.service,
        arg_max(events.id, events."at") as event,
        arg_max(events.kind, events."at") as kind,
        max(events."at") as "at"
    from (select distinct service from dated) as services
    join events on coalesce(events.service, services.service, '') = coalesce(services.service, '')
    group by services.service
),
aged as (
    select
        dated.*,
        latest.event,
        latest.kind,
        latest."at" as event_at,
        (epoch(dated.today) - epoch(dated.last_at)) / 86400.0 as age,
        dated.last_at is null and (dated.review_days is not null or latest."at" is not null) as never_dated,
        given.confirmations,
        given.events as events_given
    from dated
    cross join given
    left join latest on coalesce(latest.service, '') = coalesce(dated.service, '')
),
held as (
    select
        *,
        coalesce(review_days is not null and (age > review_days or last_at is null), false) as is_overdue,
        coalesce(event_at is not null and (event_at > last_at or last_at is null), false) as is_outrun
    from aged
)
select
    id as item,
    service,
    (is_overdue or is_outrun) and not confirmations as confirmations_unknown,
    review_days is null and not events_given as nothing_due,
    last_at is null and not never_dated as no_date,
    is_overdue as past_interval,
    is_outrun as older_than_event,
    statement,
    last_at as last_confirmed,
    round(age, 0) as days_since,
    review_days,
    case when is_outrun then event end as event,
    case when is_outrun then kind end as event_kind,
    case when is_outrun then event_at end as event_at,
    coalesce(last_at > in_the_record or (in_the_record is null and last_at is not null), false) as confirmed_by_approval,
    source_file,
    source_row
from held
