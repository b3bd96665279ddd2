with given as (
    select
        count(*) filter (
            where (table_name = 'measures' and column_name = 'requirements') or (table_name = 'trace_links' and column_name = 'to')
        ) > 0 as links,
        count(*) filter (where table_name = 'reviews' and column_name = 'measures_read') > 0 as reviews,
        count(*) filter (where table_name = 'actions' and column_name = 'measures') > 0 as actions,
        count(*) filter (where table_name = 'requirements') > 0 as requirements,
        count(*) filter (where table_name = 'targets') > 0 as targets,
        count(*) filter (where table_name = 'objectives') > 0 as objectives
    from given_columns
),
whole as (
    select min(held_at) as held_at, count(*) as n
    from (
        select reviews.held_at
        from reviews
        cross join audit_period
        where reviews.kind = 'management_review' and reviews.held_at <= audit_period.as_of
        order by reviews.held_at desc
        limit 3
    ) as last_three
),
known as (
    select 'requirement' as kind, id from requirements
    union all
    select 'target' as kind, id from targets
    union all
    select 'objective' as kind, id from objectives
    union all
    select 'need' as kind, id from needs
),
links as (
    select "to" as measure, from_kind as kind, "from" as other from thread_links where to_kind = 'measure' and from_kind <> 'measure'
    union
    select "from" as measure, to_kind as kind, "to" as other from thread_links where from_kind = 'measure' and to_kind = 'objective'
),
linked as (
    select distinct links.measure
    from links
    cross join given
    left join known on known.kind = links.kind and known.id = links.other
    where
        known.id is not null
        or case
            when links.kind = 'requirement' then not given.requirements
            when links.kind = 'target' then not given.targets
            when links.kind = 'objective' then not given.objectives
            else true
        end
),
citing as (
    select unnest(measures_read) as measure, held_at as "at" from reviews
    union all
    select unnest(measures) as measure, greatest(raised_at, decided_at, done_at) as "at" from actions
    union all
    select origin as measure, greatest(raised_at, decided_at, done_at) as "at" from actions where origin_kind = 'measure'
),
cited as (
    select citing.measure, max(citing."at") as last_at
    from citing
    cross join audit_period
    where citing."at" < audit_period.ends_at
    group by citing.measure
),
first_read as (
    select measure, min(period_start) as first_at from measurements group by measure
),
about as (
    select measures.id as measure, min(live_services.id) as service, max(epoch(live_services.live_from)) as live_from
    from measures
    left join service_measures on service_measures.measure = measures.id
    left join live_services on live_services.id = service_measures.service
    group by measures.id
    having count(service_measures.service) = 0 or count(live_services.id) > 0
),
looked_at as (
    select
        measures.*,
        about.service as about,
        about.live_from,
        linked.measure is not null as is_linked,
        cited.last_at,
        first_read.first_at,
        coalesce(
            review_windows.two_since,
            case when whole.n = 3 then epoch(whole.held_at) end,
            epoch(audit_period.as_of) - 730 * 86400.0
        ) as two_since,
        imposed_measures.measure is not null as explained
    from measures
    join about on about.measure = measures.id
    cross join audit_period
    cross join whole
    left join review_windows on review_windows.service = about.service
    left join imposed_measures on imposed_measures.measure = measures.id
    left join linked on linked.measure = measures.id
    left join cited on cited.measure = measures.id
    left join first_read on first_read.measure = measures.id
    where about.service is not null or not audit_period.scoped
)
select
    looked_at.id as item,
    looked_at.about as service,
    case when looked_at.is_linked or looked_at.explained then false when given.links then true end as no_link,
    case
        when coalesce(epoch(looked_at.last_at) >= looked_at.two_since, false) or looked_at.explained then false
        when not (given.reviews and given.actions) then null
        when epoch(looked_at.first_at) > looked_at.two_since or looked_at.live_from > looked_at.two_since then null
        else true
    end as not_cited,
    looked_at.name,
    looked_at.kind,
    looked_at.first_at as first_reading,
    looked_at.last_at as last_cited,
    case when review_windows.service is null then 'management reviews' else review_windows.since_is end as counted_since,
    looked_at.explained,
    looked_at.source_file,
    looked_at.source_row
from looked_at
cross join given
left join review_windows on review_windows.service = looked_at.about
