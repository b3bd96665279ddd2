-- What cannot be followed back to a need, by the first thing that lacks on the way. Requirements without a need are judged by a procedure of their own.
with told as (
    select
        count(*) filter (where table_name = 'trace_links' or (table_name = 'requirements' and column_name = 'needs')) > 0
            and count(*) filter (where table_name = 'needs') > 0 as needs,
        count(*) filter (where table_name = 'trace_links' or (table_name = 'measures' and column_name = 'requirements')) > 0 as shown_by_measures,
        count(*) filter (where table_name = 'trace_links' or (table_name = 'targets' and column_name = 'requirement')) > 0 as shown_by_targets,
        count(*) filter (where table_name = 'measures') > 0 as measures,
        count(*) filter (where table_name = 'actions' and column_name in ('origin', 'origin_kind', 'measures')) > 0 as origins
    from given_columns
),
looked_at as (
    select traces.kind, traces.id, traces.break_at
    from traces
    cross join told
    cross join audit_period
    where
        traces.direction = 'back'
        and traces.kind <> 'requirement'
        and (traces.kind <> 'reading' or traces.break_at is null or traces.break_at = 'unknown measure')
        and told.needs
        and (traces.service in (select id from live_services) or (traces.service is null and not audit_period.scoped))
        and (told.shown_by_measures or traces.kind = 'target')
        and (told.shown_by_targets or traces.kind <> 'target')
        and (told.measures or traces.kind = 'target')
        and (told.origins or traces.kind <> 'action')
),
placed as (
    select *, row_number() over (partition by kind, break_at order by id) as place, count(*) over (partition by kind) as n
    from looked_at
),
phrases as (
    select
        unnest(['origin', 'unknown review', 'reading', 'unknown measure', 'requirement', 'unknown requirement', 'need', 'unknown need']) as break_at,
        unnest([
            'answer nothing that they name',
            'answer a review that is not on record',
            'looked at no reading',
            'rest on a measure that is not on record',
            'rest on no requirement',
            'rest on a requirement that is not on record',
            'rest on a requirement that names no need',
            'rest on a requirement whose need is not on record'
        ]) as phrase
)
select
    case placed.kind when 'reading' then 'measures with readings' else placed.kind || 's' end
    || ' '
    || any_value(phrases.phrase)
    || ', and cannot be followed back to a need: '
    || string_agg(case when placed.place <= 5 then placed.id end, ', ' order by placed.id)
    || case when count(*) > 5 then ' and ' || (count(*) - 5) || ' more' else '' end as statement,
    count(*) as value,
    any_value(placed.n) as n
from placed
join phrases on phrases.break_at = placed.break_at
group by placed.kind, placed.break_at
order by placed.kind, placed.break_at
