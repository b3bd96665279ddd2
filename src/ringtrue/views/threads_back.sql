-- kept
-- The thread read backward: how far each requirement, target, measure, reading (by its measure), review and action can be followed back to a need.
-- break_at: what it names none of (requirement, need, measure, or, for an action, origin); "unknown ..." where it names one that is not on record; NULL:
-- it comes from a need, or from what stands in its place (source): a law, policy or contract, an objective, a complaint, a finding and the like.
-- Of several ways the one that reaches a need counts, else the one that reaches furthest. suspect: every need is reached over a suspect link.
with places as (
    select unnest(['origin', 'unknown review', 'reading', 'unknown measure', 'requirement', 'unknown requirement', 'need', 'unknown need']) as break_at,
        unnest([1, 2, 3, 4, 5, 6, 7, 8]) as place
),
requirement_ways as (
    select
        requirements.id,
        case when need_links.need_known then need_links.need end as need,
        case when coalesce(need_links.need_known, false) then null when sourced_requirements.requirement is not null then 'law, policy or contract' end as source,
        case
            when need_links.need_known or sourced_requirements.requirement is not null then null
            when need_links.need is null then 'need'
            else 'unknown need'
        end as break_at,
        need_links.need_known and need_links.suspect as suspect
    from requirements
    left join need_links on need_links.requirement = requirements.id
    left join sourced_requirements on sourced_requirements.requirement = requirements.id
),
shown as (
    select to_kind as kind, "to" as id, "from" as requirement from thread_links where from_kind = 'requirement' and to_kind in ('target', 'measure')
),
in_place as (
    select 'measure' as kind, "from" as id, 'objective' as source from thread_links where from_kind = 'measure' and to_kind = 'objective'
    union
    select 'measure' as kind, measure as id, 'law, policy or contract' as source from imposed_measures
    union
    select 'target' as kind, id, 'law, policy or contract' as source from targets where agreement is not null
),
ends as (
    select 'measure' as kind, id from measures
    union all
    select 'target' as kind, id from targets
),
measure_ways as (
    select
        ends.kind,
        ends.id,
        requirement_ways.need,
        case when requirement_ways.need is null then coalesce(requirement_ways.source, in_place.source) end as source,
        case
            when requirement_ways.need is not null or requirement_ways.source is not null or in_place.source is not null then null
            when shown.requirement is null then 'requirement'
            when requirement_ways.id is null then 'unknown requirement'
            else requirement_ways.break_at
        end as break_at,
        requirement_ways.suspect
    from ends
    left join shown on shown.kind = ends.kind and shown.id = ends.id
    left join requirement_ways on requirement_ways.id = shown.requirement
    left join in_place on in_place.kind = ends.kind and in_place.id = ends.id
),
read_in as (
    select id as review, held_at, unnest(measures_read) as measure from reviews
),
taken as (
    select actions.*
    from actions
    cross join audit_period
    where
        coalesce(actions.checked_at, actions.done_at, actions.decided_at, actions.raised_at, audit_period.starts_at) >= audit_period.starts_at
        and coalesce(actions.raised_at, actions.decided_at, audit_period.starts_at) < audit_period.ends_at
),
held as (
    select reviews.*
    from reviews
    cross join audit_period
    where reviews.held_at >= audit_period.starts_at and reviews.held_at < audit_period.ends_at
),
named as (
    select id as action, unnest(measures) as measure from taken
    union
    select id as action, origin as measure from taken where origin_kind = 'measure' and origin is not null
),
answered as (
    select action, measure from named
    union
    select taken.id as action, read_in.measure
    from taken
    join read_in on read_in.review = taken.origin
    where taken.origin_kind = 'review' and taken.id not in (select action from named)
),
citing as (
    select distinct 'reading' as kind, measure as id, measure from measure_readings where in_period
    union all
    select 'review' as kind, review as id, measure from read_in where review in (select id from held)
    union all
    select 'action' as kind, action as id, measure from answered
),
citing_ways as (
    select
        citing.kind,
        citing.id,
        measure_ways.need,
        measure_ways.source,
        case when measure_ways.id is null then 'unknown measure' else measure_ways.break_at end as break_at,
        measure_ways.suspect
    from citing
    left join measure_ways on measure_ways.kind = 'measure' and measure_ways.id = citing.measure
),
told as (
    select count(*) filter (where table_name = 'reviews' and column_name = 'measures_read') > 0 as measures_read from given_columns
),
loose_ways as (
    select 'review' as kind, id, null as need, null as source, 'reading' as break_at, null as suspect
    from held
    cross join told
    where kind = 'service_review' and told.measures_read and id not in (select review from read_in)
    union all
    select
        'action' as kind,
        taken.id,
        needs.id as need,
        case when needs.id is not null then null else coalesce(taken.origin_kind, 'something without a kind') end as source,
        case
            when needs.id is not null or reviews.id is not null then null
            when taken.origin_kind = 'review' and taken.origin is not null then 'unknown review'
            when taken.origin_kind in ('measure', 'review') or (taken.origin_kind is null and taken.origin is null) then 'origin'
        end as break_at,
        null as suspect
    from taken
    left join reviews on reviews.id = taken.origin and taken.origin_kind = 'review'
    left join needs on needs.id = taken.origin and taken.origin_kind is null
    where taken.id not in (select action from answered)
),
ways as (
    select 'requirement' as kind, * from requirement_ways
    union all
    select * from measure_ways
    union all
    select * from citing_ways
    union all
    select * from loose_ways
),
followed as (
    select
        ways.kind,
        ways.id,
        min(ways.need) as need,
        min(ways.source) as source,
        max(case when ways.break_at is null then 9 else places.place end) as place,
        coalesce(bool_and(ways.suspect) filter (where ways.need is not null), false) as suspect
    from ways
    left join places on places.break_at = ways.break_at
    group by ways.kind, ways.id
),
records as (
    select 'requirement' as kind, id, service, source_file, source_row from requirements
    union all
    select 'target' as kind, id, service, source_file, source_row from targets
    union all
    select 'measure' as kind, id, service, source_file, source_row from measures
    union all
    select 'review' as kind, id, service, source_file, source_row from reviews
    union all
    select 'action' as kind, id, service, source_file, source_row from actions
    union all
    select 'reading' as kind, measure as id, null as service, min(source_file) as source_file, min(source_row) as source_row
    from measurements
    group by measure
)
select
    followed.kind,
    followed.id,
    records.service,
    followed.need,
    case when followed.need is null and places.break_at is null then followed.source end as source,
    places.break_at,
    followed.suspect,
    records.source_file,
    records.source_row
from followed
left join places on places.place = followed.place
left join records on records.kind = followed.kind and records.id = followed.id
